import type { Identity } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import type { OwnLines } from "./own-lines.ts"
import { isBlank, lineAt } from "./line-table.ts"
import { isOpen } from "./open-lines.ts"
import { foldSpace } from "./fold-space.ts"

// Shorter lines ("I agree with that.") may be two people's own.
const MIN_COPY = 30

/**
 * Lines below an attribution that stand word for word in another's earlier mail are that person's, though
 * no mark says so: some programs quote without marks, and the sender would be credited with words that
 * they only carry along.
 */
export function markCopies(lines: readonly DraftLine[], ancestors: readonly OwnLines[], author: Identity): void {
  const others = ancestors.filter(({ message }) => message.author.address !== author.address)
  if (others.length === 0) return
  let last: Copy | undefined
  for (let at = firstBelowAttribution(lines); at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (!isOpen(line)) continue
    const copy = findCopy(foldSpace(line.content), others)
    if (copy === undefined) continue
    markLine(line, copy.owner)
    if (last?.owner === copy.owner) markBetween(lines, last, { ...copy, at })
    last = { ...copy, at }
  }
}

interface Copy {
  readonly at: number
  readonly owner: OwnLines
  /** Line of the owner's body. */
  readonly line: number
}

function firstBelowAttribution(lines: readonly DraftLine[]): number {
  for (let at = 0; at < lines.length; at++) {
    const { zone, depth } = lineAt(lines, at)
    if (zone === "attribution" && depth === 0) return at + 1
  }
  return lines.length
}

function findCopy(text: string, owners: readonly OwnLines[]): Omit<Copy, "at"> | undefined {
  if (text.length < MIN_COPY) return undefined
  for (const owner of owners) {
    const line = owner.linesByText.get(text)?.[0]
    if (line !== undefined) return { owner, line }
  }
  return undefined
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
    const found = above.owner.linesByText.get(foldSpace(line.content))
    if (found?.some((number) => number > above.line && number < below.line) === true) markLine(line, above.owner)
  }
}

function markLine(line: DraftLine, owner: OwnLines): void {
  line.zone = "quote"
  line.depth = 1
  line.author = owner.message.author
}
