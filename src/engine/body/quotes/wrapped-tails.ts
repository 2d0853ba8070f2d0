import type { DraftLine } from "../lines/line-table.ts"
import type { OwnLines } from "../lines/own-lines.ts"
import { foldedOf, isBlank, lineAt, stripMarks } from "../lines/line-table.ts"

/**
 * The ends of quoted lines that a mail program broke off and left without their marks.
 *
 * A program that wraps what it quotes puts the last words of a long line on a line of their own,
 * one or more marks short. Such a tail belongs to the line above it. Read as an answer it would put
 * words into its sender's mouth, so whatever looks like a true short answer stays one. Says whether the
 * ancestors had a word in it: if not, the mail reads the same without them.
 */
export function giveTailsBack(lines: DraftLine[], ancestors: readonly OwnLines[] = []): boolean {
  const atEnds: number[] = []
  let found = 0
  let isProven = false
  for (let at = 1; at < lines.length; at++) {
    if (!isBelowQuote(lines, at)) continue
    const proof = provenTail(lineAt(lines, at - 1), lineAt(lines, at), ancestors)
    isProven ||= proof !== undefined
    const last = proof === undefined ? tailEnd(lines, at) : provenEnd(at, proof)
    if (last !== undefined) {
      for (let tail = at; tail <= last; tail++) giveBack(lines, tail)
      at = last
      found++
    } else if (proof === undefined && mayBeLastTail(lines, at)) atEnds.push(at)
  }
  // A program that broke lines within quotes broke their last lines too; alone such a line proves nothing.
  if (found > 0) for (const at of atEnds) giveBack(lines, at)
  return isProven
}

function provenEnd(at: number, isTail: boolean): number | undefined {
  return isTail ? at : undefined
}

function isBelowQuote(lines: readonly DraftLine[], at: number): boolean {
  const line = lineAt(lines, at)
  return line.depth < lineAt(lines, at - 1).depth && !isBlank(line)
}

function giveBack(lines: readonly DraftLine[], at: number): void {
  const source = lineAt(lines, at - 1)
  const line = lineAt(lines, at)
  line.depth = source.depth
  line.tailOf = source.tailOf ?? at - 1
}

// The last tail of a quote has no mark below it to show it, so it has to be short and in mid-sentence.
const MAX_LAST_TAIL = 25
const NARROWEST_FULL_LINE = 70

function mayBeLastTail(lines: readonly DraftLine[], at: number): boolean {
  const line = lineAt(lines, at)
  const source = lineAt(lines, at - 1)
  const tail = line.content.trim()
  if (isBlank(source) || !isBlank(lineAt(lines, at + 1)) || tail.length > MAX_LAST_TAIL || isAnswer(tail)) return false
  const before = stripMarks(source.text, line.marks).trimEnd()
  const word = tail.split(/\s/u, 1)[0] ?? ""
  return (
    before.length + 1 + word.length > NARROWEST_FULL_LINE && !/[.!?:;,]["')\]]*$/u.test(before) && /^\p{Ll}/u.test(tail)
  )
}

/** With the thread at hand there is proof: an ancestor has both in one line, or each as a line of its own. */
function provenTail(source: DraftLine, line: DraftLine, ancestors: readonly OwnLines[]): boolean | undefined {
  if (ancestors.length === 0 || isBlank(source)) return undefined
  const before = foldedOf(source)
  const joined = `${before} ${foldedOf(line)}`
  if (ancestors.some((owner) => owner.firstByText.has(joined))) return true
  return before.length >= MIN_WHOLE && ancestors.some((owner) => owner.firstByText.has(before)) ? false : undefined
}

// A line this long that an ancestor has as it stands was not broken.
const MIN_WHOLE = 24

// Programs wrap at 66 to 80 columns. A line this short with its next word was never full.
const NARROWEST_WRAP = 66
const MAX_TAIL = 60
const ENDS_SENTENCE = /[.!?:;][)"'’”\]]*$/u
/** Short true answers that stand between quoted lines. */
const ANSWERS =
  /^(?:ok(?:ay)?|done|yes|no|nope|yep|yeah|sure|agreed?|right|fixed|same(?: here)?|ditto|ack(?:ed)?|nack?|thanks?|thx|will do|good|nice|correct|exactly|true|wrong|why|\+1|-1|s\/.*|\[?(?:\.\.\.|…)\]?|\[?snip\]?.*|hm+|oh|oops|good point|makes sense|fair enough|got it|indeed|done\b.*)[\s.,!?:;)]*$/iu
