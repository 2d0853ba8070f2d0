import type { Position, Stance } from "../../model/summary.ts"

/** Positions as people read them, in the order in which they matter to whoever has to decide. */
export const POSITION_WORDS: Readonly<Record<Position, string>> = {
  opposes: "opposes",
  "prefers-alternative": "prefers another way",
  "supports-with-changes": "supports with changes",
  undecided: "undecided",
  supports: "supports",
  informs: "takes no side",
}

/**
 * Where a stance stands, in words. A `?` marks what was read from arguments, not from a sentence that says
 * so; that somebody takes no side is read from nothing else.
 */
export function positionWord({ position, basis }: Stance): string {
  const word = POSITION_WORDS[position]
  return basis === "inferred" && position !== "informs" ? `${word}?` : word
}
