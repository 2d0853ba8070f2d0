import type { Features } from "./features.ts"

/**
 * How much each feature says that a sentence is the one that states where its author stands.
 *
 * Set by hand and rounded; what a plain cue list gets wrong without them is in test/corpus/stances.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  support: 1.2,
  oppose: 0.4,
  prefer: 1.4,
  agree: 0.8,
  concede: 0.8,
  change: 0.4,
  promise: 0.6,
  undecided: 0,
  opinion: 0.5,
  me: 1,
  we: 0.2,
  evaluates: 0.9,
  should: 0.2,
  short: 0.5,
  topic: 0.6,
  conditional: 0.3,
  hedged: 0.2,
  head: 0.2,
  first: 0.2,
  second: 0.1,
  rootFirst: 0.4,
  root: -0.2,
  long: -0.2,
  huge: -0.3,
  last: -0.3,
  thanks: -0.6,
  question: -0.6,
  lower: -0.4,
  link: -0.6,
  top: -0.4,
  odd: -1,
  colon: -0.9,
  none: -0.7,
  tiny: -1,
  reported: -0.5,
}

/** Later messages weigh more: 0 for the first, this much for the last. */
export const RECENCY_WEIGHT = 0.8

/** What a message gives a sentence, without knowing what else its author wrote. */
export function scoreOf(features: Features): number {
  let score = 0
  for (const [name, value] of Object.entries(features)) score += value * (WEIGHTS[name] ?? 0)
  return score
}
