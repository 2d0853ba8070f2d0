import type { Identity, MessageId } from "../../../model/message.ts"
import type { Level } from "./levels.ts"
import type { Zone } from "../../../model/body.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { foldSpace } from "../sentences/fold-space.ts"

/**
 * A line while it is being read. The steps of `readBody` fill it in one after the other; a zone that
 * is still absent at the end means the sender's own words.
 */
export interface DraftLine {
  readonly text: string
  content: string
  /** The content folded, once a step has asked for it. */
  folded: string | undefined
  isBlank: boolean
  /** Quote marks that stand on the line. */
  marks: number
  /** Depth that the line belongs to; differs from `marks` for wrapped tails and for quotes without marks. */
  depth: number
  zone: Zone | undefined
  author: Identity | undefined
  /** The level of quoting it stands on: one object for all lines that one attribution speaks of. */
  level: Level | undefined
  /** format=flowed: broken by a program, and goes on in the next line. */
  isSoftBroken: boolean | undefined
  tailOf: number | undefined
  origin: { readonly messageId: MessageId; readonly line: number } | undefined
}

/** Every line is made here: steps that look at thousands of lines are quickest where all have one shape. */
function aLine({ text, content, isBlank: isEmpty, marks, depth }: LineStart): DraftLine {
  return {
    text,
    content,
    folded: undefined,
    isBlank: isEmpty,
    marks,
    depth,
    zone: undefined,
    author: undefined,
    level: undefined,
    isSoftBroken: undefined,
    tailOf: undefined,
    origin: undefined,
  }
}

type LineStart = Pick<DraftLine, "text" | "content" | "isBlank" | "marks" | "depth">

/**
 * So many lines of a body are read; coverage says of a longer one that it was not read to its end. Mail is written by
 * strangers, and every line costs a look of every step: a megabyte may be half a million lines, or 40,000 attributions.
 * The longest mail of 170 threads of lists has 2,400 lines, and the 400 KB that large lists let through are 10,000.
 */
export const MAX_LINES = 10_000

/** The lines of a body with their quote marks counted. One pass, no regular expressions: cost is the body's length. */
export function splitLines(body: string): DraftLine[] {
  return body.split("\n", MAX_LINES).map(toDraft)
}

/** The lines behind those that were read. */
export function textsBehind(body: string, read: readonly { readonly text: string }[]): readonly string[] {
  if (read.length < MAX_LINES) return []
  let end = 0
  for (const { text } of read) end += text.length + 1
  return end > body.length ? [] : body.slice(end).split("\n")
}

/** A line told by its marks alone: a body of so many lines is a listing. */
export function toListed(text: string): DraftLine {
  const line = toDraft(text)
  if (line !== EMPTY_LINE) line.zone = line.isBlank ? "blank" : line.marks > 0 ? "quote" : "log"
  return line
}

/** The line as it stood when it had `depth` marks fewer: what that level's mail program saw. */
export function stripMarks(text: string, depth: number): string {
  return text.slice(endOfMarks(text, depth).end)
}

/** Gives a line fewer marks than stand on it; the others are part of its words. */
export function setMarks(line: DraftLine, marks: number): void {
  let end = 0
  let left = marks
  for (; left > 0 && end < line.text.length; end++) if (line.text[end] === ">") left--
  if (marks > 0 && line.text[end] === " ") end++
  line.marks = marks
  line.depth = marks
  line.content = line.text.slice(end)
  line.isBlank = isWhite(line.content)
}

/** Stands for the lines above the first and below the last, so that looking around needs no special case. */
const NO_LINE: DraftLine = emptyLine(-1, -1)

/** A line of its own that holds nothing. */
export function emptyLine(marks: number, depth: number): DraftLine {
  const line = aLine({ text: "", content: "", isBlank: true, marks, depth })
  line.zone = "blank"
  return line
}

