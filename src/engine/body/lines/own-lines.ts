import type { Zone } from "../../../model/body.ts"
import type { Message } from "../../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import type { WordRuns } from "./word-runs.ts"
import { foldedOf } from "./line-table.ts"
import { indexRuns } from "./word-runs.ts"

/** What a message holds of its sender's own, to be found again where others quote it. */
export interface OwnLines {
  readonly message: Message
  /** The lines in order, folded; blank ones are left out. */
  readonly texts: readonly string[]
  /** The number that each of them has in the body. */
  readonly numbers: readonly number[]
  /** The number of the first line of a text. */
  readonly firstByText: ReadonlyMap<string, number>
  /** The numbers of the others, where several lines have one text: few do. */
  readonly othersByText: ReadonlyMap<string, readonly number[]>
  /** Four words in a row, for lines that were broken or edited on the way. */
  readonly runs: WordRuns
}

/** A line of the sender's own, folded. */
export interface OwnLine {
  readonly line: number
  readonly text: string
}

/** The sender's own lines of a body whose quotes are marked. */
export function pickOwnLines(lines: readonly DraftLine[]): readonly OwnLine[] {
  const own: OwnLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line !== undefined && line.depth <= 0 && !isOthers(line.zone)) own.push({ line: at, text: foldedOf(line) })
  }
  return own
}

function isOthers(zone: Zone | undefined): boolean {
  return zone === "quote" || zone === "attribution" || zone === "blank"
}

/** Own lines made ready to be looked for. */
export function indexOwnLines(message: Message, own: readonly OwnLine[]): OwnLines {
  const texts: string[] = []
  const numbers: number[] = []
  const firstByText = new Map<string, number>()
  const othersByText = new Map<string, number[]>()
  for (const { line, text } of own) {
    texts.push(text)
    numbers.push(line)
    if (!firstByText.has(text)) firstByText.set(text, line)
    else addOther(othersByText, text, line)
  }
  let runs: WordRuns | undefined
  return {
    message,
    texts,
    numbers,
    firstByText,
    othersByText,
    get runs() {
      return (runs ??= indexRuns(texts))
    },
  }
}

function addOther(othersByText: Map<string, number[]>, text: string, line: number): void {
  const others = othersByText.get(text)
  if (others === undefined) othersByText.set(text, [line])
  else if (others.length < MAX_OTHERS) others.push(line)
}

// A text that stands on more lines than this ("}") tells nothing of where a quote came from.
const MAX_OTHERS = 15

/** Of the lines with a text the first one behind a line, or else the first one of all; undefined where there is none. */
export function lineBehind(own: OwnLines, text: string, last: number): number | undefined {
  const first = own.firstByText.get(text)
  if (first === undefined || first > last) return first
  return own.othersByText.get(text)?.find((number) => number > last) ?? first
}

/** Where among the texts the line of a number stands; -1 where that line is not one of them. */
export function placeOf({ numbers }: OwnLines, line: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const number = numbers[middle] ?? 0
    if (number === line) return middle
    if (number < line) low = middle + 1
    else high = middle - 1
  }
  return -1
}
