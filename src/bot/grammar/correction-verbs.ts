import { AppError } from "../../errors.ts"
import type { Command } from "./command.ts"
import { readSourceWords } from "./reading-verbs.ts"
import type { Verb } from "./verb.ts"

/** Verbs that set a summary right; each is kept with who said it and when, and can be undone. */
export const CORRECTION_VERBS: readonly Verb[] = [
  {
    names: ["not-a-question", "not a question"],
    usage: "not-a-question <number or id> [in <thread>]",
    does: "that sentence asks nothing",
    parse: (words) => {
      const { named, source } = takeThread(words)
      return { kind: "not-a-question", question: expectQuestion("not-a-question", named[0]), source }
    },
  },
  {
    names: ["answered"],
    usage: "answered <number or id> [by <message>] [in <thread>]",
    does: "that question is settled",
    parse: parseAnswered,
  },
  {
    names: ["that is my stance", "my stance", "confirm"],
    usage: "that is my stance [in <thread>]",
    does: "confirm what is shown for you; only your own",
    parse: (words) => ({ kind: "stance", isMine: true, source: takeThread(words).source }),
  },
  {
    names: ["no longer", "no longer my stance", "not my stance"],
    usage: "no longer [in <thread>]",
    does: "that is not where you stand; only your own",
    parse: (words) => ({ kind: "stance", isMine: false, source: takeThread(words).source }),
  },
  {
    names: ["undo"],
    usage: "undo [in <thread>]",
    does: "take the last correction back",
    parse: (words) => ({ kind: "undo", source: takeThread(words).source }),
  },
  {
    names: ["history", "audit"],
    usage: "history [in <thread>]",
    does: "who corrected what, and when",
    parse: (words) => ({ kind: "history", source: takeThread(words).source }),
  },
]

function parseAnswered(words: readonly string[]): Command {
  const { named, source } = takeThread(words)
  const by = named[1]?.toLowerCase() === "by" ? named.slice(2).join(" ") : undefined
  return { kind: "answered", question: expectQuestion("answered", named[0]), by: by === "" ? undefined : by, source }
}

function expectQuestion(verb: string, word: string | undefined): string {
  if (word !== undefined) return word
  throw new AppError("usage", `Expected a question after ${verb} but found nothing`, {
    hint: `Give its number in the card or in open, for example: ${verb} 2`,
  })
}

function takeThread(words: readonly string[]): {
  readonly named: readonly string[]
  readonly source?: string | undefined
} {
  const at = words.findIndex((word) => word.toLowerCase() === "in")
  if (at === -1) return { named: words }
  return { named: words.slice(0, at), source: readSourceWords(words.slice(at + 1)) }
}
