import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import type { OwnLines } from "../lines/own-lines.ts"
import { lineBehind } from "../lines/own-lines.ts"
import { foldedOf, isBlank, lineAt } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"
import { markOwnCopies, markPieces } from "./copied-pieces.ts"
import type { Copy } from "./found-copies.ts"
import { findCopy, markAsCopy } from "./found-copies.ts"
import { isSamePerson } from "../../people/same-person.ts"

/**
 * Lines that stand word for word in another's earlier mail are that person's, though no mark says so: some programs
 * quote without marks or break quotes anew, and the sender would be credited with words that they only carry along.
 */
export function markCopies(lines: readonly DraftLine[], ancestors: readonly OwnLines[], author: Identity): void {
  // The oldest first: whoever wrote it before all others is whose it is.
  const oldestFirst = ancestors.slice(0, MAX_OWNERS).toReversed()
  if (oldestFirst.every((owner) => isBy(owner, author))) return
  const below = firstBelowAttribution(lines)
  let last: CopyAt | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (!isOpen(line) || isBlank(line)) continue
    const isBeside = isBesideQuote(lines, at)
    if (!isBeside && goesOnFromOwn(lineAt(lines, at - 1), line)) continue
    const copy = findCopy(foldedOf(line), { owners: oldestFirst, isBelow: at >= below, isBeside })
    if (copy === undefined || isBy(copy.owner, author)) continue
    markAsCopy(line, copy)
    if (last?.owner === copy.owner) markBetween(lines, last, { ...copy, at })
    last = { ...copy, at }
    markBeside(lines, last, 1)
    markBeside(lines, last, -1)
  }
  markOwnCopies(
    lines,
    oldestFirst.filter((owner) => isBy(owner, author)),
  )
  markPieces(lines, oldestFirst)
}

// Copies come from what is answered or little further up; each one asked costs a look at all its words.
const MAX_OWNERS = 8

interface CopyAt extends Copy {
  readonly at: number
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

// "What do you think?" has eighteen letters; shorter lines ("Thanks,", "Yes.") may be anybody's.
const MIN_BESIDE = 12
/** A line that was broken anew may hold so many of its owner's. */
const NEAR = 12

/** Lines right below (1) or above (-1) a copy that say what its owner says next, or said before, are copies too. */
function markBeside(lines: readonly DraftLine[], { at, owner, line }: CopyAt, step: 1 | -1): void {
  let number = line
  for (let near = at + step; near >= 0 && near < lines.length; near += step) {
    const candidate = lineAt(lines, near)
    if (isBlank(candidate)) continue
    const text = foldedOf(candidate)
    if (!isOpen(candidate) || text.length < MIN_BESIDE) return
    const found = lineBehind(owner, text, step === 1 ? number : number - NEAR)
    if (found === undefined || Math.abs(found - number) > NEAR || (found - number) * step <= 0) return
    markAsCopy(candidate, { owner, line: found })
    number = found
  }
}

/** Short lines between two copies are copies too where the owner has them between the same two lines. */
function markBetween(lines: readonly DraftLine[], above: CopyAt, below: CopyAt): void {
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
      markAsCopy(line, { owner: above.owner, line: number })
  }
}
