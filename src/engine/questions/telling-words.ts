import { remembering } from "../remember.ts"

const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "the and for are but not you all any can had her was one our out has him his how its may new now old see two way who did get let say she too use " +
    "that with have this will your from they know want been good much some time very when come here just like long make many more only over such take than them well were what " +
    "would could should there their which about other these then also does into because where being even still while think don't doesn't isn't it's i'm i'd i've that's can't won't " +
    "please really maybe why yes yeah sure thanks thank might must need needs using used way thing things something anything nothing right actually though although case " +
    "each both same between after before since until without again done going got has haven't hasn't didn't wouldn't shouldn't couldn't aren't wasn't weren't"
  ).split(" "),
)

/** The words that tell what a text is about: no stop words; identifiers are kept whole and in parts. */
export const tellingWords: (text: string) => ReadonlySet<string> = remembering(findTellingWords)

const NON_ASCII = /[^\0-\u007f]/
const WORD = /[\p{L}\p{N}_][\p{L}\p{N}_.'’-]*/gu
/** The same for plain text, where looking a letter up in Unicode's tables would be most of the cost. */
const PLAIN_WORD = /\w[\w.'-]*/g

function findTellingWords(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  const found = NON_ASCII.test(text) ? foreignWords(text) : text.toLowerCase().match(PLAIN_WORD)
  for (const whole of found ?? []) {
    const word = withoutEndMarks(whole)
    if (word.length > 2 && !STOP_WORDS.has(word)) words.add(stem(word))
  }
  return words
}

function foreignWords(text: string): readonly string[] | undefined {
  return text.match(WORD)?.map((word) => word.toLowerCase().replaceAll("’", "'"))
}

function withoutEndMarks(word: string): string {
  let end = word.length
  while (end > 0 && END_MARKS.includes(word.charAt(end - 1))) end--
  return end === word.length ? word : word.slice(0, end)
}

const END_MARKS = ".'-"
/** The longest that fits is cut off. */
const ENDINGS = ["ings", "ions", "ing", "ion", "ed", "es", "ly", "s", "e"] as const
const LAST_LETTERS: ReadonlySet<string> = new Set(ENDINGS.map((ending) => ending.slice(-1)))

/** Enough for comparing one person's "mappings" with another's "mapped". */
function stem(word: string): string {
  if (word.length < 5 || !LAST_LETTERS.has(word.charAt(word.length - 1)) || isIdentifier(word)) return word
  const ending = ENDINGS.find((candidate) => word.endsWith(candidate))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

function isIdentifier(word: string): boolean {
  return hasFigure(word) || word.includes(".")
}

function hasFigure(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    if ((code >= 48 && code <= 57) || code === UNDERSCORE) return true
  }
  return false
}

const UNDERSCORE = 0x5f

/** Share of the telling words of the smaller text that the other has too, from 0 to 1; identifiers count double. */
export function overlapOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  let total = 0
  for (const word of few) {
    const worth = hasFigure(word) ? 2 : 1
    total += worth
    if (many.has(word)) shared += worth
  }
  return total === 0 ? 0 : shared / Math.max(total, 3)
}
