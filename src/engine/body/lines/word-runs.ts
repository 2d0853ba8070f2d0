import { codeAt } from "../../patterns/code-at.ts"
import { hashStep } from "../../words/vocabulary.ts"

// So many words in a row are hardly ever said twice by chance.
const RUN = 4

/** All runs of four words of some texts, with the text that each begins in. */
export interface WordRuns {
  /** First the slots, each the place in here where its run stands, or 0; behind them of each run both hashes and its text. */
  readonly table: Int32Array
  readonly mask: number
}

/** The runs of some texts; they go over the ends, for whoever re-breaks a quote breaks it elsewhere. The first of several alike counts. */
export function indexRuns(texts: readonly string[]): WordRuns {
  let letters = texts.length
  for (const text of texts) letters += text.length
  const words = roomFor(letters, INDEXED)
  const places: number[] = []
  let count = 0
  for (let place = 0; place < texts.length; place++) {
    count = hashWords(texts[place] ?? "", words, count)
    while (places.length < count) places.push(place)
  }
  const mask = maskFor(count)
  const runs = { table: new Int32Array(mask + 1 + Math.max(0, count - RUN + 1) * ENTRY), mask }
  let end = mask + 1
  for (let at = 0; at + RUN <= count; at++) {
    const one = runHash(words.ones, at)
    const other = runHash(words.others, at)
    const slot = slotOf(runs, one, other)
    if (slot === undefined || runs.table[slot] !== 0) continue
    runs.table[slot] = end
    runs.table[end] = one
    runs.table[end + 1] = other
    runs.table[end + 2] = places[at] ?? 0
    end += ENTRY
  }
  return runs
}

// Two hashes and a place.
const ENTRY = 3

/** Twice as many slots as there are words, and a power of two. */
function maskFor(words: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, 2 * words))) - 1
}

// Strangers could choose words that all begin at one slot; half of the table is empty, and no honest text comes near this.
const MAX_STEPS = 64

/** The slot of a run, or where it could be put; undefined where too many stand in its way. */
function slotOf({ table, mask }: WordRuns, one: number, other: number): number | undefined {
  let slot = (one ^ (other >>> 7)) & mask
  for (let step = 0; step < MAX_STEPS; step++) {
    const place = table[slot] ?? 0
    if (place === 0 || (table[place] === one && table[place + 1] === other)) return slot
    slot = (slot + 1) & mask
  }
  return undefined
}

// Of the runs of an edited line so many must be the owner's.
const SAME_SHARE = 0.8

/** The runs of one line that is to be found again, for as long as no other line's are asked for. */
export interface LineRuns extends HashedWords {
  readonly count: number
}

/** The runs of a line; undefined where it has too few words for one. */
export function runsOf(text: string): LineRuns | undefined {
  const words = roomFor(text.length + 1, LOOKED_FOR)
  const count = hashWords(text, words, 0) - RUN + 1
  if (count < 1) return undefined
  const { ones, others } = words
  for (let at = 0; at < count; at++) {
    ones[at] = runHash(ones, at)
    others[at] = runHash(others, at)
  }
  return { ones, others, count }
}

/** The place of the text that the first known run of a line begins in; undefined as soon as too many are not there. */
export function placeOfRuns({ ones, others, count }: LineRuns, runs: WordRuns): number | undefined {
  let first: number | undefined
  let missed = 0
  for (let at = 0; at < count; at++) {
    const slot = slotOf(runs, ones[at] ?? 0, others[at] ?? 0)
    const place = slot === undefined ? 0 : (runs.table[slot] ?? 0)
    if (place === 0) missed++
    else first ??= runs.table[place + 2] ?? 0
    if (count - missed < count * SAME_SHARE) return undefined
  }
  return first
}

/** The words of a text, or of several that go on from one to the next, each as two hashes: 64 bits tell them apart. */
interface HashedWords {
  readonly ones: Int32Array
  readonly others: Int32Array
}

/** How many runs of a text are known. */
export function knownRuns({ ones, others, count }: LineRuns, runs: WordRuns): number {
  let known = 0
  for (let at = 0; at < count; at++) {
    const slot = slotOf(runs, ones[at] ?? 0, others[at] ?? 0)
    if (slot !== undefined && runs.table[slot] !== 0) known++
  }
  return known
}

// Room that is used again for each text; nearly all of them fit in, and a longer one gets room of its own.
const [MOST_OF_LINE, MOST_OF_BODY] = [1 << 9, 1 << 13]
const LOOKED_FOR = wordsFor(MOST_OF_LINE)
const INDEXED = wordsFor(MOST_OF_BODY)

function wordsFor(count: number): HashedWords {
  return { ones: new Int32Array(count), others: new Int32Array(count) }
}

/** Room for the words of so many letters: each has one at least, or the space behind it. */
function roomFor(letters: number, kept: HashedWords): HashedWords {
  return letters <= kept.ones.length ? kept : wordsFor(letters)
}

/** Puts the words of a text behind those that are there, and says how many there are then. */
function hashWords(text: string, { ones, others }: HashedWords, before: number): number {
  const { length } = text
  let count = before
  let [one, other] = [0, 0]
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code === SPACE) {
      ones[count] = one
      others[count++] = other
      one = 0
      other = 0
    } else {
      one = (Math.imul(one, 33) + code) | 0
      other = hashStep(other, code)
    }
  }
  ones[count] = one
  others[count++] = other
  return count
}

const SPACE = 0x20
// Of FNV-1a.
const PRIME = 0x01000193

function runHash(words: Int32Array, at: number): number {
  let hash = 0
  for (let word = at; word < at + RUN; word++) hash = (Math.imul(hash, PRIME) + (words[word] ?? 0)) | 0
  return hash
}
