import { codeAt } from "./code-at.ts"

// Enough for what one mail is compared with; more would keep strangers' words about. A power of two.
const MAX_REMEMBERED = 256

/**
 * A function of a text alone that knows its latest answers again: what one mail says, the replies quote,
 * and each sentence of a reply is compared with every question above it.
 *
 * A text has one place where it is remembered, and the next text of that place takes it over.
 */
export function remembering<Answer>(find: (text: string) => Answer): (text: string) => Answer {
  const places = Array.from({ length: MAX_REMEMBERED }, (): Remembered<Answer> | undefined => undefined)
  return (text) => {
    const place = placeOf(text, MAX_REMEMBERED)
    const known = places[place]
    if (known?.text === text) return known.answer
    const answer = find(text)
    places[place] = { text, answer }
    return answer
  }
}

interface Remembered<Answer> {
  readonly text: string
  readonly answer: Answer
}

/**
 * One of so many places (a power of two) for a text, told by its length and a few of its letters: to look at all of
 * them, as a Map does, costs more than many an answer.
 */
export function placeOf(text: string, places: number): number {
  const { length } = text
  let hash = length
  if (length === 0) return 0
  for (let step = 0; step < LOOKS; step++) hash = Math.imul(hash, 31) + codeAt(text, ((length - 1) * step) >> 2)
  return (hash ^ (hash >> 8)) & (places - 1)
}

// At the start, at the end, and at each quarter between them.
const LOOKS = 5
