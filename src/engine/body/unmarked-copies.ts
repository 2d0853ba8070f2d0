import type { Identity } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import type { OwnLines } from "./own-lines.ts"
import { lineBehind } from "./own-lines.ts"
import { foldedOf, isBlank, lineAt } from "./line-table.ts"
import { isOpen } from "./open-lines.ts"
import { isSamePerson } from "../people/same-person.ts"
import type { LineRuns } from "./word-runs.ts"
import { placeOfRuns, runsOf } from "./word-runs.ts"

/**
 * Lines that stand word for word in another's earlier mail are that person's, though no mark says so: some programs
 * quote without marks or break quotes anew, and the sender would be credited with words that they only carry along.
 */
export function markCopies(lines: readonly DraftLine[], ancestors: readonly OwnLines[], author: Identity): void {
  // The oldest first: whoever wrote it before all others is whose it is.
  const oldestFirst = ancestors.slice(0, MAX_OWNERS).toReversed()
  if (oldestFirst.every((owner) => isBy(owner, author))) return
  const below = firstBelowAttribution(lines)
  let last: Copy | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (!isOpen(line) || isBlank(line)) continue
    const isBeside = isBesideQuote(lines, at)
    if (!isBeside && goesOnFromOwn(lineAt(lines, at - 1), line)) continue
    const copy = findCopy(foldedOf(line), { owners: oldestFirst, isBelow: at >= below, isBeside })
    if (copy === undefined || isBy(copy.owner, author)) continue
    markLine(line, copy)
    if (last?.owner === copy.owner) markBetween(lines, last, { ...copy, at })
    last = { ...copy, at }
    markBeside(lines, last, 1)
    markBeside(lines, last, -1)
  }
}

// Copies come from what is answered or little further up; each one asked costs a look at all its words.
const MAX_OWNERS = 8

interface Copy {
  readonly at: number
  readonly owner: OwnLines
  /** Line of the owner's body. */
  readonly line: number
}

function isBy({ message }: OwnLines, author: Identity): boolean {
  return isSamePerson(message.author, author)
}

function firstBelowAttribution(lines: readonly DraftLine[]): number {
  for (let at = 0; at < lines.length; at++) {
    const { zone, depth } = lineAt(lines, at)
    if (zone === "attribution" && depth === 0) return at + 1
  }
  return lines.length
}

/** A quoted line right above or below, no blank one between. */
function isBesideQuote(lines: readonly DraftLine[], at: number): boolean {
  return [at - 1, at + 1].some((near) => {
    const { zone, content } = lineAt(lines, near)
    return zone === "quote" && content !== ""
  })
}

/** Whoever takes up another's words within a sentence of their own says them too. */
function goesOnFromOwn(above: DraftLine, line: DraftLine): boolean {
  return (
    isOpen(above) &&
    !isBlank(above) &&
    /^\s*\p{Ll}/u.test(line.content) &&
    !/[.!?:;]["')\]*_]*\s*$/u.test(above.content)
  )
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

function findCopy(text: string, { owners, isBelow, isBeside }: Place): Omit<Copy, "at"> | undefined {
  if (text.length < MIN_COPY) return undefined
  if (isBelow) {
    const whole = findWhole(text, owners)
    if (whole !== undefined) return whole
  }
  const runs = runsOf(withoutMarks(text))
  const isLong = runs !== undefined && runs.count >= (isBeside ? MIN_RUNS_BESIDE : MIN_RUNS)
  return isLong ? findRuns(runs, owners) : undefined
}

/** Some set what they quote in quotation marks of their own. */
function withoutMarks(text: string): string {
  const start = OPENING.includes(text.charAt(0)) ? 1 : 0
  const end = CLOSING.includes(text.charAt(text.length - 1)) ? -1 : text.length
  return start === 0 && end > 0 ? text : text.slice(start, end)
}

const OPENING = "\"'\u201c\u2018"
const CLOSING = "\"'\u201d\u2019"

function findWhole(text: string, owners: readonly OwnLines[]): Omit<Copy, "at"> | undefined {
  for (const owner of owners) {
    const line = owner.firstByText.get(text)
    if (line !== undefined) return { owner, line }
  }
  return undefined
}

function findRuns(runs: LineRuns, owners: readonly OwnLines[]): Omit<Copy, "at"> | undefined {
  for (const owner of owners) {
    const place = placeOfRuns(runs, owner.runs)
    if (place !== undefined) return { owner, line: owner.numbers[place] ?? 0 }
  }
  return undefined
}

// "What do you think?" has eighteen letters; shorter lines ("Thanks,", "Yes.") may be anybody's.
const MIN_BESIDE = 12
/** A line that was broken anew may hold so many of its owner's. */
const NEAR = 12

/** Lines right below (1) or above (-1) a copy that say what its owner says next, or said before, are copies too. */
function markBeside(lines: readonly DraftLine[], { at, owner, line }: Copy, step: 1 | -1): void {
  let number = line
  for (let near = at + step; near >= 0 && near < lines.length; near += step) {
    const candidate = lineAt(lines, near)
    if (isBlank(candidate)) continue
    const text = foldedOf(candidate)
    if (!isOpen(candidate) || text.length < MIN_BESIDE) return
    const found = lineBehind(owner, text, step === 1 ? number : number - NEAR)
    if (found === undefined || Math.abs(found - number) > NEAR || (found - number) * step <= 0) return
    markLine(candidate, { owner, line: found })
    number = found
  }
}

/** Short lines between two copies are copies too where the owner has them between the same two lines. */
function markBetween(lines: readonly DraftLine[], above: Copy, below: Copy): void {
  const between: DraftLine[] = []
  for (let at = above.at + 1; at < below.at; at++) {
    const line = lineAt(lines, at)
    if (isBlank(line)) continue
    if (!isOpen(line)) return
    between.push(line)
  }
  for (const line of between) {
    const number = lineBehind(above.owner, foldedOf(line), above.line)
    if (number !== undefined && number > above.line && number < below.line)
      markLine(line, { owner: above.owner, line: number })
  }
}

function markLine(line: DraftLine, { owner, line: number }: Omit<Copy, "at">): void {
  line.zone = "quote"
  line.depth = 1
  line.author = owner.message.author
  line.origin = { messageId: owner.message.id, line: number }
}
