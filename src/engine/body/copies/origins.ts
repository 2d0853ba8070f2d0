import type { Identity } from "../../../model/message.ts"
import type { Level } from "../lines/levels.ts"
import type { DraftLine } from "../lines/line-table.ts"
import type { OwnLines } from "../lines/own-lines.ts"
import { foldedOf, lineAt } from "../lines/line-table.ts"
import { lineBehind, placeOf } from "../lines/own-lines.ts"
import { placeOfRuns, runsOf } from "../lines/word-runs.ts"

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
  const text = foldedOf(line)
  if (text.length < MIN_TEXT) return
  const tail = lineAt(lines, at + 1).tailOf === at ? `${text} ${foldedOf(lineAt(lines, at + 1))}` : undefined
  const above = lineAt(lines, at - 1).origin
  for (let turn = 0; turn <= ancestors.length; turn++) {
    const owner = ownerAt(ancestors, { turn, depth: line.depth })
    if (owner === undefined) continue
    // Of several lines with one text, the one that goes on from the line above.
    const last = above?.messageId === owner.message.id ? above.line : -1
    const number = lineBehind(owner, text, last) ?? (tail === undefined ? undefined : lineBehind(owner, tail, last))
    if (number === undefined) continue
    setOrigin(line, { messageId: owner.message.id, line: number })
    return
  }
}

/** Whose turn it is to be looked at: the d-th ancestor's first, then from the nearest on; nobody's who had it already. */
function ownerAt(
  ancestors: readonly OwnLines[],
  { turn, depth }: { readonly turn: number; readonly depth: number },
): OwnLines | undefined {
  const expected = ancestors[depth - 1]
  if (turn === 0) return expected
  const owner = ancestors[turn - 1]
  return owner === expected ? undefined : owner
}

function setOrigin(line: DraftLine, origin: DraftLine["origin"]): void {
  line.origin = origin
}

// Longer lines are whole paragraphs, and those are found whole.
const MAX_TEXT = 400

/** Lines that are short, broken anew or edited: they follow the tied line above, or hold an ancestor's words in a row. */
function fillGaps(lines: readonly DraftLine[], ancestors: readonly OwnLines[]): void {
  const ownerById = new Map(ancestors.map((owner) => [owner.message.id, owner]))
  extend(lines, ownerById, 1)
  extend(lines, ownerById, -1)
  for (const line of lines) {
    if (line.zone !== "quote" || line.origin !== undefined) continue
    if (line.content.length > MAX_TEXT) continue
    const runs = runsOf(foldedOf(line))
    if (runs === undefined) continue
    for (let turn = 0; turn <= ancestors.length; turn++) {
      const owner = ownerAt(ancestors, { turn, depth: line.depth })
      const place = owner && placeOfRuns(runs, owner.runs)
      if (owner === undefined || place === undefined) continue
      setOrigin(line, { messageId: owner.message.id, line: owner.numbers[place] ?? 0 })
      break
    }
  }
}

/** Carries a tie on to the lines of its depth below (1) or above (-1) that say what comes next in the source. */
function extend(lines: readonly DraftLine[], ownerById: ReadonlyMap<string, OwnLines>, step: 1 | -1): void {
  const lastByDepth = new Map<number, NonNullable<DraftLine["origin"]>>()
  for (let count = 0; count < lines.length; count++) {
    const line = lineAt(lines, step === 1 ? count : lines.length - 1 - count)
    if (line.zone !== "quote") continue
    const last = lastByDepth.get(line.depth)
    const next = line.origin === undefined && last !== undefined ? neighbour(ownerById, last, step) : undefined
    if (next !== undefined && last !== undefined && next.text === foldedOf(line))
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
  if (owner === undefined) return undefined
  const at = placeOf(owner, origin.line)
  const [line, text] = at === -1 ? [] : [owner.numbers[at + step], owner.texts[at + step]]
  return line === undefined || text === undefined ? undefined : { line, text }
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
    if (line.origin === undefined) continue
    const author = authorById.get(line.origin.messageId)
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
