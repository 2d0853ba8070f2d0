import { codeAt } from "../../patterns/code-at.ts"
import { isWhite } from "../lines/line-table.ts"

const MARKS = new Set('=-~+^*"#'.split("").map((mark) => mark.charCodeAt(0)))
const SHORTEST = 4
// Who underlines by hand counts no letters.
const MOST_TOO_SHORT = 2

interface Line {
  readonly content: string
}

/** Whether a line is a heading: below it, a blank line aside, stands a line as long as itself of one mark alone. */
export function isUnderlined(lines: readonly Line[], at: number): boolean {
  const next = lines[at + 1]
  if (next === undefined) return false
  const below = isWhite(next.content) ? lines[at + 2] : next
  if (below === undefined || below.content === "" || !MARKS.has(codeAt(below.content, 0))) return false
  const marks = markedLength(below.content)
  const heading = lines[at]?.content.trim() ?? ""
  return marks >= SHORTEST && Math.abs(heading.length - marks) <= MOST_TOO_SHORT && HEADING.test(heading)
}

/** It begins with a letter or a number, and is no statement. */
const HEADING = /^[\p{L}\p{N}*`"'“‘(].*[^.,;:\s]$/u

/** How often the first mark of a line stands on it; 0 where something else stands there too. */
function markedLength(content: string): number {
  const text = content.trimEnd()
  const mark = codeAt(text, 0)
  for (let at = 1; at < text.length; at++) if (codeAt(text, at) !== mark) return 0
  return text.length
}
