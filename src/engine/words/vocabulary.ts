import { codeAt } from "../patterns/code-at.ts"

/** Kinds of words, each one bit: those that are in a sentence, or those that a rule looks for. */
export type WordKinds = number

/** A word that some rule looks for, with all that it is to any of them. */
export interface KnownWord {
  readonly hash: number
  kinds: WordKinds
  /** Bits of the languages that it is frequent in; see detect-language. */
  languages: number
  /** Numbers of the cues that may be where it is. */
  readonly cues: number[]
  /** The next one of the same slot. */
  readonly next: KnownWord | undefined
}

// Some 1,200 words are known: with more slots than that nearly each has one of its own. A power of two.
const SLOTS = 1 << 13
const known: (KnownWord | undefined)[] = Array.from({ length: SLOTS }, () => undefined)
/** Which slots have any: most words are not known, and this is small enough to stay at hand. */
const isTaken = new Uint8Array(SLOTS)
// As many as a number has bits.
const MAX_KINDS = 32
let made = 0

/**
 * Makes a kind of the words that a rule cannot do without.
 *
 * Dozens of rules look for words of their own in every sentence. With kinds each word is looked up once for all of
 * them, and most rules are done with most sentences at one glance.
 */
export function wordKind(words: string): WordKinds {
  if (made === MAX_KINDS) throw new RangeError("There are more kinds of words than bits.")
  const kind = 1 << made++
  for (const word of words.split(" ")) knownWord(word).kinds |= kind
  return kind
}

/** Whether any word is of the wanted kind. */
export function hasAny(kinds: WordKinds, wanted: WordKinds): boolean {
  return (kinds & wanted) !== 0
}

/** The entry of a word in lower case, made where there is none: for whoever has something to say of it. */
export function knownWord(word: string): KnownWord {
  const hash = hashOf(word)
  const before = findWord(hash)
  if (before !== undefined) return before
  const slot = hash & (SLOTS - 1)
  const entry = { hash, kinds: 0, languages: 0, cues: [], next: known[slot] }
  known[slot] = entry
  isTaken[slot] = 1
  return entry
}

/** What is known of the word of a hash; undefined where no rule looks for it. One word in millions is taken for another. */
export function findWord(hash: number): KnownWord | undefined {
  if (isTaken[hash & (SLOTS - 1)] === 0) return undefined
  let entry = known[hash & (SLOTS - 1)]
  while (entry !== undefined && entry.hash !== hash) entry = entry.next
  return entry
}

export function hashOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, codeAt(word, at))
  return hash
}

export function hashStep(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, PRIME)
}

// Of FNV-1a: with small factors words that differ in a figure have one hash too often.
const PRIME = 0x01000193
