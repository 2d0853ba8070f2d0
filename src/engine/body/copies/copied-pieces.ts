import type { Copy } from "./found-copies.ts"
import type { DraftLine } from "../lines/line-table.ts"
import type { OwnLines } from "../lines/own-lines.ts"
import { findCopy, findRuns, markAsCopy } from "./found-copies.ts"
import { foldedOf, isBlank, lineAt } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"
import { isDelimiter } from "../endings/signatures.ts"
import { runsOf } from "../lines/word-runs.ts"

/** What the sender said before, right above another's answer to it: both were quoted, and lost their marks together. */
export function markOwnCopies(lines: readonly DraftLine[], own: readonly OwnLines[]): void {
  if (own.length === 0) return
  for (let first = 0; first < lines.length; first++) {
    if (isDelimiter(lineAt(lines, first).content)) return
    if (!isFilled(lines[first])) continue
    let last = first
    while (isFilled(lines[last + 1])) last++
    if (isBareQuote(lines, last + 1)) markIfCopied(lines, { first, last }, own)
    first = last
  }
}

function isFilled(line: DraftLine | undefined): boolean {
  return isOpen(line) && !isBlank(line)
}

/** Whether what stands next below, blank lines aside, is quoted without a mark. */
function isBareQuote(lines: readonly DraftLine[], from: number): boolean {
  let at = from
  while (at < lines.length && isBlank(lineAt(lines, at))) at++
  return lineAt(lines, at).zone === "quote" && lineAt(lines, at).marks === 0
}

function markIfCopied(
  lines: readonly DraftLine[],
  { first, last }: { readonly first: number; readonly last: number },
  owners: readonly OwnLines[],
): void {
  const copies: Copy[] = []
  for (let at = first; at <= last; at++) {
    const text = foldedOf(lineAt(lines, at))
    const copy = findCopy(text, { owners, isBelow: false, isBeside: true }) ?? pieceBelow(lines, at, owners)
    if (copy === undefined) return
    copies.push(copy)
  }
  for (const [at, copy] of copies.entries()) markAsCopy(lineAt(lines, first + at), copy)
}

/**
 * Lines that a program broke off a quote and left without its mark: together with the words of the quote right above, or
 * right below, an ancestor has them in a row.
 */
export function markPieces(lines: readonly DraftLine[], owners: readonly OwnLines[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (!isFilled(lines[at]) || !/\p{L}/u.test(lineAt(lines, at).content)) continue
    const copy =
      (isQuoted(lines[at - 1]) ? pieceBelow(lines, at, owners) : undefined) ??
      (isQuoted(lines[at + 1]) ? pieceAbove(lines, at, owners) : undefined)
    if (copy !== undefined) markAsCopy(lineAt(lines, at), copy)
  }
}

function isQuoted(line: DraftLine | undefined): boolean {
  return line?.zone === "quote" && !isBlank(line)
}

// With one word of the line itself so many make a run.
const OVERLAP = 3

function pieceBelow(lines: readonly DraftLine[], at: number, owners: readonly OwnLines[]): Copy | undefined {
  const above = foldedOf(lineAt(lines, at - 1))
    .split(" ")
    .slice(-OVERLAP)
  return findPiece(above.length < OVERLAP ? [] : [...above, foldedOf(lineAt(lines, at))], owners)
}

function pieceAbove(lines: readonly DraftLine[], at: number, owners: readonly OwnLines[]): Copy | undefined {
  const below = foldedOf(lineAt(lines, at + 1)).split(" ", OVERLAP)
  return findPiece(below.length < OVERLAP ? [] : [foldedOf(lineAt(lines, at)), ...below], owners)
}

// Longer lines are found alone.
const LONGEST_PIECE = 120

function findPiece(parts: readonly string[], owners: readonly OwnLines[]): Copy | undefined {
  const text = parts.join(" ")
  const runs = text === "" || text.length > LONGEST_PIECE ? undefined : runsOf(text)
  return runs === undefined ? undefined : findRuns(runs, owners)
}
