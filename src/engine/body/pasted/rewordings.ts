import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"

/**
 * What somebody would have a quoted line say, set under it at the place that it is meant for: half of its words are that
 * line's. It is an edit, as a patch is.
 */
export function markRewordings(lines: readonly DraftLine[]): void {
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || isBlank(line) || startOfWords(line.content) < LEAST_INDENT) continue
    const above = lineAt(lines, isBlank(lineAt(lines, at - 1)) ? at - 2 : at - 1)
    if (above.zone === "quote" && isHeldBy(wordsOf(line.content), wordsOf(above.content))) line.zone = "patch"
  }
}

// Answers are not set so far to the right.
const LEAST_INDENT = 16

function isHeldBy(words: readonly string[], others: readonly string[]): boolean {
  const held = words.filter((word) => others.includes(word)).length
  return words.length > 1 && held * 2 >= words.length
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, LONGEST)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  )
}

const LONGEST = 200
