import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"

/** What a message holds of its sender's own, to be found again where others quote it. */
export interface OwnLines {
  readonly message: Message
  /** Line numbers by folded text. */
  readonly linesByText: ReadonlyMap<string, readonly number[]>
  /** The lines in order, folded; blank ones are left out. */
  readonly texts: readonly { readonly line: number; readonly text: string }[]
  /** Where in `texts` a line stands, by its number. */
  readonly placeByLine: ReadonlyMap<number, number>
  /** Line numbers by four words in a row, for lines that were broken or edited on the way. */
  readonly linesByWords: ReadonlyMap<string, number>
}

/** White space folded, as lines are compared. */
export function fold(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim()
}

/** The words of a text in runs of four, with where each run begins. */
export function wordRuns(text: string): readonly string[] {
  const words = text.split(" ")
  const runs: string[] = []
  for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(" "))
  return runs
}

const RUN = 4

/** The own lines of a body that has been read. */
export function ownLinesOf(message: Message, lines: readonly DraftLine[]): OwnLines {
  const linesByText = new Map<string, number[]>()
  const texts: { readonly line: number; readonly text: string }[] = []
  const words: { readonly word: string; readonly line: number }[] = []
  for (const [at, line] of lines.entries()) {
    if (line.depth > 0 || NOT_OWN.has(line.zone ?? "own")) continue
    const text = fold(line.content)
    texts.push({ line: at, text })
    const known = linesByText.get(text)
    if (known === undefined) linesByText.set(text, [at])
    else if (known.length < MAX_SAME) known.push(at)
    for (const word of text.split(" ")) words.push({ word, line: at })
  }
  const placeByLine = new Map(texts.map(({ line }, place) => [line, place]))
  return { message, linesByText, texts, placeByLine, linesByWords: runsOf(words) }
}

const NOT_OWN: ReadonlySet<string> = new Set(["quote", "attribution", "blank"])
// A text that stands on more lines than this ("}") tells nothing of where a quote came from.
const MAX_SAME = 16

/** Runs go over line ends: whoever re-breaks a quote breaks it elsewhere. */
function runsOf(words: readonly { readonly word: string; readonly line: number }[]): ReadonlyMap<string, number> {
  const runs = new Map<string, number>()
  for (let at = 0; at + RUN <= words.length; at++) {
    const key = `${words[at]?.word} ${words[at + 1]?.word} ${words[at + 2]?.word} ${words[at + 3]?.word}`
    if (!runs.has(key)) runs.set(key, words[at]?.line ?? 0)
  }
  return runs
}
