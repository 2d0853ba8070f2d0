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
  const words = neededWords(pattern)
  if (words === undefined) return { test: (text) => pattern.test(text), exec: (text) => pattern.exec(text) }
  const number = wokenAt.push(0) - 1
  for (const word of words) sleepers[slotOf(word)]?.push(number)
  const isAwake = (text: string): boolean => {
    if (text !== looked.text) lookOver(text)
    return wokenAt[number] === looked.round
  }
  return {
    test: (text) => isAwake(text) && pattern.test(text),
    exec: (text) => (isAwake(text) ? pattern.exec(text) : null),
  }
}

/** The last text that was looked over: one sentence is asked many things in a row. */
const looked = { text: "", round: 1 }
/** By pattern: the round in which one of its words was last seen. */
const wokenAt: number[] = []

const SLOTS = 1 << 13
/** By slot of a word: the patterns that need it. Words that share a slot wake each other's, which costs a try and changes nothing. */
const sleepers: readonly number[][] = Array.from({ length: SLOTS }, () => [])

function lookOver(text: string): void {
  looked.text = text
  looked.round++
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    const letter = LETTERS[text.charCodeAt(at)] ?? 0
    if (letter !== 0) hash = step(hash, letter)
    else if (hash !== 0) {
      wake(hash)
      hash = 0
    }
  }
  if (hash !== 0) wake(hash)
}

function wake(hash: number): void {
  const woken = sleepers[hash & (SLOTS - 1)]
  if (woken !== undefined) for (const number of woken) wokenAt[number] = looked.round
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
