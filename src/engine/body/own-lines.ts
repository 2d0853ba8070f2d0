import type { Message } from "../../model/message.ts"
import type { Zone } from "../../model/body.ts"
import type { DraftLine } from "./line-table.ts"
import { foldSpace } from "./fold-space.ts"

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

/** The words of a text in runs of four, with where each run begins. */
export function wordRuns(text: string): readonly string[] {
  const words = text.split(" ")
  const runs: string[] = []
  for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(" "))
  return runs
}

const RUN = 4

/** A line of the sender's own, as it stands. */
export interface OwnLine {
  readonly line: number
  readonly content: string
}

/** The sender's own lines of a body whose quotes are marked. */
export function pickOwnLines(lines: readonly DraftLine[]): readonly OwnLine[] {
  const own: OwnLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line !== undefined && line.depth <= 0 && !isOthers(line.zone)) own.push({ line: at, content: line.content })
  }
  return own
}

/** Own lines made ready to be looked for. */
export function indexOwnLines(message: Message, own: readonly OwnLine[]): OwnLines {
  const linesByText = new Map<string, number[]>()
  const texts: { readonly line: number; readonly text: string }[] = []
  const placeByLine = new Map<number, number>()
  for (const { line, content } of own) {
    const text = foldSpace(content)
    placeByLine.set(line, texts.length)
    texts.push({ line, text })
    const known = linesByText.get(text)
    if (known === undefined) linesByText.set(text, [line])
    else if (known.length < MAX_SAME) known.push(line)
  }
  let linesByWords: ReadonlyMap<string, number> | undefined
  return {
    message,
    linesByText,
    texts,
    placeByLine,
    get linesByWords() {
      return (linesByWords ??= runsOf(texts))
    },
  }
}

function isOthers(zone: Zone | undefined): boolean {
  return zone === "quote" || zone === "attribution" || zone === "blank"
}

// A text that stands on more lines than this ("}") tells nothing of where a quote came from.
const MAX_SAME = 16

/** Runs go over line ends: whoever re-breaks a quote breaks it elsewhere. */
function runsOf(texts: OwnLines["texts"]): ReadonlyMap<string, number> {
  const runs = new Map<string, number>()
  const before: { readonly word: string; readonly line: number }[] = []
  for (const { line, text } of texts)
    for (const word of text.split(" ")) {
      before.push({ word, line })
      if (before.length < RUN) continue
      const key = `${before[0]?.word} ${before[1]?.word} ${before[2]?.word} ${word}`
      if (!runs.has(key)) runs.set(key, before[0]?.line ?? 0)
      before.shift()
    }
  return runs
}
