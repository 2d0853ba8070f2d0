import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"

// A full stop behind these ends no sentence.
const ABBREVIATIONS = new Set(
  (
    "e.g i.e eg ie cf vs etc approx ca resp esp incl excl mr mrs ms dr prof st jr sr inc ltd co corp dept " +
    "al ed eds rev ver max min avg std param params arg args viz wrt w.r.t a.k.a aka z.b bzw usw d.h u.a ggf evtl inkl bspw sog vgl p.s ps n.b nb q.v jan feb mar apr jun jul aug sep sept oct nov dec " +
    "mon tue wed thu fri sat sun u.s u.k e.u c.f et prev btw"
  ).split(" "),
)
// Nor behind these, where a figure follows.
const BEFORE_FIGURES = new Set("fig figs sec sect ch chap vol pp p no nr nos".split(" "))
const CLOSING = codeSet(")]}\"'*_`")
const WIDE_CLOSING: ReadonlySet<number> = new Set(Array.from("’”»", (mark) => mark.charCodeAt(0)))
const EASTERN = "。！？｡"
const WIDE_MARKS: ReadonlySet<number> = new Set(Array.from(`…${EASTERN}`, (mark) => mark.charCodeAt(0)))

/** Where the sentences of a text end (exclusive), the last at its very end. One pass; URLs, paths, versions and code hold. */
export function sentenceEnds(text: string): readonly number[] {
  const ends: number[] = []
  const closing = closingBrackets(text)
  let from = 0
  const { length } = text
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code === BRACKET || code === TICK) at = closing.get(at) ?? at
    else {
      const end = endAt(text, at, from)
      if (end === undefined) continue
      if (end >= length) break
      ends.push(end)
      from = end
      at = end - 1
    }
  }
  if (text.length > 0) ends.push(text.length)
  return ends
}

/** Where a sentence ends that a sign ends: behind all that belongs to it. */
function endAt(text: string, at: number, from: number): number | undefined {
  const code = codeAt(text, at)
  if (code === COLON || code === SEMICOLON) return endOfSmiley(text, at)
  if (!mayEnd(code) || (code < EASTERN_STOP && !endsHere(text, at, from))) return undefined
  return afterSmiley(text, afterClosers(text, at + 1))
}

/** A smiley ends a sentence before a capital letter, and before the initials below it. */
function endOfSmiley(text: string, at: number): number | undefined {
  const end = text[at - 1] === " " ? afterSmiley(text, at - 1) : at
  return end > at + 1 && /^ (?:\p{Lu}|\p{Ll}{2,3}>?$)/u.test(text.slice(end, end + LONGEST_INITIALS)) ? end : undefined
}

// " abc>", and a letter that must not be there.
const LONGEST_INITIALS = 6

function mayEnd(code: number): boolean {
  return code === 0x2e || code === 0x3f || code === 0x21 || (code > 0x7f && WIDE_MARKS.has(code))
}

function isMark(mark: string): boolean {
  return mark === "." || mark === "?" || mark === "!" || mark === "…"
}

// The first of the eastern marks: they end a sentence wherever they stand.
const EASTERN_STOP = 0x3002
const NO_BRACKETS: ReadonlyMap<number, number> = new Map()
const COLON = 0x3a
const SEMICOLON = 0x3b
const BRACKET = 0x28
const TICK = 0x60

/** Where each bracket or backtick that closes does so: a sentence does not stop within them, unless they hold whole sentences. */
function closingBrackets(text: string): ReadonlyMap<number, number> {
  if (!text.includes("(") && !text.includes("`")) return NO_BRACKETS
  const ends = new Map<number, number>()
  const open: number[] = []
  let tick = -1
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === "`") {
      if (tick >= 0) ends.set(tick, at)
      tick = tick >= 0 ? -1 : at
    } else if (char === "(" && !isMouth(text, at)) open.push(at)
    else if (char === ")") {
      const start = open.pop()
      if (start !== undefined && at - start <= LONGEST_ASIDE) ends.set(start, at)
    }
  }
  return ends
}

const EYES = ":;="

/** ":(" and ":-(" open no bracket. */
function isMouth(text: string, at: number): boolean {
  const before = charAt(text, at - 1)
  return before !== "" && EYES.includes(before === "-" ? charAt(text, at - 2) || " " : before)
}

