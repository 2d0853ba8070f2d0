import type { DraftLine } from "../lines/line-table.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { isWhite, setMarks, startOfWords } from "../lines/line-table.ts"
import { unmarkAccidents } from "./accidental-marks.ts"
import { markPipes } from "./pipe-marks.ts"

/**
 * Marks that quote nobody are taken off, and quotes that are marked with initials get theirs: the steps
 * after this one see depths that mean people.
 */
export function correctMarks(lines: readonly DraftLine[], body: string): void {
  if (body.includes(ENTITY)) markEntities(lines)
  if (body.includes(">")) {
    if (lines.some(isMarkedTwice) && body.includes("prefixed by")) unmarkPrefixes(lines)
    unmarkPrompts(lines)
    unmarkAccidents(lines)
    markInitials(lines)
  }
  if (body.includes("|") || body.includes("\n: ")) markPipes(lines)
}

const ENTITY = "&gt;"
const ENTITIES = /^\s{0,2}(?:&gt; ?){1,20}/u
const WROTE = /\b(?:wrote|writes|said|says):\s*$/u

/** What an archive wrote for ">": a mark where several lines begin so, or somebody is said to have written what follows. */
function markEntities(lines: readonly DraftLine[]): void {
  const marked = lines.filter(
    (line) => line.marks === 0 && line.text.trimStart().startsWith(ENTITY) && ENTITIES.test(line.text),
  )
  if (marked.length === 0 || (marked.length < MIN_LINES && !lines.some(({ text }) => WROTE.test(text)))) return
  for (const line of marked) {
    const marks = ENTITIES.exec(line.text)?.[0] ?? ""
    line.marks = marks.split(ENTITY).length - 1
    line.depth = line.marks
    line.content = line.text.slice(marks.length)
    line.isBlank = isWhite(line.content)
  }
}

function isMarkedTwice({ marks }: DraftLine): boolean {
  return marks > 1
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

/**
 * ">>> " is also the prompt of a Python session: it is one where nobody is quoted once or twice, and elsewhere where it
 * stands before code and no quote stands right above or below.
 */
function unmarkPrompts(lines: readonly DraftLine[]): void {
  const isQuoting = lines.some((line) => line.marks > 0 && !isPrompt(line))
  for (let first = 0; first < lines.length; first++) {
    if (lines[first]?.marks !== 3) continue
    let last = first
    while (lines[last + 1]?.marks === 3) last++
    if (!isQuoting || isSession(lines, first, last)) for (let at = first; at <= last; at++) unmark(lines[at])
    first = last
  }
}

function unmark(line: DraftLine | undefined): void {
  if (line !== undefined) setMarks(line, 0)
}

function isPrompt({ marks, text }: DraftLine): boolean {
  return marks === 3 && (text.startsWith(">>> ") || text.trimEnd() === ">>>")
}

function isSession(lines: readonly DraftLine[], first: number, last: number): boolean {
  if ((lines[first - 1]?.marks ?? 0) > 0 || (lines[last + 1]?.marks ?? 0) > 0) return false
  return lines.slice(first, last + 1).every((line) => isPrompt(line) && (line.isBlank || PYTHON.test(line.content)))
}

const PYTHON =
  /^(?:import |from [\w.]+ import |print\b|def \w|class \w|for \w+ in |if .*:$|while .*:$|[\w.]+(?:\[[^\]]*\])? ?=|[\w.]+[([]|\w{1,2}\s*$)/u

const SUPERCITE = /^\s*>{3,}\s*"(?<mark>[^"]{1,20})" == (?<who>.+)$/u
const INITIALS = /^\s{0,4}(?<mark>[A-Za-z][\w.-]{0,9})>(?:\s|$)/u
// Initials that stand before one line only may be anything.
const MIN_LINES = 2

/** "BM> words": supercite and older programs mark quotes with initials. */
function markInitials(lines: readonly DraftLine[]): void {
  const counts = countInitials(lines)
  if (counts.size === 0) return
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

function initialsOf({ marks, text }: DraftLine): string | undefined {
  return marks === 0 && hasMarkedWord(text) ? INITIALS.exec(text)?.groups?.["mark"] : undefined
}

/** A cheap look before the dear one: whether a mark stands behind the first word. */
function hasMarkedWord(text: string): boolean {
  const end = Math.min(text.length, LONGEST_INITIALS)
  for (let at = startOfWords(text); at < end; at++) {
    const code = codeAt(text, at)
    if (code === MARK) return true
    if (code === SPACE) return false
  }
  return false
}

const SPACE = 0x20
const MARK = 0x3e
// Four spaces, ten letters and the mark.
const LONGEST_INITIALS = 15
