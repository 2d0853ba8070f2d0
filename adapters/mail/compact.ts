// What the index of a large mbox is kept in: numbers in one array, and texts in one run of bytes. As
// objects of their own, the ids of 400,000 messages and their table take 100 MB; so they take 20.

/** Numbers that are only added to, eight bytes each. */
export interface Column {
  readonly length: number
  push(value: number): void
  get(index: number): number
  set(index: number, value: number): void
}

const FIRST_SIZE = 1_024

export function createColumn(): Column {
  let values = new Float64Array(FIRST_SIZE)
  let length = 0
  return {
    get length() {
      return length
    },
    push: (value) => {
      if (length === values.length) {
        const larger = new Float64Array(length * 2)
        larger.set(values)
        values = larger
      }
      values[length] = value
      length++
    },
    get: (index) => values[index] ?? Number.NaN,
    set: (index, value) => {
      values[index] = value
    },
  }
}

/** Texts (bytes as latin1 characters) that are kept once, however often they come, numbered from 0. */
export interface Texts {
  readonly size: number
  /** The number of the text; a new one where it was not there yet. */
  add(text: string): number
  get(number: number): string
}

export function createTexts(): Texts {
  const ends = createColumn()
  let bytes = Buffer.alloc(FIRST_SIZE * 32)
  let used = 0
  // Open addressing: a slot holds the number of a text plus one, 0 is free.
  let slots = new Int32Array(FIRST_SIZE * 2)

  const startOf = (number: number): number => (number === 0 ? 0 : ends.get(number - 1))
  const get = (number: number): string => bytes.toString("latin1", startOf(number), ends.get(number))

  function findSlot(text: string): number {
    let slot = hashOf(text) & (slots.length - 1)
    for (;;) {
      const held = slots[slot] ?? 0
      if (held === 0 || isSame(held - 1, text)) return slot
      slot = (slot + 1) & (slots.length - 1)
    }
  }

  function isSame(number: number, text: string): boolean {
    const start = startOf(number)
    return ends.get(number) - start === text.length && get(number) === text
  }

  function grow(): void {
    slots = new Int32Array(slots.length * 2)
    for (let number = 0; number < ends.length; number++) slots[findSlot(get(number))] = number + 1
  }

  return {
    get size() {
      return ends.length
    },
    add: (text) => {
      const slot = findSlot(text)
      const held = slots[slot] ?? 0
      if (held !== 0) return held - 1
      if (used + text.length > bytes.length) {
        const larger = Buffer.alloc(Math.max(bytes.length * 2, used + text.length))
        bytes.copy(larger)
        bytes = larger
      }
      used += bytes.write(text, used, "latin1")
      ends.push(used)
      slots[slot] = ends.length
      if (ends.length * 2 > slots.length) grow()
      return ends.length - 1
    },
    get,
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 1
}