const SMILEY = / [:;=]['o-]?[()DPp|/\\](?= |$)/uy

/** A smiley goes with the sentence before it. */
function afterSmiley(text: string, end: number): number {
  const eyes = text[end] === " " ? charAt(text, end + 1) : ""
  if (eyes === "" || !EYES.includes(eyes)) return end
  SMILEY.lastIndex = end
  return SMILEY.test(text) ? SMILEY.lastIndex : end
}

// Longer than this, what stands in brackets is sentences of its own.
const LONGEST_ASIDE = 240

function endsHere(text: string, at: number, from: number): boolean {
  const after = afterClosers(text, at + 1)
  if (after < text.length && text[after] !== " ") return false
  if (isMark(charAt(text, at + 1))) return false
  // Within a comment of C.
  if (text.startsWith(" */", after)) return false
  const isLower = /\p{Ll}/u.test(charAt(text, after + 1))
  if (isLower && goesOn(text, { at, after, from })) return false
  if (text[at] === "?" && isLostWord(text, at)) return false
  if (text[at] === "?" || text[at] === "!") return !isOperator(text, at)
  return isLower ? endsBeforeSmall(text, { at, after, from }) : stops(text, { at, after, from })
}

/** Whether a full stop or an ellipsis before anything but a small letter ends a sentence. */
function stops(text: string, { at, after, from }: Place): boolean {
  if (text[at - 1] === " ") return /\p{Lu}/u.test(charAt(text, after + 1))
  return isEllipsis(text, at) || !isAbbreviation(text, at, from) || isList(text, { at, after, from })
}

function isEllipsis(text: string, at: number): boolean {
  return text[at] === "…" || text[at - 1] === "."
}

function endsBeforeSmall(text: string, { at, after, from }: Place): boolean {
  if (isEllipsis(text, at) || text[at - 1] === " " || isAbbreviation(text, at, from)) return false
  return isLowerCaseStart(text, after + 1) || endsInPlainWord(text, at, from)
}

interface Place {
  /** The mark, and where the quotation marks and brackets behind it end. */
  readonly at: number
  readonly after: number
  /** Where the sentence begins. */
  readonly from: number
}

// No sentence begins with these.
const TIED = /(?:too|either|rather|instead|than|versus|vs|respectively)(?![\p{L}'’-])/uy

/** Whether what goes on in lower case belongs to the sentence that a mark seems to end. */
function goesOn(text: string, { at, after, from }: Place): boolean {
  if (/["”»]/u.test(text.slice(at + 1, after))) return true
  TIED.lastIndex = after + 1
  if (TIED.test(text)) return true
  // "under twisted.* is": no emphasis that closes.
  if (text[at + 1] === "*") return !text.slice(from, at).includes("*")
  return text[at] === "?" && isLostLetter(text, at, from)
}

/** Archives put a "?" for what they cannot write: a dash or a sign between spaces, and quotation marks about words. */
function isLostLetter(text: string, at: number, from: number): boolean {
  const before = text.slice(from, at)
  if (/(?:^| )\?\p{L}/u.test(before)) return true
  return (
    before.endsWith(" ") &&
    /^\p{Lu}/u.test(before) &&
    !/^ (?:i|im|we|pls|please|thx|thanks)\b/u.test(text.slice(at + 1, at + 10))
  )
}

/** A word of "????" within a sentence was written in letters that the archive has not, and a mark by itself beside a "don?t" was a dash. */
function isLostWord(text: string, at: number): boolean {
  let start = at
  while (text[start - 1] === "?") start--
  if (text[start - 1] !== " ") return false
  return start < at
    ? /^ (?:[(,;]|\p{Ll})/u.test(text.slice(at + 1, at + 3))
    : LOST_APOSTROPHE.test(text.slice(Math.max(0, at - NEAR), at + NEAR))
}

// What an archive lost it loses in the sentences beside as well.
const NEAR = 300

const LOST_APOSTROPHE = /\p{Ll}\?(?:t|s|d|m|re|ve|ll)(?![\p{L}\d=])/u

/** "dogs, cats, etc. They sleep": a list that is cut short may end its sentence, other abbreviations go before what they speak of. */
function isList(text: string, { at, after, from }: Place): boolean {
  return /\betc$/iu.test(text.slice(Math.max(from, at - 4), at)) && /\p{Lu}/u.test(charAt(text, after + 1))
}

function charAt(text: string, at: number): string {
  return text[at] ?? ""
}

const LONGEST_TERNARY = 60

/** `a ? b : c` and `if !`: a mark that stands alone between spaces is an operator. */
function isOperator(text: string, at: number): boolean {
  return text[at - 1] === " " && text[at + 1] === " " && text.slice(at, at + LONGEST_TERNARY).includes(" : ")
}

// Identifiers open sentences in lower case: "dma_map() fails.", "git-send-email does."
function isLowerCaseStart(text: string, at: number): boolean {
  const end = text.indexOf(" ", at)
  const word = text.slice(at, end === -1 ? text.length : end)
  return /[_()/]|\w-\w+-\w/u.test(word)
}

/** Chat and hasty mail begin sentences in lower case; a plain word before the full stop tells them from "e.g. this". */
function endsInPlainWord(text: string, at: number, from: number): boolean {
  const word = text.slice(Math.max(text.lastIndexOf(" ", at - 1) + 1, from), at)
  if (/^["'(*_]*\p{L}[\p{Ll}'’-]+$/u.test(word)) return true
  return /^["(]*[\p{Ll}\d][\p{Ll}\d'’-]*["”)]+$/u.test(word) && /^ ?\p{Ll}/u.test(text.slice(from, from + 2))
}

function isAbbreviation(text: string, at: number, from: number): boolean {
  const start = Math.max(text.lastIndexOf(" ", at - 1) + 1, from)
  const word = text.slice(start, at).replaceAll(/^[("'[]+/gu, "")
  if (start === from && /^\(?(?:\d{1,2}|[a-zA-Z])$/u.test(word)) return true
  if (/^\p{Lu}$/u.test(word)) return true
  const lower = word.toLowerCase()
  // "No. It is too dark." is one thing said.
  if (start === from && word === "No") return true
  return ABBREVIATIONS.has(lower) || (BEFORE_FIGURES.has(lower) && FIGURE.test(text.slice(at + 1, at + LONGEST_FIGURE)))
}

// "no. 4", "fig. #2", "sec. B2", "vol. III"
const FIGURE = /^\.? ?[#(]?(?:[a-z]?\d|[ivx]+(?![\w'’]))/iu
const LONGEST_FIGURE = 12

function afterClosers(text: string, at: number): number {
  let end = at
  const { length } = text
  while (end < length && isClosing(codeAt(text, end))) end++
  return end
}

function isClosing(code: number): boolean {
  return code > 0x7f ? WIDE_CLOSING.has(code) : isIn(CLOSING, code)
}
