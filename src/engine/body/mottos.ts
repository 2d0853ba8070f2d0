import type { DraftLine } from "./line-table.ts"
import { isBlank } from "./line-table.ts"
import { claim, isOpen } from "./open-lines.ts"

/** Words in quotation marks from the first letter on, and who said them behind a dash. */
const MOTTO = /^["“„«][^"“”„«»]{8,300}["”“»]\s*[-–—~]{1,3}\s*\p{Lu}[\p{L}\p{M}.,'’\s-]{1,50}$/u
const MOST_LINES = 5

/** A motto that ends a mail is part of its signature, though no dashes stand above it. */
export function markMottos(lines: readonly DraftLine[]): void {
  let last = lines.length - 1
  while (last >= 0 && !isFilled(lines[last])) last--
  let first = last
  while (isFilled(lines[first - 1]) && last - first < MOST_LINES) first--
  let text = ""
  for (let at = first; at <= last; at++) text += ` ${lines[at]?.content.trim() ?? ""}`
  if (MOTTO.test(text.trim())) claim(lines, { first, last }, "signature")
}

function isFilled(line: DraftLine | undefined): boolean {
  return isOpen(line) && !isBlank(line)
}
