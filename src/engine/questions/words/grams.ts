import { codeAt } from "../../patterns/code-at.ts"

// So many letters in a row, one after the other, tell one text from nearly all others.
const GRAM = 8
// A quote has some thousand: with so many slots one of twenty that are not there seems to be. A power of two.
const SLOTS = 1 << 14
const FACTOR = 33
const OLDEST = Math.imul(FACTOR ** 4, FACTOR ** 4)

/** Tells quickly what a text holds, and where, for whoever looks for dozens of texts in it. */
export interface Grams {
  readonly length: number
  /** Whether a gram of another text may stand somewhere in this one; sure only where it may not. */
  readonly mayHold: (gram: Gram) => boolean
  /** Where another text that begins with a gram stands last; -1 where it does not. */
  readonly lastPlace: (wanted: string, gram: Gram) => number
}

/** The letters in a row that begin at some place of a text, as a number. */
export type Gram = number

/** Where fewer letters are left. */
const ANY: Gram = -1

export function gramAt(text: string, from: number): Gram {
  if (text.length - from < GRAM) return ANY
  let hash = 0
  for (let at = from; at < from + GRAM; at++) hash = (Math.imul(hash, FACTOR) + codeAt(text, at)) | 0
  return slotOf(hash)
}

/** Where each gram stands last, counted on from text to text: so the places of earlier ones need not be wiped out. */
const places = new Int32Array(SLOTS)
// The first place of the text, and the first behind it. Counting begins anew before numbers get too large.
let [start, end] = [1, 1]
const MOST = 2 ** 30

/** The grams of one text; those of the text before are forgotten. */
export function gramsOf(text: string): Grams {
  const { length } = text
  if (end + length > MOST) {
    places.fill(0)
    end = 1
  }
  start = end
  end += length
  let hash = 0
  for (let at = 0; at < length; at++) {
    hash = (Math.imul(hash, FACTOR) + codeAt(text, at)) | 0
    if (at >= GRAM) hash = (hash - Math.imul(codeAt(text, at - GRAM), OLDEST)) | 0
    if (at >= GRAM - 1) places[slotOf(hash)] = start + at - (GRAM - 1)
  }
  return { length, mayHold, lastPlace: (wanted, gram) => lastPlace(text, wanted, gram) }
}

function mayHold(gram: Gram): boolean {
  return gram === ANY || (places[gram] ?? 0) >= start
}

function lastPlace(text: string, wanted: string, gram: Gram): number {
  const at = gram === ANY ? text.length : (places[gram] ?? 0) - start
  if (at < 0) return -1
  if (text.startsWith(wanted, at)) return at
  // Looking from the end is slow, and most of what is looked for is not there.
  return text.includes(wanted) ? text.lastIndexOf(wanted, at) : -1
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}
