import type { DraftLine } from "../lines/line-table.ts"
import { endOfIndented, isIndented } from "../printed/commit-logs.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"

/**
 * Documents that somebody pasted: a page of a manual, told by its headings and its margin, or by its even right edge; a
 * paragraph of an encyclopedia, told by its marks; and what stands between lines of double brackets.
 */
export function markDocuments(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || isBlank(line)) continue
    const last = endOfDocument(lines, at)
    if (last === undefined) continue
    claim(lines, { first: at, last }, "log")
    at = last
  }
}

function endOfDocument(lines: readonly DraftLine[], at: number): number | undefined {
  const { content } = lineAt(lines, at)
  if (content.startsWith("[[")) return content.trim() === "[[" ? endOfBrackets(lines, at) : undefined
  if (isHeading(content)) {
    const last = endOfIndented(lines, at + 1, MARGIN)
    return last > at ? last : undefined
  }
  return isIndented(content, LEAST_INDENT) ? endOfSetOff(lines, at) : undefined
}

const HEADING = /^[A-Z][A-Z ]{2,30}$/u

/** Of the sections that manuals have. */
function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && HEADING.test(text.trimEnd())
}

const LONGEST_HEADING = 32
// Manuals indent their text by seven.
const MARGIN = 7
const LEAST_INDENT = 2
const MOST_LINES = 60

function endOfBrackets(lines: readonly DraftLine[], first: number): number | undefined {
  for (let at = first + 1; at < first + MOST_LINES && lines[at]?.depth === 0; at++)
    if (lineAt(lines, at).content.trim() === "]]") return at
  return undefined
}

/** "Terns nest late.[12]" */
const REFERENCE = /\p{L}[.,;)]?\[\d{1,3}\]/u
/** Words that were moved apart to fill a line, or were parted by a program. */
const JUSTIFIED = /\p{L}[,;]? {2,3}\p{Ll}.*[\p{L},;]$|\p{Ll}\u2010$/u
const LEAST_JUSTIFIED = 2

/** The indented paragraph that begins at a line, if it is of a document. */
function endOfSetOff(lines: readonly DraftLine[], first: number): number | undefined {
  let justified = 0
  let isReferenced = false
  let last = first
  for (; isFilled(lines[last]) && isIndented(lineAt(lines, last).content, LEAST_INDENT); last++) {
    const { content } = lineAt(lines, last)
    isReferenced ||= REFERENCE.test(content)
    if (content.length <= LONGEST && JUSTIFIED.test(content)) justified++
  }
  return isReferenced || justified >= LEAST_JUSTIFIED ? last - 1 : undefined
}

const LONGEST = 120

function isFilled(line: DraftLine | undefined): boolean {
  return isOpen(line) && !isBlank(line)
}
