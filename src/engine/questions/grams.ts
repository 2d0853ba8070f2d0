import { codeAt } from "../code-at.ts"

// So many letters in a row, one after the other, tell one text from nearly all others.
const GRAM = 8
// A quote has some thousand: with so many slots one of twenty that are not there seems to be. A power of two.
const SLOTS = 1 << 14
const FACTOR = 33
const OLDEST = Math.imul(FACTOR ** 4, FACTOR ** 4)

/** Tells quickly what a text cannot hold, for whoever looks for dozens of texts in it. */
export interface Grams {
  /** Whether a gram of another text may stand somewhere in this one; sure only where it may not. */
  readonly mayHold: (gram: Gram) => boolean
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

const isThere = new Uint8Array(SLOTS)

/** The grams of one text; those of the text before are forgotten. */
export function gramsOf(text: string): Grams {
  isThere.fill(0)
  const { length } = text
  let hash = 0
  for (let at = 0; at < length; at++) {
    hash = (Math.imul(hash, FACTOR) + codeAt(text, at)) | 0
    if (at >= GRAM) hash = (hash - Math.imul(codeAt(text, at - GRAM), OLDEST)) | 0
    if (at >= GRAM - 1) isThere[slotOf(hash)] = 1
  }
  return { mayHold }
}

function mayHold(gram: Gram): boolean {
  return gram === ANY || isThere[gram] === 1
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1)
}
