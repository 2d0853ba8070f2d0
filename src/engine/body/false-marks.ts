import type { DraftLine } from "./line-table.ts"
import { isWhite } from "./line-table.ts"

/**
 * Marks that quote nobody are taken off, and quotes that are marked with initials get theirs: the steps
 * after this one see depths that mean people.
 */
export function correctMarks(lines: readonly DraftLine[]): void {
  unmarkPrefixes(lines)
  unmarkPrompts(lines)
  unmarkFromLines(lines)
  markInitials(lines)
}

// The kernel test robot's words for it.
const PREFIXED = /\bprefixed by >>/u

/** A robot that puts ">>" before new errors says so: from there on such lines are its log, at the depth of that word. */
function unmarkPrefixes(lines: readonly DraftLine[]): void {
  const announced = lines.findIndex((line) => line.content.includes("prefixed by") && PREFIXED.test(line.content))
  const depth = lines[announced]?.marks ?? 0
  if (announced === -1) return
  for (const line of lines.slice(announced + 1)) if (line.marks === depth + 2) setMarks(line, depth)
}

/** ">>> " is also the prompt of a Python session: it is one where nobody is quoted once or twice. */
function unmarkPrompts(lines: readonly DraftLine[]): void {
  const isQuoting = lines.some((line) => line.marks > 0 && !(line.marks === 3 && line.text.startsWith(">>> ")))
  if (isQuoting) return
  for (const line of lines) if (line.marks === 3) setMarks(line, 0)
}

/**
 * An mbox puts ">" before a line that begins with "From ", and whoever quotes the mail later quotes that
 * mark too. No space follows it, and the line goes on from one that has a mark fewer.
 */
function unmarkFromLines(lines: readonly DraftLine[]): void {
  for (const [at, line] of lines.entries()) {
    if (line.marks === 0 || !line.text.includes(">From ") || !line.content.startsWith("From ")) continue
    const within = line.marks - 1
    const above = lines[at - 1]
    const below = lines[at + 1]
    const goesOn = above?.marks === within && !above.isBlank && below?.marks !== line.marks
    // On the sender's own level only an unfinished line above tells the mark from that of a quote.
    if (!goesOn || (within === 0 && ENDS_CLAUSE.test(above.content))) continue
    const mark = line.text.lastIndexOf(">", line.text.indexOf("From "))
    line.marks = within
    line.depth = within
    line.content = line.text.slice(mark + 1)
  }
}

const ENDS_CLAUSE = /[.?!:;)\]}]\s*$/u

const SUPERCITE = /^\s*>{3,}\s*"(?<mark>[^"]{1,20})" == (?<who>.+)$/u
const INITIALS = /^\s{0,4}(?<mark>[A-Za-z][\w.-]{0,9})>(?:\s|$)/u
// Initials that stand before one line only may be anything.
const MIN_LINES = 2

/** "BM> words": supercite and older programs mark quotes with initials. */
function markInitials(lines: readonly DraftLine[]): void {
  const counts = countInitials(lines)
  for (const line of lines) {
    const mark = initialsOf(line)
    if (mark === undefined || (counts.get(mark) ?? 0) < MIN_LINES) continue
    line.marks = 1
    line.depth = 1
    line.content = line.text.slice(line.text.indexOf(">") + 1).replace(/^ /u, "")
    line.isBlank = isWhite(line.content)
  }
}

/** How often each initials stand before a line; those that supercite's own attribution names are sure at once. */
function countInitials(lines: readonly DraftLine[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const announced = line.marks >= 3 && line.text.includes('" == ') ? SUPERCITE.exec(line.text)?.groups : undefined
    const mark = announced?.["mark"] ?? initialsOf(line)
    if (mark === undefined) continue
    counts.set(mark, (counts.get(mark) ?? 0) + (announced === undefined ? 1 : MIN_LINES))
    if (announced === undefined) continue
    setMarks(line, 0)
    line.content = announced["who"] ?? ""
  }
  return counts
}

function initialsOf(line: DraftLine): string | undefined {
  if (line.marks > 0 || !line.text.includes(">")) return undefined
  return INITIALS.exec(line.text)?.groups?.["mark"]
}

/** Gives a line fewer marks than stand on it; the others are part of its words. */
function setMarks(line: DraftLine, marks: number): void {
  let end = 0
  let left = marks
  for (; left > 0 && end < line.text.length; end++) if (line.text[end] === ">") left--
  if (marks > 0 && line.text[end] === " ") end++
  line.marks = marks
  line.depth = marks
  line.content = line.text.slice(end)
  line.isBlank = isWhite(line.content)
}
