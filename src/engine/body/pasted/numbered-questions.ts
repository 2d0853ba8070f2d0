import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"

/**
 * Questions that bear numbers of a list which is not here ("5) … 7) … 8) …", and no first one) were asked elsewhere: their
 * writer answers them. What hangs below such a question, further in than the answer, belongs to it.
 */
export function markNumberedQuestions(lines: readonly DraftLine[]): void {
  if (lines.some(({ content }) => FIRST.test(content))) return
  for (let at = 0; at < lines.length; at++) {
    if (!isOpen(lines[at]) || !NUMBERED.test(lineAt(lines, at).content)) continue
    const last = endOfQuestion(lines, at)
    if (last === undefined) continue
    claim(lines, { first: at, last }, "log")
    at = last
  }
}

const NUMBERED = /^\s{0,8}\(?\d{1,2}[).] {1,3}\S/
const FIRST = /^[\s>]*\(?[01][).] {1,3}\S/
// A question over so many lines, and what was said below it.
const MOST_LINES = 12

/** The last line of a numbered question that is answered right below, at the margin; undefined where it is none. */
function endOfQuestion(lines: readonly DraftLine[], first: number): number | undefined {
  const margin = startOfWords(lineAt(lines, first).content)
  let [last, asks] = [first, ASKS.test(lineAt(lines, first).content)]
  for (let at = first + 1; at < first + MOST_LINES; at++) {
    const line = lineAt(lines, at)
    if (isBlank(line)) continue
    if (!isOpen(line)) return undefined
    if (startOfWords(line.content) <= margin) return asks && !NUMBERED.test(line.content) ? last : undefined
    asks ||= ASKS.test(line.content)
    last = at
  }
  return undefined
}

const ASKS = /\?\s*$/
