import type { OwnSentence } from "../read-message.ts"
import { knownWord } from "../words/vocabulary.ts"

/** Words of each language that are frequent in it and no words of the others; texts of Latin script are told by them. */
const FREQUENT: Readonly<Record<string, string>> = {
  en: "the and is to of that this it for with not be are was have you but on as would should can if",
  de: "der die das und ist nicht ich auch wir mit auf für ein eine zu sich dass wird haben aber noch wenn sind bitte danke vorher schon kann kannst könnt hast du es wie aus oder nur kein keine hier würde dem bei",
  fr: "le la les des est pas que je nous vous pour dans avec une sur qui mais ce cette il sont être c'est merci avant sans ici pourquoi ne tu peux peut très bien aussi votre notre d'accord j'ai",
  es: "el los las que es no por para con una está pero como más lo del muy se son yo esto si también gracias favor antes puede puedes alguien en cómo sin hay creo",
  it: "il che di non per una sono con della questo più anche ma come è del gli nel essere ho si grazie prima puoi può perché qui anche questo ancora",
  pt: "que não para uma com os mais como mas é são está isso também por você do da em foi ao favor antes obrigado alguém ainda vocês pode consegue acho esta na",
  nl: "het een van niet ik dat zijn voor met maar ook wel naar deze heeft wordt als bij nog er graag bedankt kun kunt jij jullie geen eerst moet deze zou",
  pl: "nie jest się że na do jak ale tak czy już tylko dla przez jego są od ma może po proszę dzięki można nie bardzo jeszcze przed trzeba",
  sv: "och att det som är inte för på jag med den har till om var men ett kan så tack inte först här när skulle också",
  tr: "bir ve bu için değil ile da çok ama daha var ne gibi olarak ben en sonra kadar lütfen teşekkürler önce bunu şu mı mi",
}
const LANGUAGES = Object.keys(FREQUENT)
export const LANGUAGES_BY_WORD: ReadonlyMap<string, number> = byWord()

/** Scripts that tell a language, or at least that it is none of the above. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["ko", /\p{Script=Hangul}/gu],
  ["zh", /\p{Script=Han}/gu],
  ["ru", /\p{Script=Cyrillic}/gu],
  ["el", /\p{Script=Greek}/gu],
  ["ar", /\p{Script=Arabic}/gu],
  ["he", /\p{Script=Hebrew}/gu],
  ["hi", /\p{Script=Devanagari}/gu],
  ["th", /\p{Script=Thai}/gu],
]

/** How often each language shows in some text: words of its own, or as many letters of its script as have one such word among them. */
export type LanguageCounts = Readonly<Record<string, number>>

/** A message is looked at so far; a language shows early. */
const MAX_CHARACTERS = 2_000

export function countLanguages(sentences: readonly Pick<OwnSentence, "text" | "words">[]): LanguageCounts {
  const counts: Record<string, number> = {}
  let length = 0
  for (const { text, words } of sentences) {
    if (length > MAX_CHARACTERS) break
    length += text.length
    const isPlain = !NON_ASCII.test(text)
    for (const languages of isPlain ? words.languages : languagesIn(text)) countThose(languages, counts)
    if (!isPlain) countScripts(text.slice(0, MAX_CHARACTERS), counts)
  }
  return counts
}

export const NON_ASCII = /[^\u0020-\u007e]/

/** Counts one for each of the languages whose bits are set. */
export function countThose(languages: number, counts: Record<string, number>): void {
  for (let at = 0, left = languages; left !== 0; at++, left >>= 1) {
    const language = LANGUAGES[at] ?? ""
    if ((left & 1) !== 0) counts[language] = (counts[language] ?? 0) + 1
  }
}

function languagesIn(text: string): readonly number[] {
  return lettersOf(text).flatMap((word) => LANGUAGES_BY_WORD.get(word) ?? [])
}

function lettersOf(text: string): readonly string[] {
  return (
    text
      .slice(0, MAX_CHARACTERS)
      .toLowerCase()
      .replaceAll("\u2019", "'")
      .match(/[\p{L}']+/gu) ?? []
  )
}

function countScripts(text: string, counts: Record<string, number>): void {
  if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return
  for (const [language, script] of SCRIPTS) {
    const letters = text.match(script)?.length ?? 0
    const each = EASTERN.has(language) ? LETTERS_EASTERN : LETTERS
    if (letters > 0) counts[language] = (counts[language] ?? 0) + letters / each
  }
}

// Of English words two in five are counted, and those have six letters.
const LETTERS = 12
const LETTERS_EASTERN = 3
const EASTERN: ReadonlySet<string> = new Set(["ja", "ko", "zh"])

export function addCounts(all: readonly LanguageCounts[]): LanguageCounts {
  const sum: Record<string, number> = {}
  for (const counts of all)
    for (const [language, count] of Object.entries(counts)) sum[language] = (sum[language] ?? 0) + count
  return sum
}

/** The languages that the engine judges. */
const JUDGED: ReadonlySet<string> = new Set(["en"])
/** Fewer words than this tell nothing: "ok", a name, a command. */
const MIN_COUNT = 4

/** The language that counts show, undefined where too little is said; one that is not judged needs a clear lead. */
export function languageOf(counts: LanguageCounts): string | undefined {
  let best = "en"
  for (const [language, count] of Object.entries(counts))
    if (count > (counts[best] ?? 0) && isLeading(language, counts)) best = language
  return (counts[best] ?? 0) >= MIN_COUNT ? best : undefined
}

/** Clearly ahead of English. */
export function isLeading(language: string, counts: LanguageCounts): boolean {
  return language !== "en" && (counts[language] ?? 0) > (counts["en"] ?? 0) * 1.5
}

export function isJudged(language: string | undefined): boolean {
  return language === undefined || JUDGED.has(language)
}

const NAMES: Readonly<Record<string, string>> = {
  en: "English",
  de: "German",
  fr: "French",
  es: "Spanish",
  it: "Italian",
  pt: "Portuguese",
  nl: "Dutch",
  pl: "Polish",
  sv: "Swedish",
  tr: "Turkish",
  ja: "Japanese",
  ko: "Korean",
  zh: "Chinese",
  ru: "Russian",
  el: "Greek",
  ar: "Arabic",
  he: "Hebrew",
  hi: "Hindi",
  th: "Thai",
}

/** The language's name in English, for people. */
export function languageName(language: string): string {
  return NAMES[language] ?? language
}

/** Bits by word, in the order of LANGUAGES; the vocabulary knows them too. */
function byWord(): ReadonlyMap<string, number> {
  const map = new Map<string, number>()
  for (const [at, words] of Object.values(FREQUENT).entries())
    for (const word of words.split(" ")) map.set(word, (map.get(word) ?? 0) | (1 << at))
  for (const [word, languages] of map) knownWord(word).languages = languages
  return map
}
