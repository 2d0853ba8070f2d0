import type { WireAsk } from "./wire.ts"

/**
 * What the world does with one request. `done` was done whether or not the answer arrives; `lost` closes the connection
 * without a word, `torn` in the middle of the answer, and `stalled` leaves the asker to its time-out.
 */
export interface Fate {
  readonly isDone: boolean
  readonly answer: "whole" | "lost" | "torn" | "stalled" | 429 | 500
}

export const DONE: Fate = { isDone: true, answer: "whole" }

/** In the midst of a request of a replica that is killed: nobody hears whether it was done. */
export function killedFate(random: () => number): Fate {
  return { isDone: random() < 0.5, answer: "lost" }
}

const WRITE_FAULTS: readonly Fate[] = [
  { isDone: true, answer: "lost" },
  { isDone: false, answer: "lost" },
  { isDone: true, answer: "torn" },
  { isDone: true, answer: "stalled" },
  { isDone: false, answer: "stalled" },
  { isDone: false, answer: 429 },
  { isDone: false, answer: 500 },
]
const READ_FAULTS: readonly Fate[] = [
  { isDone: false, answer: "lost" },
  { isDone: true, answer: "torn" },
  { isDone: false, answer: "stalled" },
  { isDone: false, answer: 429 },
  { isDone: false, answer: 500 },
]

/** One of the ways in which a request of its kind goes wrong. */
export function faultFor(ask: WireAsk, random: () => number): Fate {
  const faults = ask.kind === "thread" || ask.kind === "feed" ? READ_FAULTS : WRITE_FAULTS
  return faults[Math.floor(random() * faults.length)] ?? DONE
}