const NO_WORDS = /^[\s\W_]+$/u
// "-----Original Message-----" and its like begin something; no line was ever broken before them.
const RULE = /^[-_=*]{2}/u
const TRAILER = /^[A-Z][\w-]+-(?:by|to|and-\w+-by): /u

/** The last line of the tail that begins at a line; undefined where none does. */
function tailEnd(lines: readonly DraftLine[], at: number): number | undefined {
  const line = lineAt(lines, at)
  const source = lineAt(lines, at - 1)
  if (isBlank(line)) return undefined
  if (isBlank(source)) return isLongWordOf(lines, at) ? at : undefined
  return goesOn(source.content, line.content) ? at : wrappedEnd(lines, at)
}

/** Of a word that no line holds, such as a link, the marks alone stay above it, and the quote goes on below. */
function isLongWordOf(lines: readonly DraftLine[], at: number): boolean {
  const { content } = lineAt(lines, at)
  const { marks, text } = lineAt(lines, at - 1)
  const word = content.trim()
  const isFull = text.trimEnd().length + 1 + word.length > NARROWEST_FULL_LINE
  return isFull && firstWord(word) === word && lineAt(lines, at + 1).marks >= marks
}

/** The same for a line that a program broke where it was full. */
function wrappedEnd(lines: readonly DraftLine[], at: number): number | undefined {
  const line = lineAt(lines, at)
  const source = lineAt(lines, at - 1)
  const last = lineAt(lines, at + 1).marks >= source.marks ? at : endOfLongTail(lines, at)
  if (last === undefined) return undefined
  const tail = line.content.trim()
  if ((last === at && tail.length > MAX_TAIL) || isAnswer(tail) || RULE.test(tail)) return undefined
  const before = stripMarks(source.text, line.marks).trimEnd()
  const isFull = before.length + 1 + firstWord(tail).length > NARROWEST_WRAP
  return isFull && (!ENDS_SENTENCE.test(before) || /^[a-z(]/u.test(tail)) ? last : undefined
}

// No clause ends with these, and nobody cuts a quote off behind one to answer it in small letters.
const MID_CLAUSE = /\b(?:the|a|an)$/iu

/** Whether a line takes up a clause that the quoted line above left in its middle, however short that line is. */
function goesOn(before: string, tail: string): boolean {
  return MID_CLAUSE.test(before.trimEnd()) && /^\p{Ll}/u.test(tail) && !isAnswer(tail.trim())
}

// A paragraph that was one long line has tails of a few full lines; who writes more wrote themselves.
const MAX_TAIL_LINES = 8

/**
 * A paragraph that was one line broke into many: all but the last are full, and below them the quote goes
 * on. Within quotes only: on the sender's own level such a run may as well be an answer.
 */
function endOfLongTail(lines: readonly DraftLine[], at: number): number | undefined {
  const { marks } = lineAt(lines, at)
  if (marks === 0) return undefined
  for (let last = at + 1; last < at + MAX_TAIL_LINES; last++) {
    const line = lineAt(lines, last)
    const before = lineAt(lines, last - 1).content.trimEnd()
    if (line.marks !== marks || isBlank(line)) return undefined
    if (before.length + 1 + firstWord(line.content.trim()).length <= NARROWEST_WRAP) return undefined
    if (lineAt(lines, last + 1).marks >= lineAt(lines, at - 1).marks) return last
  }
  return undefined
}

function firstWord(text: string): string {
  const end = text.search(/\s/u)
  return end === -1 ? text : text.slice(0, end)
}

function isAnswer(tail: string): boolean {
  return ANSWERS.test(tail) || TRAILER.test(tail) || (NO_WORDS.test(tail) && tail.length > 2)
}
