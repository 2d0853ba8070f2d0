import type { OutlineLine } from "../model/outline.ts"
import type { Note, PlatformName } from "../platform/ask.ts"
import { line, note, text } from "./note.ts"
import type { Verb } from "./grammar/verb.ts"
import { VERBS } from "./grammar/verbs.ts"

// Where a slash command cannot be used is the first thing that people trip over, so help starts with it.
const WAYS_IN: Readonly<Record<PlatformName, string>> = {
  slack:
    "Say /standpoint and one of these. Slack knows no slash commands in threads: there use the shortcut " +
    "“Where do we stand?”, mention me, or begin a message with !standpoint.",
  discord: "Say /standpoint and one of these, in channels and threads, or use “Where do we stand?” on a message.",
  terminal: "Say standpoint and one of these.",
}

/** Every command, or the one that was named, with how it is said. */
export function helpNote(topic: string | undefined, platform: PlatformName): Note {
  const verb = topic === undefined ? undefined : VERBS.find((candidate) => candidate.names.includes(topic))
  if (verb !== undefined) return note(describeVerb(verb))
  return note([text(WAYS_IN[platform]), ...VERBS.flatMap(describeVerb)])
}

function describeVerb(verb: Verb): readonly OutlineLine[] {
  return [line([{ kind: "label", text: verb.usage }]), text(verb.does, 1)]
}
