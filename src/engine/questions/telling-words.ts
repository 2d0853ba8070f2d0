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
export function tellingWords(text: string): ReadonlySet<string> {
  const words = new Set<string>()
  for (const match of text.matchAll(/[\p{L}\p{N}_][\p{L}\p{N}_.'’-]*/gu)) {
    const word = match[0]
      .toLowerCase()
      .replaceAll("’", "'")
      .replaceAll(/[.'-]+$/g, "")
    if (word.length > 2 && !STOP_WORDS.has(word)) words.add(stem(word))
  }
  return words
}

/** Enough for comparing one person's "mappings" with another's "mapped". */
function stem(word: string): string {
  if (/[_.\d]/.test(word) || word.length < 5) return word
  return word.replace(/(?:ings?|ed|es|s|ly|ion|ions|e)$/, "")
}

/** Share of the telling words of the smaller text that the other has too, from 0 to 1; identifiers count double. */
export function overlapOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  let total = 0
  for (const word of few) {
    const worth = /[_\d]/.test(word) ? 2 : 1
    total += worth
    if (many.has(word)) shared += worth
  }
  return total === 0 ? 0 : shared / Math.max(total, 3)
}
