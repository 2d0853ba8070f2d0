import { remembering } from "../remember.ts"
import { neededWords } from "./needed-words.ts"

/** A pattern that is tried only where it can match. */
export interface QuickPattern {
  readonly test: (text: string) => boolean
  readonly exec: (text: string) => RegExpExecArray | null
}

/**
 * The same pattern, not tried on texts that hold none of the words that it cannot do without.
 *
 * The engine asks a hundred things of every sentence, and nearly always the answer is no. So a text is
 * looked over once: each of its words wakes the patterns that need it, and all others are known not to match.
 * A pattern of which no words can be told is tried always. For patterns without the flags g and y.
 */
export function quick(pattern: RegExp): QuickPattern {
  const words = made === MAX_PATTERNS ? undefined : neededWords(pattern)
  if (words === undefined) return { test: (text) => pattern.test(text), exec: (text) => pattern.exec(text) }
  const [lane, bit] = [made >> 5, 1 << (made & 31)]
  made++
  // What was looked over before does not know of this pattern.
  awakeIn = remembering(lookOver)
  looked = { text: "", awake: NONE }
  for (const word of words) {
    const at = slotOf(word) * LANES + lane
    sleepers[at] = (sleepers[at] ?? 0) | bit
  }
  const isAwake = (text: string): boolean => {
    if (text !== looked.text) looked = { text, awake: awakeIn(text) }
    return ((looked.awake[lane] ?? 0) & bit) !== 0
  }
  return {
    test: (text) => isAwake(text) && pattern.test(text),
    exec: (text) => (isAwake(text) ? pattern.exec(text) : null),
  }
}

// Each pattern is one bit; those that are more are tried always.
const LANES = 3
const MAX_PATTERNS = 32 * LANES
let made = 0

/** Bits of the patterns that a text wakes. */
type Awake = readonly number[]
const NONE: Awake = []

/** The last text that was looked over, with the patterns that it wakes: one sentence is asked many things in a row. */
let looked: { readonly text: string; readonly awake: Awake } = { text: "", awake: NONE }
/** A sentence is asked again when a reply to it is read, so the latest are known. */
let awakeIn = remembering(lookOver)

const SLOTS = 1 << 13
/** By slot of a word: the patterns that need it. Words that share a slot wake each other's, which costs a try and changes nothing. */
const sleepers = new Int32Array(SLOTS * LANES)

function lookOver(text: string): Awake {
  const awake = Array.from({ length: LANES }, () => 0)
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    const letter = LETTERS[text.charCodeAt(at)] ?? 0
    if (letter !== 0) hash = step(hash, letter)
    else if (hash !== 0) {
      wakeAt(hash & (SLOTS - 1), awake)
      hash = 0
    }
  }
  if (hash !== 0) wakeAt(hash & (SLOTS - 1), awake)
  return awake
}

function wakeAt(slot: number, awake: number[]): void {
  for (let lane = 0; lane < LANES; lane++) awake[lane] = (awake[lane] ?? 0) | (sleepers[slot * LANES + lane] ?? 0)
}

function slotOf(word: string): number {
  let hash = 0
  for (let at = 0; at < word.length; at++) hash = step(hash, LETTERS[word.charCodeAt(at)] ?? 0)
  return hash & (SLOTS - 1)
}

function step(hash: number, letter: number): number {
  return (Math.imul(hash, 33) + letter) | 0
}

/** By character code: the lower case of what may be part of a word, 0 for all else. */
const LETTERS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code)
  return /\w/.test(sign) ? sign.toLowerCase().charCodeAt(0) : 0
})
