import type { Note } from "../platform/ask.ts"
import type { Asking } from "./asking.ts"
import type { Command } from "./grammar/command.ts"
import { answered, history, notAQuestion, ruleStance, undo } from "./commands/correct.ts"
import { catchup, me, open, waiting, who } from "./commands/people.ts"
import { forget, veto } from "./commands/privacy.ts"
import { allow, mute, settings, unmute } from "./commands/settings.ts"
import { unwatch, watch, watches } from "./commands/watch.ts"

type DeskCommand = Exclude<Command, { readonly kind: "help" | "summarize" | "share" }>

type Answers = {
  readonly [Kind in DeskCommand["kind"]]: (
    command: Extract<DeskCommand, { readonly kind: Kind }>,
    asking: Asking,
  ) => Promise<Note>
}

const ANSWERS: Answers = {
  watch,
  unwatch,
  watches,
  settings,
  mute,
  unmute,
  open,
  waiting,
  who,
  catchup: (_, asking) => catchup(asking),
  me,
  "not-a-question": notAQuestion,
  answered,
  stance: ruleStance,
  undo,
  history,
  veto,
  allow,
  forget,
}

/** Every command that needs the store, each answered by its own function. */
export function answerFromDesk<Kind extends DeskCommand["kind"]>(
  command: Extract<DeskCommand, { readonly kind: Kind }>,
  asking: Asking,
): Promise<Note> {
  const kind: Kind = command.kind
  return ANSWERS[kind](command, asking)
}
