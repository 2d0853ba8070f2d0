import { codeAt } from "../code-at.ts"
import { hashStep } from "../vocabulary.ts"

// So many words in a row are hardly ever said twice by chance.
const RUN = 4

/** The words of a text, or of several that go on from one to the next, each as two hashes: 64 bits tell them apart. */
interface HashedWords {
  readonly ones: number[]
  readonly others: number[]
}

/** All runs of four words of some texts, with the text that each begins in. */
export interface WordRuns {
  /** By slot: both hashes of a run and the place of its text, or -1. */
  readonly slots: Int32Array
  readonly mask: number
}

/** The runs of some texts; they go over the ends, for whoever re-breaks a quote breaks it elsewhere. The first of several alike counts. */
export function indexRuns(texts: readonly string[]): WordRuns {
  const words: HashedWords = { ones: [], others: [] }
  const places: number[] = []
  for (const [place, text] of texts.entries()) {
    hashWords(text, words)
    while (places.length < words.ones.length) places.push(place)
  }
  const mask = maskFor(words.ones.length)
  const runs = { slots: new Int32Array((mask + 1) * SLOT).fill(-1), mask }
  for (let at = 0; at + RUN <= places.length; at++) {
    const one = runHash(words.ones, at)
    const other = runHash(words.others, at)
    const slot = slotOf(runs, one, other)
    if (slot === undefined || runs.slots[slot + 2] !== -1) continue
    runs.slots[slot] = one
    runs.slots[slot + 1] = other
    runs.slots[slot + 2] = places[at] ?? 0
  }
  return runs
}

// Two hashes and a place.
const SLOT = 3

/** Twice as many slots as there are words, and a power of two. */
function maskFor(words: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, 2 * words))) - 1
}

// Strangers could choose words that all begin at one slot; half of the table is empty, and no honest text comes near this.
const MAX_STEPS = 64

/** Where a run stands, or could be put; undefined where too many stand in its way. */
function slotOf({ slots, mask }: WordRuns, one: number, other: number): number | undefined {
  let at = (one ^ (other >>> 7)) & mask
  for (let step = 0; step < MAX_STEPS; step++) {
    const slot = at * SLOT
    if (slots[slot + 2] === -1 || (slots[slot] === one && slots[slot + 1] === other)) return slot
    at = (at + 1) & mask
  }
  return undefined
}

// Of the runs of an edited line so many must be the owner's.
const SAME_SHARE = 0.8

/** The runs of one line that is to be found again. */
export type LineRuns = Readonly<HashedWords>

/** The runs of a line; undefined where it has too few words for one. */
export function runsOf(text: string): LineRuns | undefined {
  const words: HashedWords = { ones: [], others: [] }
  hashWords(text, words)
  if (words.ones.length < RUN) return undefined
  const count = words.ones.length - RUN + 1
  for (let at = 0; at < count; at++) {
    words.ones[at] = runHash(words.ones, at)
    words.others[at] = runHash(words.others, at)
  }
  words.ones.length = count
  words.others.length = count
  return words
}

/** The place of the text that the first known run of a line begins in; undefined as soon as too many are not there. */
export function placeOfRuns({ ones, others }: LineRuns, runs: WordRuns): number | undefined {
  let first: number | undefined
  let missed = 0
  for (let at = 0; at < ones.length; at++) {
    const slot = slotOf(runs, ones[at] ?? 0, others[at] ?? 0)
    const place = slot === undefined ? -1 : (runs.slots[slot + 2] ?? -1)
    if (place === -1) missed++
    else first ??= place
    if (ones.length - missed < ones.length * SAME_SHARE) return undefined
  }
  return first
}

function hashWords(text: string, words: HashedWords): void {
  const { length } = text
  let [one, other] = [0, 0]
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code === SPACE) {
      words.ones.push(one)
      words.others.push(other)
      one = 0
      other = 0
    } else {
      one = (Math.imul(one, 33) + code) | 0
      other = hashStep(other, code)
    }
  }
  words.ones.push(one)
  words.others.push(other)
}

const SPACE = 0x20
// Of FNV-1a.
const PRIME = 0x01000193

function runHash(words: readonly number[], at: number): number {
  let hash = 0
  for (let word = at; word < at + RUN; word++) hash = (Math.imul(hash, PRIME) + (words[word] ?? 0)) | 0
  return hash
}
