import { AppError } from "../../errors.ts"
import type { Command, Stretch } from "./command.ts"
import type { GrammarContext, Verb } from "./verb.ts"
import { readPast } from "./when.ts"
import { isAccount, looksLikeSource } from "./words.ts"

// Reading more would cost the platform's patience and give no better picture; sources may set it lower.
const MAX_LAST_MESSAGES = 1_000

/** Verbs that show something and change nothing. */
export const READING_VERBS: readonly Verb[] = [
  {
    names: ["summarize", "summarise", "summary", "sum", "where do we stand", "where do we stand?"],
    usage: "summarize [<link or id>] | summarize here [since yesterday | last 50]",
    does: "who stands where in a thread, and what is still open; to you alone",
    parse: (words, context) => readThreadWords("summarize", words, context),
  },
  {
    names: ["share"],
    usage: "share [<link or id>]",
    does: "the same, for everybody in this channel",
    parse: (words, context) => readThreadWords("share", words, context),
  },
  {
    names: ["open", "questions"],
    usage: "open [@person]",
    does: "open questions in what this channel watches, or those asked of somebody",
    parse: (words) => ({ kind: "open", person: words.length === 0 ? undefined : words.join(" ") }),
  },
  {
    names: ["waiting", "waiting for"],
    usage: "waiting me | waiting <name>",
    does: "questions that wait for an answer of yours",
    parse: (words) => ({ kind: "waiting", person: words.length === 0 ? "me" : words.join(" ") }),
  },
  {
    names: ["who"],
    usage: "who <name>",
    does: "where somebody stands in every thread watched here",
    parse: (words) => ({ kind: "who", person: expectWords(words, "who <name>", "who Ada") }),
  },
  {
    names: ["catchup", "catch up"],
    usage: "catchup",
    does: "what changed since you last looked; to you alone",
    parse: () => ({ kind: "catchup" }),
  },
  {
    names: ["help", "?"],
    usage: "help [<command>]",
    does: "this list",
    parse: (words) => ({ kind: "help", topic: words[0]?.toLowerCase() }),
  },
]

/** The rest of the words as one, or an error that shows how it is said. */
export function expectWords(words: readonly string[], usage: string, example: string): string {
  if (words.length > 0) return words.join(" ")
  throw new AppError("usage", `Expected ${usage} but found nothing after it`, { hint: `For example: ${example}` })
}

/** `here`, `this thread`, `this channel` and nothing at all mean the place where it is said. */
export function readSourceWords(words: readonly string[]): string | undefined {
  const text = words.join(" ")
  return /^(?:|here|this|this thread|this channel)$/i.test(text) ? undefined : text
}

function readThreadWords(kind: "summarize" | "share", words: readonly string[], context: GrammarContext): Command {
  const at = words.findIndex((word) => /^(?:since|last)$/i.test(word))
  const named = at === -1 ? words : words.slice(0, at)
  const source = readSourceWords(named)
  if (source !== undefined && named.length > 1 && !named.every((word) => looksLikeSource(word) || !isAccount(word)))
    throw new AppError("usage", `Expected one link or id after ${kind} but found "${source.slice(0, 80)}"`, {
      hint: `For example: ${kind} https://lists.example.org/list/id@host/`,
    })
  return { kind, source, stretch: at === -1 ? undefined : readStretch(words.slice(at), context) }
}

function readStretch(words: readonly string[], { now, timeZone }: GrammarContext): Stretch {
  if (words[0]?.toLowerCase() === "last") {
    const last = /^\d{1,4}$/.test(words[1] ?? "") ? Number(words[1]) : 0
    if (last >= 1 && last <= MAX_LAST_MESSAGES) return { last }
  }
  const since = readPast(words.slice(1), now, timeZone)
  if (since !== undefined) return { since }
  throw new AppError(
    "usage",
    `Expected a time that has been, or a number of messages, but found "${words.join(" ")}"`,
    {
      hint: "For example: since yesterday, since 3h, since 2026-11-20, last 50",
    },
  )
}
