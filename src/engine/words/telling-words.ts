import { codeAt } from "../patterns/code-at.ts"
import { hashStep } from "./vocabulary.ts"
import { remembering } from "../patterns/remember.ts"

const STOP_WORDS =
  "the and for are but not you all any can had her was one our out has him his how its may new now old see two way who did get let say she too use " +
  "that with have this will your from they know want been good much some time very when come here just like long make many more only over such take than them well were what " +
  "would could should there their which about other these then also does into because where being even still while think don't doesn't isn't it's i'm i'd i've that's can't won't " +
  "please really maybe why yes yeah sure thanks thank might must need needs using used way thing things something anything nothing right actually though although case " +
  "each both same between after before since until without again done going got has haven't hasn't didn't wouldn't shouldn't couldn't aren't wasn't weren't"

/** Words by their hashes, of which the last bit says whether figures are in it: one in millions is taken for another. */
export type TellingWords = ReadonlySet<number>

/** The words that tell what a text is about: no stop words; identifiers are kept whole and in parts. */
export const tellingWords: (text: string) => TellingWords = remembering(findTellingWords)

const NON_ASCII = /[^\0-\u007f]/
const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_.'’-]*/gu

function findTellingWords(text: string): TellingWords {
  const words = new Set<number>()
  if (NON_ASCII.test(text)) {
    for (const word of text.match(WORD) ?? []) addWord(words, word.toLowerCase().replaceAll("’", "'"), 0)
    return words
  }
  // The same for plain text, where looking a letter up in Unicode's tables would be most of the cost.
  const lower = text.toLowerCase()
  const { length } = lower
  for (let at = 0; at < length; at++) if (isWordLetter(codeAt(lower, at))) at = addWord(words, lower, at)
  return words
}

/** Enters the word that begins there, in lower case, and says where it ends. */
function addWord(words: Set<number>, text: string, start: number): number {
  const whole = endOfWord(text, start)
  let end = whole
  while (end > start && isEndMark(codeAt(text, end - 1))) end--
  if (end - start > 2 && !STOPPED.has(hashBetween(text, { start, end }))) words.add(stemHash(text, { start, end }))
  return whole
}

function endOfWord(text: string, start: number): number {
  const { length } = text
  let end = start
  while (end < length) {
    const code = codeAt(text, end)
    if (!isWordLetter(code) && !isEndMark(code)) break
    end++
  }
  return end
}

/** Letters, figures and "_"; all that is not plain counts as a letter, as only letters are handed over of that. */
function isWordLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || isFigure(code) || code > 0x7f
}

function isFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === UNDERSCORE
}

function isEndMark(code: number): boolean {
  return code === DOT || code === APOSTROPHE || code === MINUS
}

const UNDERSCORE = 0x5f
const DOT = 0x2e
const APOSTROPHE = 0x27
const MINUS = 0x2d

interface Range {
  readonly start: number
  readonly end: number
}

/** The hash of a word's stem: enough for comparing one person's "mappings" with another's "mapped". */
function stemHash(text: string, { start, end }: Range): number {
  let [hasFigure, hasDot] = [false, false]
  for (let at = start; at < end; at++) {
    const code = codeAt(text, at)
    if (isFigure(code)) hasFigure = true
    else if (code === DOT) hasDot = true
  }
  const isWhole = end - start < SHORTEST || hasFigure || hasDot
  const stem = isWhole ? end : end - endingLength(text, end)
  return (hashBetween(text, { start, end: stem }) << 1) | Number(hasFigure)
}

const SHORTEST = 5
/** The longest that fits is cut off. */
const ENDINGS = ["ings", "ions", "ing", "ion", "ed", "es", "ly", "s", "e"] as const
const LAST_LETTERS: ReadonlySet<number> = new Set(ENDINGS.map((ending) => ending.charCodeAt(ending.length - 1)))

function endingLength(text: string, end: number): number {
  if (!LAST_LETTERS.has(codeAt(text, end - 1))) return 0
  return ENDINGS.find((ending) => text.startsWith(ending, end - ending.length))?.length ?? 0
}

function hashBetween(text: string, { start, end }: Range): number {
  let hash = 0
  for (let at = start; at < end; at++) hash = hashStep(hash, codeAt(text, at))
  return hash ^ (hash >>> 15)
}

const STOPPED: ReadonlySet<number> = new Set(
  STOP_WORDS.split(" ").map((word) => hashBetween(word, { start: 0, end: word.length })),
)

/** Share of the telling words of the smaller text that the other has too, from 0 to 1; identifiers count double. */
export function overlapOf(one: TellingWords, other: TellingWords): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  let total = 0
  for (const word of few) {
    const worth = 1 + (word & 1)
    total += worth
    if (many.has(word)) shared += worth
  }
  return total === 0 ? 0 : shared / Math.max(total, 3)
}

/** What two texts share of telling words, identifiers counting double. */
export function sharedBy(one: TellingWords, other: TellingWords): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of few) if (many.has(word)) shared += 1 + (word & 1)
  return shared
}
