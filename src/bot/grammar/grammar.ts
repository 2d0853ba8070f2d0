import { AppError } from "../../errors.ts"
import type { Command } from "./command.ts"
import { VERBS } from "./verbs.ts"
import type { GrammarContext, Verb } from "./verb.ts"
import { looksLikeSource, splitWords } from "./words.ts"

/**
 * Words to a command, the same on every platform and in the terminal.
 *
 * A link alone asks for its summary; no words at all ask for the thread they are said in, or for help.
 */
export function parseCommand(text: string, context: GrammarContext): Command {
  const words = splitWords(text)
  const first = words[0]
  if (first === undefined) return context.isInThread ? { kind: "summarize" } : { kind: "help" }
  const { verb, rest } = findVerb(words)
  if (verb !== undefined) return verb.parse(rest, context)
  if (looksLikeSource(first) || asksOfHere(text)) return parseCommand(`summarize ${text}`, context)
  throw unknownCommand(first)
}

/** "this channel since yesterday": what people say to a bot that they mention. */
function asksOfHere(text: string): boolean {
  return /^\s*(?:here|this thread|this channel|since)\b/i.test(text)
}

function findVerb(words: readonly string[]): { readonly verb?: Verb; readonly rest: readonly string[] } {
  // Longest names first, so that "that is my stance" is not looked for under "that".
  for (let length = Math.min(4, words.length); length > 0; length -= 1) {
    const name = words.slice(0, length).join(" ").toLowerCase()
    const verb = VERBS.find((candidate) => candidate.names.includes(name))
    if (verb !== undefined) return { verb, rest: words.slice(length) }
  }
  return { rest: words }
}

function unknownCommand(word: string): AppError {
  const shown = word.slice(0, 40)
  const near = nearestName(word.toLowerCase())
  return new AppError("usage", `Expected a command but found "${shown}"`, {
    hint: near === undefined ? "Say help to see what can be asked" : `Say ${near}, or help to see what can be asked`,
  })
}

function nearestName(word: string): string | undefined {
  const names = VERBS.flatMap((verb) => verb.names).filter((name) => !name.includes(" "))
  return names.find((name) => Math.abs(name.length - word.length) <= 2 && editDistance(name, word) <= 2)
}

function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (const [i, letter] of left.split("").entries()) {
    const next = [i + 1]
    for (const [j, other] of right.split("").entries()) {
      const change = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
