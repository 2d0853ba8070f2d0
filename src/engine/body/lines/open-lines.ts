import type { Zone } from "../../../model/body.ts"
import type { DraftLine } from "./line-table.ts"

// A longer line is a paragraph that nobody broke; no zone is told by what stands behind this.
const MAX_LINE = 1_000

/** Whether a line may be told by its form: it is open, and short enough to look at. */
export function isLegible(line: DraftLine | undefined): line is DraftLine {
  return isOpen(line) && line.text.length <= MAX_LINE
}

/** Whether a line is still the sender's own running text: no other zone has claimed it. */
export function isOpen(line: DraftLine | undefined): line is DraftLine {
  return line !== undefined && line.depth === 0 && line.zone === undefined
}

/** Gives a zone to the lines from `first` up to and with `last` that are still open, blank ones left blank. */
export function claim(
  lines: readonly DraftLine[],
  range: { readonly first: number; readonly last: number },
  zone: Zone,
): void {
  for (let at = range.first; at <= range.last; at++) {
    const line = lines[at]
    if (isOpen(line)) line.zone = zone
  }
}
