import type { BodyLine } from "../../../model/body.ts"
import { foldSpace } from "./fold-space.ts"
import { gapAfter } from "./joined-lines.ts"
import { isSpoken } from "./spoken-lines.ts"
import { isUnderlined } from "../pasted/underlined-headings.ts"

/** Own lines that are read together: within one paragraph and one list item. */
export interface Passage {
  /** The lines joined by single spaces, white space folded. */
  readonly text: string
  /** Where each line begins in `text`, with its index in the body. */
  readonly starts: readonly { readonly at: number; readonly line: number }[]
  /** Number of the run of lines of one zone and depth, from 0. */
  readonly paragraph: number
}

/** A "?" is what archives left of other signs. */
const BULLET = /^\s*(?:[-*+•·o–—?]|\(?[a-zA-Z\d][.)]|\(\d+\)|\[\d+\]|\d{1,2}[.)]|=>|->)\s+\S/u
const NUMBERED = /^\s*(?:\(?[a-zA-Z\d]{1,2}[.)])\s/u
const ENDS_STATEMENT = /[.:;?!,)]\s*$/u

/**
 * The sender's own words in passages; nothing that quotes, lists, code or blank lines part is joined. A
 * few lines of code within a sentence ("replace / BUG_ON(x); / with …") are part of it.
 */
export function ownPassages(lines: readonly BodyLine[]): readonly Passage[] {
  const passages: Draft[] = []
  let paragraph = -1
  let current: Draft | undefined
  let broken: Draft | undefined
  let at = -1
  for (const line of lines) {
    const before = lines[at++]
    if (startsParagraph(line, before)) paragraph++
    if (line.zone === "code" && current !== undefined && isWithinSentence(lines, at)) continue
    if (!isSaidAt(lines, at)) {
      broken = line.zone === "blank" && isBrokenAt(lines, at) ? current : undefined
      current = undefined
      continue
    }
    current ??= goingOn(broken, line.content)
    if (current === undefined || startsPassage(lines, at)) {
      current = { text: "", starts: [], paragraph }
      passages.push(current)
    }
    broken = undefined
    addWithCode(lines, at, current)
  }
  return passages.filter((passage) => passage.text !== "")
}

/** A heading says nothing. */
function isSaidAt(lines: readonly BodyLine[], at: number): boolean {
  const line = lines[at]
  return line !== undefined && isSpoken(line) && !isUnderlined(lines, at)
}

function startsParagraph(line: BodyLine, before: BodyLine | undefined): boolean {
  return before === undefined || before.zone !== line.zone || before.depth !== line.depth
}

interface Draft extends Passage {
  text: string
  readonly starts: { at: number; line: number }[]
}

function addLine(passage: Draft, lines: readonly BodyLine[], at: number): void {
  const line = lines[at]
  const before = lines[at - 1]
  if (line === undefined) return
  const folded = foldSpace(line.content)
  const words = passage.text === "" && folded.startsWith("? ") ? folded.slice(2) : folded
  if (words === "") return
  const gap = passage.text === "" ? "" : gapAfter(before)
  passage.starts.push({ at: passage.text.length + gap.length, line: at })
  passage.text += gap + words
}

/** An own line, and before it the code that stands between it and the first half of its sentence. */
function addWithCode(lines: readonly BodyLine[], at: number, passage: Draft): void {
  let first = at
  while (passage.text !== "" && lines[first - 1]?.zone === "code") first--
  for (let next = first; next <= at; next++) {
    addLine(passage, lines, next)
  }
}

// More code than this is a listing that a sentence introduces.
const MAX_CODE_LINES = 4