/** The line at an index; an empty one of depth -1 outside the body. */
export function lineAt(lines: readonly DraftLine[], at: number): DraftLine {
  return lines[at] ?? NO_LINE
}

/** The content of a line with white space folded. To be asked for once its marks are known: its content stays the same then. */
export function foldedOf(line: DraftLine): string {
  if (line === EMPTY_LINE) return ""
  return (line.folded ??= foldSpace(line.content))
}

/** Whether a line holds nothing. */
export function isBlank(line: DraftLine): boolean {
  return line.isBlank
}

/** Whether a text is white space only; looks at no character twice. */
export function isWhite(text: string): boolean {
  return startOfWords(text) === text.length
}

/** Where the white space ends that a text begins with. */
export function startOfWords(text: string): number {
  const { length } = text
  let at = 0
  while (at < length && isSpace(codeAt(text, at))) at++
  return at
}

/** Whether a character is white space. */
export function isSpace(code: number): boolean {
  if (code <= 0x20) return true
  return code >= 0xa0 && (code === 0xa0 || (code >= WIDE && String.fromCharCode(code).trim() === ""))
}

// From here on there are spaces among the letters again.
const WIDE = 0x2000

/**
 * An empty line. Bodies hold many and all say the same, so they share one; a step that finds out more
 * about one of them puts a line of its own in its place.
 */
export const EMPTY_LINE: DraftLine = Object.freeze(emptyLine(0, 0))

function toDraft(text: string): DraftLine {
  const { length } = text
  if (length === 0) return EMPTY_LINE
  const first = codeAt(text, 0)
  const marked = first === MARK || first === SPACE ? endOfMarks(text, Number.POSITIVE_INFINITY) : UNMARKED
  const isCut = codeAt(text, length - 1) === RETURN
  // Most lines of most mails begin with a letter: they have no marks, and are their own content.
  const content = marked.end === 0 && !isCut ? text : text.slice(marked.end, isCut ? -1 : undefined)
  return aLine({ text, content, isBlank: isWhite(content), marks: marked.marks, depth: marked.marks })
}

const UNMARKED = { end: 0, marks: 0 } as const
const RETURN = 0x0d
const SPACE = 0x20
const MARK = 0x3e

// Some mailers put a space before the first mark; more than this is text that happens to hold ">".
const MAX_LEADING_SPACES = 2

/** `>`, `> >`, `>>`, `>|` in any mix; one space after the last mark belongs to the marks. */
function endOfMarks(text: string, limit: number): { readonly end: number; readonly marks: number } {
  const { length } = text
  let at = 0
  while (at < MAX_LEADING_SPACES && at < length && codeAt(text, at) === SPACE) at++
  let marks = 0
  let end = 0
  while (marks < limit) {
    const next = nextMark(text, at, marks)
    if (next === -1) break
    marks++
    at = next + 1
    end = at
  }
  if (marks === 0) return UNMARKED
  const isSpaced = end < length && (codeAt(text, end) === SPACE || codeAt(text, end) === NO_BREAK_SPACE)
  return { end: isSpaced ? end + 1 : end, marks }
}

const TAB = 0x09
const BAR = 0x7c
const NO_BREAK_SPACE = 0xa0

/** Where the next mark stands that belongs to those before `at`; -1 where none does. */
function nextMark(text: string, at: number, marks: number): number {
  const { length } = text
  if (at >= length) return -1
  const code = codeAt(text, at)
  if (code === MARK) return at
  if (marks === 0) return -1
  if (code === BAR && codeAt(text, at - 1) === MARK) return at
  return code === SPACE || code === TAB || code === NO_BREAK_SPACE ? markBehindSpace(text, at + 1) : -1
}

function markBehindSpace(text: string, at: number): number {
  if (at >= text.length) return -1
  const code = codeAt(text, at)
  if (code === MARK) return at
  // Who quotes with ">  " puts two between their own mark and the one below.
  return code === SPACE && at + 1 < text.length && codeAt(text, at + 1) === MARK ? at + 1 : -1
}
