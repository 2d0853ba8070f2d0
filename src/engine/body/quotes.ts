import type { Message, Identity } from "../../model/message.ts"
import type { Attribution } from "./attributions.ts"
import type { Attributed, Pronoun } from "./attribution-name.ts"
import type { HeaderBlock } from "./header-blocks.ts"
import type { DraftLine } from "./line-table.ts"
import { attributionEndingAt } from "./attributions.ts"
import { headerBlockAt } from "./header-blocks.ts"
import { isBlank, lineAt } from "./line-table.ts"

/**
 * Marks attributions and quotes, and says who wrote each quoted line.
 *
 * `authors` is a stack: the author of depth d is who the last attribution at depth d - 1 named.
 */
export function markQuotes(lines: DraftLine[], message: Message): void {
  const state: State = { authors: [message.author], bare: [], hasOwnAbove: false }
  const attributions = findAttributions(lines)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined) continue
    const attribution = attributions.get(at)
    if (attribution !== undefined) {
      at = enterAttribution(lines, attribution, state, message)
      continue
    }
    const block = headerBlockAt(lines, at)
    if (block !== undefined && enterBlock(lines, block, state)) {
      at = block.last
      continue
    }
    markLine(line, state)
  }
}

interface State {
  readonly authors: (Identity | undefined)[]
  /** Marks of the lines that are quoted without marks of their own, outermost first. */
  readonly bare: number[]
  hasOwnAbove: boolean
}

function findAttributions(lines: readonly DraftLine[]): ReadonlyMap<number, Attribution> {
  const byFirst = new Map<number, Attribution>()
  for (let at = 0; at < lines.length; at++) {
    const attribution = attributionEndingAt(lines, at)
    if (attribution !== undefined) byFirst.set(attribution.first, attribution)
  }
  return byFirst
}

function enterAttribution(lines: DraftLine[], attribution: Attribution, state: State, message: Message): number {
  leaveBare(state, attribution.depth)
  const depth = attribution.depth + state.bare.length
  for (let at = attribution.first; at <= attribution.last; at++) {
    const line = lines[at]
    if (line === undefined) continue
    line.zone = "attribution"
    line.author = state.authors[depth]
    if (line.depth < attribution.depth) line.tailOf = at - 1
    line.depth = depth
  }
  setAuthor(state, depth + 1, authorOf(attribution.by, { depth, state, message }))
  if (!attribution.isFollowed && isQuotedBare(lines, attribution, state)) state.bare.push(attribution.depth)
  return attribution.last
}

/** An attribution with no marks below it: what follows is the quote, if own words stand above and no marks come later. */
function isQuotedBare(lines: readonly DraftLine[], attribution: Attribution, state: State): boolean {
  if (attribution.depth > 0 || !state.hasOwnAbove) return false
  for (let at = attribution.last + 1; at < lines.length; at++) if ((lines[at]?.marks ?? 0) > 0) return false
  return true
}

function authorOf(
  by: Attributed | Pronoun,
  { depth, state, message }: { readonly depth: number; readonly state: State; readonly message: Message },
): Identity | undefined {
  if (by === "i") return state.authors[depth]
  if (by === "you") return depth === 0 && message.to.length === 1 ? message.to[0] : undefined
  return by.author
}

function enterBlock(lines: DraftLine[], block: HeaderBlock, state: State): boolean {
  const { marks } = lineAt(lines, block.first)
  leaveBare(state, marks)
  const isMarkedBelow = firstFilled(lines, block.last + 1).marks > marks
  const isLoneDivider = block.by === undefined && block.first === block.last
  if (marks === 0 && !isMarkedBelow && isLoneDivider && !state.hasOwnAbove) return false
  const depth = marks + state.bare.length
  markBlock(lines, block, depth)
  // "> From: …" as the first words of a quote that nothing else introduces: the block speaks of its own level.
  const opensItsLevel = marks > 0 && !isMarkedBelow && opensLevel(lines, block.first, marks)
  setAuthor(state, opensItsLevel ? depth : depth + 1, block.by?.author)
  if (!isMarkedBelow && !opensItsLevel) state.bare.push(marks)
  return true
}

function markBlock(lines: DraftLine[], block: HeaderBlock, depth: number): void {
  for (let at = block.first; at <= block.last; at++) {
    const line = lineAt(lines, at)
    line.zone = isBlank(line) ? "blank" : "attribution"
    line.depth = depth
  }
}

/** Whether the lines above a quoted line are of a lesser depth, and no attribution speaks for it. */
function opensLevel(lines: readonly DraftLine[], first: number, marks: number): boolean {
  for (let at = first - 1; at >= 0; at--) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) continue
    return line.marks < marks && line.zone !== "attribution"
  }
  return true
}

function firstFilled(lines: readonly DraftLine[], from: number): DraftLine {
  let at = from
  while (at < lines.length && isBlank(lineAt(lines, at))) at++
  return lineAt(lines, at)
}

function markLine(line: DraftLine, state: State): void {
  if (isBlank(line)) {
    line.zone = "blank"
    line.depth = line.marks + state.bare.length
    return
  }
  const marks = line.depth
  leaveBare(state, marks)
  line.depth = marks + state.bare.length
  if (line.depth === 0) {
    state.hasOwnAbove = true
    line.author = state.authors[0]
    return
  }
  line.zone = "quote"
  line.author = state.authors[line.depth]
}

/** A bare quote ends where a line with fewer marks than its own stands. */
function leaveBare(state: State, marks: number): void {
  while ((state.bare.at(-1) ?? -1) > marks) state.bare.pop()
}

function setAuthor(state: State, depth: number, author: Identity | undefined): void {
  state.authors.length = Math.min(state.authors.length, depth)
  state.authors[depth] = author
}
