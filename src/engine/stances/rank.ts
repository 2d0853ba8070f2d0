import type { Features } from "./features.ts"

/**
 * How much each feature says that a sentence is the one that states where its author stands.
 *
 * Set by hand and rounded; what a plain cue list gets wrong without them is in test/corpus/stances.
 */
const WEIGHTS: Readonly<Record<string, number>> = {
  vote: 2.5,
  support: 1.3,
  prefer: 1.1,
  evaluates: 1.1,
  me: 1.1,
  conditional: 0.7,
  topic: 0.7,
  opinion: 0.6,
  ask: 0.6,
  change: 0.5,
  oppose: 0.3,
  agree: 0.4,
  concede: 0.5,
  last: 0.3,
  head: 0.3,
  rootFirst: 0.3,
  promise: 0.3,
  we: 0.1,
  undecided: -0.1,
  root: -0.1,
  huge: -0.2,
  colon: -0.3,
  lower: -0.3,
  meta: -0.3,
  short: -0.3,
  odd: -0.4,
  reported: -0.4,
  thanks: -0.4,
  question: -0.5,
  link: -0.5,
  tiny: -0.9,
  none: -1.5,
}

/** Later messages weigh more: 0 for the first, this much for the last. */
export const RECENCY_WEIGHT = 0.9

/** What a sentence gains that speaks for the position it is to show, in full strength. */
export const FITTING_WEIGHT = 1

/** What a message gives a sentence, without knowing what else its author wrote. */
export function scoreOf(features: Features): number {
  let score = 0
  for (const [name, value] of Object.entries(features)) score += value * (WEIGHTS[name] ?? 0)
  return score
}
