// What the index of a large mbox is kept in: numbers in one array, and texts in one run of bytes. As
// objects of their own, the ids of 400,000 messages and their table take 100 MB; so they take 20.

/** Numbers that are only added to. */
export interface Column {
  readonly length: number
  push(value: number): void
  /** NaN where there is none. */
  get(index: number): number
  set(index: number, value: number): void
}

// In pieces: an array that doubles stands twice in memory while it grows, and half empty afterwards.
const PIECE_BITS = 13
const PIECE_LENGTH = 2 ** PIECE_BITS

/** Any numbers, eight bytes each. */
export function createColumn(): Column {
  return columnOf(() => new Float64Array(PIECE_LENGTH))
}

/** Whole numbers from 0 to 2^32 - 1, four bytes each. */
export function createCountColumn(): Column {
  return columnOf(() => new Uint32Array(PIECE_LENGTH))
}

function columnOf(createPiece: () => Float64Array | Uint32Array): Column {
  const pieces: (Float64Array | Uint32Array)[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    push: (value) => {
      if (length === pieces.length * PIECE_LENGTH) pieces.push(createPiece())
      const piece = pieces[pieces.length - 1]
      if (piece !== undefined) piece[length & (PIECE_LENGTH - 1)] = value
      length++
    },
    get: (index) => pieces[index >>> PIECE_BITS]?.[index & (PIECE_LENGTH - 1)] ?? Number.NaN,
    set: (index, value) => {
      const piece = pieces[index >>> PIECE_BITS]
      if (piece !== undefined) piece[index & (PIECE_LENGTH - 1)] = value
    },
  }
}

/** Texts (bytes as latin1 characters) that are kept once, however often they come, numbered from 0. */
export interface Texts {
  readonly size: number
  /** The number of the text; a new one where it was not there yet. */
  add(text: string): number
  /** Its number, where it is there. */
  find(text: string): number | undefined
  get(number: number): string
}

const BYTES_PIECE = 1024 * 1024
const FIRST_SLOTS = 2_048

export function createTexts(): Texts {
  /** Where each text begins, in bytes from the first piece on, and how long it is. */
  const starts = createCountColumn()
  const lengths = createCountColumn()
  const store = createBytes()
  // Open addressing: a slot holds the number of a text plus one, 0 is free.
  let slots = new Int32Array(FIRST_SLOTS)

  const get = (number: number): string => store.read(starts.get(number), lengths.get(number))

  function findSlot(text: string): number {
    let slot = hashOf(text) & (slots.length - 1)
    for (;;) {
      const held = slots[slot] ?? 0
      if (held === 0 || isSame(held - 1, text)) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
  }

  function isSame(number: number, text: string): boolean {
    return lengths.get(number) === text.length && get(number) === text
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 2)
    for (let number = 0; number < starts.length; number++) slots[findSlot(get(number))] = number + 1
  }

  return {
    get size() {
      return starts.length
    },
    add: (text) => {
      const slot = findSlot(text)
      const held = slots[slot] ?? 0
      if (held !== 0) return held - 1
      starts.push(store.write(text))
      lengths.push(text.length)
      slots[slot] = starts.length
      if (starts.length * 2 > slots.length) grow()
      return starts.length - 1
    },
    find: (text) => {
      const held = slots[findSlot(text)] ?? 0
      return held === 0 ? undefined : held - 1
    },
    get,
  }
}

interface Bytes {
  /** Gives where the text begins. No text lies in two pieces. */
  write(text: string): number
  read(start: number, length: number): string
}

function createBytes(): Bytes {
  const pieces: Buffer[] = []
  let used = BYTES_PIECE
  return {
    write: (text) => {
      const kept = text.slice(0, BYTES_PIECE)
      if (used + kept.length > BYTES_PIECE) {
        pieces.push(Buffer.alloc(BYTES_PIECE))
        used = 0
      }
      const start = (pieces.length - 1) * BYTES_PIECE + used
      used += pieces.at(-1)?.write(kept, used, "latin1") ?? 0
      return start
    },
    read: (start, length) => {
      const at = start % BYTES_PIECE
      return pieces[Math.floor(start / BYTES_PIECE)]?.toString("latin1", at, at + length) ?? ""
    },
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 1
}
