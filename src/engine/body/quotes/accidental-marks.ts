import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt, setMarks } from "../lines/line-table.ts"
import { SAYING } from "../attributions/verbs-of-saying.ts"

/** Takes marks off that stand at the start of a line by accident and quote nobody. */
export function unmarkAccidents(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (line.marks > 0 && (isFromLine(lines, at) || isBracketLeft(lines, at))) unmark(line)
  }
}

function unmark(line: DraftLine): void {
  const { content } = line
  setMarks(line, line.marks - 1)
  line.content = line.content.replace(/^\s*>/u, "")
  if (line.content === "") line.content = content
}

/**
 * An mbox puts ">" before a line that begins with "From ", and whoever quotes the mail later quotes that
 * mark too. No space follows it, and a line right above or below has a mark fewer.
 */
function isFromLine(lines: readonly DraftLine[], at: number): boolean {
  const line = lineAt(lines, at)
  if (!line.content.startsWith("From ") || !line.text.includes(">From ")) return false
  const within = line.marks - 1
  const above = lineAt(lines, at - 1)
  const below = lineAt(lines, at + 1)
  const followsOn = above.marks === within && !isBlank(above)
  // On the sender's own level only an unfinished line above tells the mark from that of a quote.
  if (within === 0) return followsOn && below.marks === 0 && !ENDS_CLAUSE.test(above.content)
  if (above.marks === line.marks || below.marks === line.marks) return false
  return followsOn || (below.marks === within && !isBlank(below))
}

const ENDS_CLAUSE = /[.?!:;)\]}]\s*$/u
const OPEN_ADDRESS = /<[^<>\s]+(?:@| at )[^<>\s]+\s*$/u
// "wrote:" and its like, with nothing else.
const LONGEST_VERB = 24

/** "On …, Ada <ada@tern.example" / "> wrote:": the bracket of an address was broken off to the next line. */
function isBracketLeft(lines: readonly DraftLine[], at: number): boolean {
  const line = lineAt(lines, at)
  const above = lineAt(lines, at - 1)
  if (line.content.length > LONGEST_VERB || above.marks !== line.marks - 1) return false
  return /[:：]\s*$/u.test(line.content) && SAYING.test(line.content) && OPEN_ADDRESS.test(above.content)
}
