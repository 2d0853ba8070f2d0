import { codeAt } from "./code-at.ts"
import { placeOf } from "./remember.ts"
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
  const { lane, bit } = asleep(pattern)
  if (bit === ALWAYS) return { test: (text) => pattern.test(text), exec: (text) => pattern.exec(text) }
  const isAwake = (text: string): boolean => ((awake[placeIn(text) + lane] ?? 0) & bit) !== 0
  return {
    test: (text) => isAwake(text) && pattern.test(text),
    exec: (text) => (isAwake(text) ? pattern.exec(text) : null),
  }
}

/** Tells the number of the first of some patterns that a text matches; -1 where it matches none. One look for them all. */
export function quickFirst(patterns: readonly RegExp[]): (text: string) => number {
  const wanted = patterns.map(asleep)
  return (text) => {
    const place = placeIn(text)
    for (let number = 0; number < wanted.length; number++) {
      const one = wanted[number]
      if (one === undefined) break
      if ((one.bit === ALWAYS || ((awake[place + one.lane] ?? 0) & one.bit) !== 0) && one.pattern.test(text))
        return number
    }
    return -1
  }
}

/** A pattern with the bit that says of a text whether it is awake there. */
interface Sleeper {
  readonly pattern: RegExp
  readonly lane: number
  readonly bit: number
}

// Of a pattern that nothing wakes, as no words of it can be told.
const ALWAYS = 0

function asleep(pattern: RegExp): Sleeper {
  const words = made === MAX_PATTERNS ? undefined : neededWords(pattern)
  if (words === undefined) return { pattern, lane: 0, bit: ALWAYS }
  const [lane, bit] = [made >> 5, 1 << (made & 31)]
  made++
  // What was looked over before does not know of this pattern.
  looked.fill(NOTHING)
  last = 0
  for (const word of words) {
    const at = slotOf(word) * LANES + lane
    sleepers[at] = (sleepers[at] ?? 0) | bit
    isWaking[slotOf(word)] = 1
  }
  return { pattern, lane, bit }
}

// Each pattern is one bit; those that are more are tried always.
const LANES = 7
const MAX_PATTERNS = 32 * LANES
let made = 0

// A sentence is asked again when a reply to it is read, so the latest are known. A power of two.
const MAX_LOOKED = 256
// What no sentence is.
const NOTHING = "\n"
const looked: string[] = Array.from({ length: MAX_LOOKED }, () => NOTHING)
/** Bits of the patterns that each of these texts wakes. */
const awake = new Int32Array(MAX_LOOKED * LANES)
/** Where the last text stands: one sentence is asked many things in a row. */
let last = 0

/** Where the bits of a text stand. */
function placeIn(text: string): number {
  if (looked[last] !== text) last = lookAt(text)
  return last * LANES
}

function lookAt(text: string): number {
  const place = placeOf(text, MAX_LOOKED)
  if (looked[place] === text) return place
  looked[place] = text
  awake.fill(0, place * LANES, place * LANES + LANES)
  lookOver(text, place * LANES)
  return place
}

const SLOTS = 1 << 13
/** By slot of a word: the patterns that need it. Words that share a slot wake each other's, which costs a try and changes nothing. */
const sleepers = new Int32Array(SLOTS * LANES)
/** Which slots have any: most words wake nothing, and this is small enough to stay at hand. */
const isWaking = new Uint8Array(SLOTS)

function lookOver(text: string, lanes: number): void {
  let hash = 0
  const { length } = text
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code === LONG_S || code === KELVIN) return wakeAll(lanes)
    const letter = code < LETTERS.length ? (LETTERS[code] ?? 0) : 0
    if (letter !== 0) hash = step(hash, letter)
    else if (hash !== 0) {
      wakeAt(hash & (SLOTS - 1), lanes)
      hash = 0
    }
  }
  if (hash !== 0) wakeAt(hash & (SLOTS - 1), lanes)
}

// To a pattern with the flags i and u these two are an "s" and a "k".
const LONG_S = 0x17f
const KELVIN = 0x212a

function wakeAll(lanes: number): void {
  awake.fill(-1, lanes, lanes + LANES)
}

function wakeAt(slot: number, lanes: number): void {
  if (isWaking[slot] === 0) return
  for (let lane = 0; lane < LANES; lane++)
    awake[lanes + lane] = (awake[lanes + lane] ?? 0) | (sleepers[slot * LANES + lane] ?? 0)
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
