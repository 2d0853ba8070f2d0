import type { DraftLine } from "../lines/line-table.ts"
import type { OwnLines } from "../lines/own-lines.ts"
import type { LineRuns } from "../lines/word-runs.ts"
import { placeOfRuns, runsOf } from "../lines/word-runs.ts"
import { wordsOf } from "../../people/name-fit.ts"

/** Where a line was copied from. */
export interface Copy {
  readonly owner: OwnLines
  /** Line of the owner's body. */
  readonly line: number
}

interface Place {
  readonly owners: readonly OwnLines[]
  /** It stands below an attribution. */
  readonly isBelow: boolean
  /** It stands against a quote: most likely a piece that broke off. */
  readonly isBeside: boolean
}

/** Shorter lines ("I agree with that.") may be two people's own. */
export const MIN_COPY = 30
/** Runs of four in eight words: nobody says so many as another did by accident; beside a quote six words will do. */
const MIN_RUNS = 5
const MIN_RUNS_BESIDE = 3

/** The first of some earlier mails that a folded text is copied from. */
export function findCopy(text: string, { owners, isBelow, isBeside }: Place): Copy | undefined {
  if (text.length < MIN_COPY) return undefined
  if (isBelow) {
    const whole = findWhole(text, owners)
    if (whole !== undefined) return whole
  }
  const said = saidByName(text, owners)
  if (said !== undefined) return said
  const runs = runsOf(withoutMarks(text))
  const isLong = runs !== undefined && runs.count >= (isBeside ? MIN_RUNS_BESIDE : MIN_RUNS)
  return isLong ? findRuns(runs, owners) : undefined
}

/** "Ada: …", in front of words of hers, says whose they are: a few of them will do. */
function saidByName(text: string, owners: readonly OwnLines[]): Copy | undefined {
  const { who, said } = NAMED.exec(text)?.groups ?? {}
  if (who === undefined || said === undefined) return undefined
  const runs = runsOf(withoutMarks(said))
  if (runs === undefined || runs.count < MIN_RUNS_BESIDE) return undefined
  const names = wordsOf(who)
  return findRuns(
    runs,
    owners.filter(({ message: { author } }) => isCalled(author.name ?? author.address, names)),
  )
}

const NAMED = /^[^\p{L}]{0,4}(?<who>\p{L}[\p{L}.'’ -]{1,40}?)[^\p{L}]{0,4}: {0,2}(?<said>.+)$/u

function isCalled(name: string, called: readonly string[]): boolean {
  const words = wordsOf(name)
  return called.length > 0 && called.every((word) => words.includes(word))
}

/** Some set what they quote in quotation marks of their own. */
function withoutMarks(text: string): string {
  const start = OPENING.includes(text.charAt(0)) ? 1 : 0
  const end = CLOSING.includes(text.charAt(text.length - 1)) ? -1 : text.length
  return start === 0 && end > 0 ? text : text.slice(start, end)
}

const OPENING = "\"'\u201c\u2018"
const CLOSING = "\"'\u201d\u2019"

function findWhole(text: string, owners: readonly OwnLines[]): Copy | undefined {
  for (const owner of owners) {
    const line = owner.firstByText.get(text)
    if (line !== undefined) return { owner, line }
  }
  return undefined
}

/** The first of some earlier mails that hold the words of a text in a row. */
export function findRuns(runs: LineRuns, owners: readonly OwnLines[]): Copy | undefined {
  for (const owner of owners) {
    const place = placeOfRuns(runs, owner.runs)
    if (place !== undefined) return { owner, line: owner.numbers[place] ?? 0 }
  }
  return undefined
}

/** Makes a line the words of whom it was copied from. */
export function markAsCopy(line: DraftLine, { owner, line: number }: Copy): void {
  line.zone = "quote"
  line.depth = 1
  line.author = owner.message.author
  line.origin = { messageId: owner.message.id, line: number }
}
