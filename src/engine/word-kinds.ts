/** Kinds of words, each one bit: those that are in a sentence, or those that a rule looks for. */
export type WordKinds = number

const KINDS_BY_WORD = new Map<string, WordKinds>()
// As many as a number has bits.
const MAX_KINDS = 32
let made = 0

/**
 * Makes a kind of the words that a rule cannot do without.
 *
 * A dozen rules look for words of their own in every sentence. With kinds each word is looked up once for all of
 * them, and most rules are done with most sentences at one glance.
 */
export function wordKind(words: string): WordKinds {
  if (made === MAX_KINDS) throw new RangeError("There are more kinds of words than bits.")
  const kind = 1 << made++
  for (const word of words.split(" ")) KINDS_BY_WORD.set(word, kindsOf(word) | kind)
  return kind
}

/** What a word is. */
export function kindsOf(word: string): WordKinds {
  return KINDS_BY_WORD.get(word) ?? 0
}

/** All that the words of a sentence are. */
export function kindsIn(words: readonly string[]): WordKinds {
  let kinds = 0
  for (const word of words) kinds |= kindsOf(word)
  return kinds
}

/** Whether any word is of the wanted kind. */
export function hasAny(kinds: WordKinds, wanted: WordKinds): boolean {
  return (kinds & wanted) !== 0
}
