import type { Identity } from "../../model/message.ts"
import type { Level } from "./levels.ts"
import type { DraftLine } from "./line-table.ts"
import type { OwnLines } from "./own-lines.ts"
import { lineAt } from "./line-table.ts"
import { foldSpace } from "./fold-space.ts"
import { wordRuns } from "./own-lines.ts"

/**
 * Ties quoted lines to the lines that they were copied from, and names their authors by that.
 *
 * The same line in an ancestor is proof; an attribution comes second; the d-th ancestor for depth d
 * third (right in 99.5 of 100 lines where the thread is whole).
 */
export function tieToAncestors(lines: readonly DraftLine[], ancestors: readonly OwnLines[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (line.zone === "quote" && line.origin === undefined) tieLine(lines, at, ancestors)
  }
  fillGaps(lines, ancestors)
  nameByOrigins(lines, ancestors)
}

// Shorter lines ("Thanks,", "ok") are the same in half of all mails.
const MIN_TEXT = 12

function tieLine(lines: readonly DraftLine[], at: number, ancestors: readonly OwnLines[]): void {
  const line = lineAt(lines, at)
  if (line.tailOf !== undefined && lineAt(lines, line.tailOf).origin !== undefined) {
    setOrigin(line, lineAt(lines, line.tailOf).origin)
    return
  }
  const text = foldSpace(line.content)
  if (text.length < MIN_TEXT) return
  const tail = lineAt(lines, at + 1).tailOf === at ? `${text} ${foldSpace(lineAt(lines, at + 1).content)}` : undefined
  for (const owner of inOrder(ancestors, line.depth)) {
    const found = owner.linesByText.get(text) ?? (tail === undefined ? undefined : owner.linesByText.get(tail))
    const number = found === undefined ? undefined : nextInRun(found, lineAt(lines, at - 1), owner)
    if (number === undefined) continue
    setOrigin(line, { messageId: owner.message.id, line: number })
    return
  }
}

/** The d-th ancestor first, then from the nearest on. */
function* inOrder(ancestors: readonly OwnLines[], depth: number): Generator<OwnLines> {
  const expected = ancestors[depth - 1]
  if (expected !== undefined) yield expected
  for (const owner of ancestors) if (owner !== expected) yield owner
}

/** Of several lines with one text, the one that goes on from the line above. */
function nextInRun(found: readonly number[], above: DraftLine, owner: OwnLines): number | undefined {
  const last = above.origin?.messageId === owner.message.id ? above.origin.line : -1
  return found.find((number) => number > last) ?? found[0]
}

function setOrigin(line: DraftLine, origin: DraftLine["origin"]): void {
  line.origin = origin
}

// Longer lines are whole paragraphs, and those are found whole.
const MAX_TEXT = 400
// Of the word runs of an edited line so many must be the ancestor's.
const SAME_SHARE = 0.8

/** Lines that are short, broken anew or edited: they follow the tied line above, or hold an ancestor's words in a row. */
function fillGaps(lines: readonly DraftLine[], ancestors: readonly OwnLines[]): void {
  const ownerById = new Map(ancestors.map((owner) => [owner.message.id, owner]))
  extend(lines, ownerById, 1)
  extend(lines, ownerById, -1)
  for (const line of lines) {
    if (line.zone !== "quote" || line.origin !== undefined) continue
    if (line.content.length > MAX_TEXT) continue
    const runs = wordRuns(foldSpace(line.content))
    if (runs.length === 0) continue
    for (const owner of inOrder(ancestors, line.depth)) {
      const number = lineOfRuns(runs, owner)
      if (number === undefined) continue
      setOrigin(line, { messageId: owner.message.id, line: number })
      break
    }
  }
}

/** The line that the first known one of some word runs begins on; undefined as soon as too many of them are not the owner's. */
function lineOfRuns(runs: readonly string[], { linesByWords }: OwnLines): number | undefined {
  let first: number | undefined
  let missed = 0
  for (const run of runs) {
    const line = linesByWords.get(run)
    if (line === undefined) missed++
    first ??= line
    if (runs.length - missed < runs.length * SAME_SHARE) return undefined
  }
  return first
}

/** Carries a tie on to the lines of its depth below (1) or above (-1) that say what comes next in the source. */
function extend(lines: readonly DraftLine[], ownerById: ReadonlyMap<string, OwnLines>, step: 1 | -1): void {
  const lastByDepth = new Map<number, NonNullable<DraftLine["origin"]>>()
  for (let count = 0; count < lines.length; count++) {
    const line = lineAt(lines, step === 1 ? count : lines.length - 1 - count)
    if (line.zone !== "quote") continue
    const last = lastByDepth.get(line.depth)
    const next = line.origin === undefined && last !== undefined ? neighbour(ownerById, last, step) : undefined
    if (next !== undefined && next.text === foldSpace(line.content) && last !== undefined)
      setOrigin(line, { messageId: last.messageId, line: next.line })
    if (line.origin === undefined) lastByDepth.delete(line.depth)
    else lastByDepth.set(line.depth, line.origin)
  }
}

/** The own line after (1) or before (-1) the one that a tie points to. */
function neighbour(
  ownerById: ReadonlyMap<string, OwnLines>,
  origin: NonNullable<DraftLine["origin"]>,
  step: 1 | -1,
): { readonly line: number; readonly text: string } | undefined {
  const owner = ownerById.get(origin.messageId)
  const place = owner?.placeByLine.get(origin.line)
  return place === undefined ? undefined : owner?.texts[place + step]
}

/** Tied lines name their level; a level without ties keeps its attribution, or takes the d-th ancestor. */
function nameByOrigins(lines: readonly DraftLine[], ancestors: readonly OwnLines[]): void {
  const tiedByLevel = countTies(lines, ancestors)
  for (const line of lines) {
    if (line.zone !== "quote" || line.origin !== undefined || line.level === undefined) continue
    line.author = chiefOf(tiedByLevel.get(line.level)) ?? line.level.author ?? ancestors[line.depth - 1]?.message.author
  }
}

/** Names the tied lines, and counts by level whose they are. */
function countTies(
  lines: readonly DraftLine[],
  ancestors: readonly OwnLines[],
): ReadonlyMap<Level, ReadonlyMap<Identity, number>> {
  const authorById = new Map(ancestors.map((owner) => [owner.message.id, owner.message.author]))
  const tiedByLevel = new Map<Level, Map<Identity, number>>()
  for (const line of lines) {
    const author = authorById.get(line.origin?.messageId ?? "")
    if (author === undefined) continue
    line.author = author
    if (line.level === undefined) continue
    const tied = tiedByLevel.get(line.level) ?? new Map<Identity, number>()
    tiedByLevel.set(line.level, tied.set(author, (tied.get(author) ?? 0) + 1))
  }
  return tiedByLevel
}

/** Whom two thirds of a level's tied lines are by. */
function chiefOf(tied: ReadonlyMap<Identity, number> | undefined): Identity | undefined {
  if (tied === undefined) return undefined
  let total = 0
  for (const count of tied.values()) total += count
  for (const [author, count] of tied) if (count * 3 >= total * 2) return author
  return undefined
}
