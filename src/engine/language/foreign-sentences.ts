import { withoutQuotedWords } from "../words/quoted-words.ts"
import type { OwnSentence } from "../read-message.ts"
import { LANGUAGES_BY_WORD, NON_ASCII, countThose, isLeading } from "./detect-language.ts"

/**
 * Whether a sentence is in a language that is not judged. Asked of each by itself: what a mail asks in one language
 * is lost among all that it says in another.
 */
export function isForeignSentence({ text, words }: Pick<OwnSentence, "text" | "words">): boolean {
  const isPlain = !NON_ASCII.test(text)
  if (isPlain && !mayBeForeign(words.languages)) return false
  // Code and markup have words of no language.
  if ((text.match(CODE)?.length ?? 0) >= MIN_CODE) return false
  const said = withoutQuotedWords(text.slice(0, MAX_CHARACTERS)).replaceAll(EASTERN_QUOTE, "_")
  return isInForeignWords(said) || (!isPlain && isInForeignScript(said))
}

const MAX_CHARACTERS = 600
const CODE = /[\\{}<>=|$]|\(\)|::|->/g
const MIN_CODE = 3
const EASTERN_QUOTE = /[「『《«][^」』》»]{0,200}[」』》»]/gu
/** The first language's bit is English. */
const ENGLISH = 1

function mayBeForeign(languages: readonly number[]): boolean {
  return languages.filter((bits) => bits !== ENGLISH).length >= MIN_WORDS
}

// One word of another language is a name, or a word of a program.
const MIN_WORDS = 2

/** Words that a name or a command may bring along, and those that English has too: they tell nothing by themselves. */
const COMMON: ReadonlySet<string> = new Set(
  (
    "a al da dal de del den der det die do en et ha hat il ja la las le les lo los ma me mi mit na ne no non on par per " +
    "plus pour po pro se si so sono sur te til till tu un una van var vi von war was que qui con com par para como des " +
    "men man som ve bir con el er es est bei ben ale gut har ha ho is as in an or not be sin pode prima gli nos nos dem bin als"
  ).split(" "),
)

/** Words that stand by themselves, not within a path, an address or an option. */
const WORD = /(?<![\p{L}\p{N}/.@_~$=-])[\p{L}'’]+(?![\p{L}\p{N}/@_=]|[.-]\p{L})/gu

function isInForeignWords(text: string): boolean {
  const counts: Record<string, number> = {}
  const telling: Record<string, number> = {}
  for (const { 0: word, index } of text.matchAll(WORD)) {
    // Within a sentence a capital makes it a name: "Van Der Berg", "La Paz".
    if (index > 0 && /^\p{Lu}/u.test(word)) continue
    const plain = word.toLowerCase().replaceAll("’", "'")
    const languages = LANGUAGES_BY_WORD.get(plain) ?? 0
    countThose(languages, counts)
    if (!COMMON.has(plain)) countThose(languages, telling)
  }
  if (/^\W{0,3}¿/u.test(text)) for (const all of [counts, telling]) all["es"] = (all["es"] ?? 0) + 1
  return Object.entries(counts).some(
    ([language, count]) => count >= MIN_WORDS && (telling[language] ?? 0) > 0 && isLeading(language, counts),
  )
}

const FOREIGN_LETTERS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]+/gu
const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const STOP = /[。？！?!.]\W*$/u

function isInForeignScript(text: string): boolean {
  const runs = text.match(FOREIGN_LETTERS) ?? []
  if (runs.length === 0) return false
  const foreign = runs.join("").length
  // A word or a name of another script within an English sentence: what is said is English.
  if (hasEnglish(text) && foreign * 3 < (text.match(/\p{Script=Latin}/gu)?.length ?? 0)) return false
  if (!EASTERN.test(text)) return runs.some((run) => run.length >= 3 && !/^\p{Lu}/u.test(run))
  return foreign > LONGEST_NAME || (foreign >= 2 && (runs.length > 1 || STOP.test(text)))
}

/** A name of the east that stands alone. */
const LONGEST_NAME = 4

/** Whether a sentence that is not foreign is plainly English: single words of it stand in other languages too. */
export function isEnglishSentence({ words }: Pick<OwnSentence, "words">): boolean {
  return words.languages.filter((bits) => (bits & ENGLISH) !== 0).length >= MIN_WORDS
}

function hasEnglish(text: string): boolean {
  return (text.match(WORD) ?? []).some((word) => ((LANGUAGES_BY_WORD.get(word.toLowerCase()) ?? 0) & ENGLISH) !== 0)
}
