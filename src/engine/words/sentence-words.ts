import { codeAt } from "../patterns/code-at.ts"
import type { KnownWord, WordKinds } from "./vocabulary.ts"
import { findWord, hasAny, hashOf, hashStep, wordKind } from "./vocabulary.ts"
import { lowerSentence, MAX_SENTENCE, plainText } from "./words.ts"

/** What the words of a sentence are to the rules. */
export interface SentenceWords {
  readonly count: number
  /** Nothing but plain (ASCII) signs, as far as it is read. */
  readonly isPlain: boolean
  /** All that any of them is. */
  readonly kinds: WordKinds
  /** What the first one is. */
  readonly firstKinds: WordKinds
  /** Numbers of the cues that may be in the sentence, each once. */
  readonly cues: readonly number[]
  /** Of each word that is frequent in some languages the bits of these. */
  readonly languages: readonly number[]
  /** Of each word of the topic what else it is. */
  readonly topical: readonly WordKinds[]
}

/** The words of what a message is about, by their hash: one in millions is taken for another, and nothing hangs on one. */
export type Topic = ReadonlySet<number>

export function topicOf(words: readonly string[]): Topic {
  return new Set(words.map(hashOf))
}

/** Looks up the words that `wordsOf` finds, in one pass: none of them is cut out for it. */
export function readWords(text: string, topic: Topic): SentenceWords {
  const isPlain = copyLetters(text)
  const limit = isPlain ? Math.min(text.length, MAX_SENTENCE) : copyPlain(plainText(text))
  const found: Found = { count: 0, isPlain, kinds: 0, firstKinds: 0, cues: [], languages: [], topical: [] }
  for (let first = nextLetter(0, limit); first < limit;) {
    const start = startWithSigns(first)
    const end = endOfWord(first)
    const hash = hashBetween(start, end)
    const entry = findWord(hash)
    const kinds = entry?.kinds ?? 0
    if (entry !== undefined) noteKnown(found, entry)
    if (topic.size > 0 && topic.has(hash)) found.topical.push(kinds)
    if (found.count === 0) found.firstKinds = kinds
    found.count++
    first = nextLetter(end, limit)
  }
  return found
}

/** The sentence as plainText gives it: its words tell whether a short form lacks its apostrophe. */
export function plainSentence(text: string, { isPlain, kinds }: SentenceWords): string {
  return isPlain && !hasAny(kinds, SHORT_FORM) ? lowerSentence(text) : plainText(text)
}

const SHORT_FORM = wordKind(
  "dont doesnt didnt isnt arent wasnt cant wouldnt shouldnt couldnt havent hasnt im ive thats whats wheres whos theres youre theyre",
)

interface Found extends SentenceWords {
  count: number
  kinds: WordKinds
  firstKinds: WordKinds
  readonly cues: number[]
  readonly languages: number[]
  readonly topical: WordKinds[]
}

function noteKnown(found: Found, entry: KnownWord): void {
  found.kinds |= entry.kinds
  if (entry.languages !== 0) found.languages.push(entry.languages)
  for (const cue of entry.cues) if (!found.cues.includes(cue)) found.cues.push(cue)
}

// A small letter may be written with two characters where the capital is one.
const letters = new Uint16Array(2 * MAX_SENTENCE + 2)

/** Puts a sentence of plain signs into `letters` as rules read it (see plainText), a blank behind it; says whether it is one. */
function copyLetters(text: string): boolean {
  const length = Math.min(text.length, MAX_SENTENCE)
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code < BLANK || code > TILDE) return false
    if (code === QUESTION_MARK && at + 1 < length && isSmallLetter(codeAt(text, at + 1))) return false
    letters[at] = code >= CAPITAL_A && code <= CAPITAL_Z ? code | SMALL : code
  }
  letters[length] = BLANK
  return true
}

/** The same of any text, made ready; says how long it is. */
function copyPlain(plain: string): number {
  const length = Math.min(plain.length, letters.length - 1)
  for (let at = 0; at < length; at++) letters[at] = codeAt(plain, at)
  letters[length] = BLANK
  return length
}

const BLANK = 0x20
const APOSTROPHE = 0x27
const PLUS = 0x2b
const MINUS = 0x2d
const COLON = 0x3a
const QUESTION_MARK = 0x3f
const CAPITAL_A = 0x41
const CAPITAL_Z = 0x5a
const SMALL = 0x20
const TILDE = 0x7e

function nextLetter(from: number, limit: number): number {
  let at = from
  while (at < limit && !isLetter(letters[at] ?? 0)) at++
  return at
}

/** A word begins with the signs right before its letters: ":", "+", "-", ":+" or ":-". */
function startWithSigns(first: number): number {
  const before = first > 0 ? letters[first - 1] : BLANK
  if (before === COLON) return first - 1
  if (before !== PLUS && before !== MINUS) return first
  return first > 1 && letters[first - 2] === COLON ? first - 2 : first - 1
}

/** Behind its letters, or behind those that an apostrophe joins to them: "don't" is one word. */
function endOfWord(first: number): number {
  let end = first
  while (isLetter(letters[end] ?? 0)) end++
  if (letters[end] !== APOSTROPHE || !isSmallLetter(letters[end + 1] ?? 0)) return end
  end++
  while (isSmallLetter(letters[end] ?? 0)) end++
  return end
}

/** What words are made of: letters, figures, "_" and "^". */
const IN_WORDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\da-z_^]/.test(String.fromCharCode(code))),
)

function isLetter(code: number): boolean {
  return code < IN_WORDS.length && IN_WORDS[code] === 1
}

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

function hashBetween(start: number, end: number): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = hashStep(hash, letters[at] ?? 0)
  return hash
}