/** Whether the run of code that this line belongs to stands between two halves of a sentence. */
function isWithinSentence(lines: readonly BodyLine[], at: number): boolean {
  const above = lines[endOfCode(lines, at, -1)]
  const below = lines[endOfCode(lines, at, 1)]
  if (above?.zone !== "own" || below?.zone !== "own") return false
  if (endOfCode(lines, at, 1) - endOfCode(lines, at, -1) - 1 > MAX_CODE_LINES) return false
  return !/[.?!:]["')\]]*\s*$/u.test(above.content) && /^\s*\p{Ll}/u.test(below.content)
}

/** The first line that is no code, upwards (-1) or downwards (1); the search ends soon, as long runs are listings. */
function endOfCode(lines: readonly BodyLine[], from: number, step: 1 | -1): number {
  let at = from
  while (lines[at]?.zone === "code" && Math.abs(at - from) <= MAX_CODE_LINES) at += step
  return at
}

// A line with room for the next one's first word was ended by its writer, not by a mail program.
const NARROWEST_WRAP = 56

// No sentence ends with these.
const DANGLING = /\b(?:and|or|the|a|an|of|to|in|for|with|by|that|my|your|our|will|would)\s*$/iu
// No mark ends it, and no address.
const IN_WORDS = /[\p{Ll},]\s*$(?<!\/\S*)/u
const OPEN_END = /[,\-–(&]\s*$/u
const PATH = /^\s*~?\/?[\w.-]+(?:\/[\w.-]+)+\s*$|^\s*[#$] ?[a-z][\w.-]*(?: \S+)*\s*$/u
// `EXTERNAL_MENU:http:…`: a line of some program's settings.
const SETTING = /^\s*[A-Z][A-Z\d]*_[A-Z\d_]*[:=]\S/u

/** Whether a blank line stands within a sentence: it slipped in, a path or a command was set off, or one stands below every line. */
function isBrokenAt(lines: readonly BodyLine[], at: number): boolean {
  const before = lines[at - 1]
  if (before?.zone !== "own") return false
  if (PATH.test(before.content) || DANGLING.test(before.content) || isDoubleSpaced(lines, at)) return true
  return isFullInWords(before.content, lines[at + 1])
}

// A line or two are set off from the others with blank lines around them.
const LEAST_SPACED = 3

function isDoubleSpaced(lines: readonly BodyLine[], at: number): boolean {
  if (ENDS_STATEMENT.test(lines[at - 1]?.content ?? "") || lines[at + 1]?.zone !== "own") return false
  for (let above = at; above > at - 2 * LEAST_SPACED; above -= 2)
    if (lines[above]?.zone !== "blank" || lines[above - 1]?.zone !== "own") return false
  return true
}

function isFullInWords(content: string, below: BodyLine | undefined): boolean {
  if (below?.zone !== "own" || hasRoom(content, firstWord(below.content))) return false
  return IN_WORDS.test(content) && !/^\s/u.test(content)
}

function goingOn(broken: Draft | undefined, content: string): Draft | undefined {
  return broken !== undefined && (/^\p{Ll}/u.test(content) || PATH.test(content)) ? broken : undefined
}

function startsPassage(lines: readonly BodyLine[], at: number): boolean {
  const { content } = lines[at] ?? { content: "" }
  const before = lines[at - 1]
  if (before?.zone !== "own") return false
  if (before.isSoftBroken === true) return false
  if (BULLET.test(content)) return isItem(lines, at, before)
  if (SETTING.test(content) || SETTING.test(before.content)) return true
  return /^\s*\p{Lu}/u.test(content) ? startsInCapital(lines, at, before) : startsInSmall(content, before)
}

function startsInCapital(lines: readonly BodyLine[], at: number, before: BodyLine): boolean {
  const { content } = lines[at] ?? { content: "" }
  if (LINK_AT_END.test(before.content)) return true
  if (!hasRoom(before.content, firstWord(content)) || isLoud(content)) return false
  if (ITSELF.test(content) && isTailOfLine(before, lines[at - 2])) return false
  return !OPEN_END.test(before.content) && !DANGLING.test(before.content)
}

function startsInSmall(content: string, before: BodyLine): boolean {
  if (!hasRoom(before.content, firstWord(content))) return false
  return ENDS_BEFORE_SMALL.test(before.content) || (ENTRY.test(content) && ENTRY.test(before.content))
}

/** What a lead-in or a smiley ends is over, however the next line begins. */
const ENDS_BEFORE_SMALL = /(?::| [:;][o-]?[)DPp])\s*$/u
const LINK_AT_END = /\p{Ll}(?: |: ?)<?https?:\/\/\S+\s*$/u
/** `tenor: fine`, one below another. */
const ENTRY = /^\s*[\w.+-]{2,20}: \S/u
/** A word that is said aloud begins no sentence: "the manual / DOES say so". */
const EMPHASIS =
  /^\s*(?:do(?:es)?|did|is|are|was|were|ha(?:s|ve|d)|can(?:not)?|could|will|would|should|must|may|might|not|never|always|only|also|all|any|both|every|and|or|but|the|that|this|my|your|very|really)(?:n['’]t)?[,;]? +\p{Ll}/iu
const ITSELF = /^\s*I(?:['’]\w+)? /u

function isLoud(content: string): boolean {
  return /^\s*\p{Lu}{2}/u.test(content) && EMPHASIS.test(content)
}

/** The few words that a program put on a line of their own when it broke a long one again. */
function isTailOfLine({ content }: BodyLine, above: BodyLine | undefined): boolean {
  return above?.zone === "own" && /^\p{Ll}/u.test(content) && !hasRoom(above.content, firstWord(content))
}

function firstWord(content: string): string {
  const text = content.trimStart()
  const end = text.indexOf(" ")
  return end === -1 ? text : text.slice(0, end)
}

function hasRoom(content: string, word: string): boolean {
  return content.trimEnd().length + 1 + word.length < NARROWEST_WRAP
}

/** A number, or a dash before a small letter, may have come to the front of a line within a sentence. */
function isItem(lines: readonly BodyLine[], at: number, before: BodyLine): boolean {
  const { content } = lines[at] ?? { content: "" }
  if (ENDS_STATEMENT.test(before.content) || BULLET.test(before.content)) return true
  if (NUMBERED.test(content)) return false
  return !/^[-–—] \p{Ll}/u.test(content) || hasRoom(before.content, "-") || hasItemNear(lines, at)
}

function hasItemNear(lines: readonly BodyLine[], at: number): boolean {
  for (let next = at + 1; next <= at + MOST_ITEM_LINES && lines[next]?.zone === "own"; next++)
    if (BULLET.test(lines[next]?.content ?? "")) return true
  return /^\s*[-–—]\s/u.test(lines[at - 2]?.content ?? "")
}

// The next item is near: one of more lines than these is seldom.
const MOST_ITEM_LINES = 4
