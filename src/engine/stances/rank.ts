/**
 * How much each feature says that a sentence is the one that states where its author stands.
 *
 * Set by hand and rounded; what a plain cue list gets wrong without them is in test/corpus/stances.
 */
export const WEIGHTS = {
  support: 1.3,
  oppose: 0.3,
  prefer: 1.1,
  undecided: -0.1,
  change: 0.5,
  ask: 0.6,
  agree: 0.4,
  concede: 0.5,
  promise: 0.3,
  opinion: 0.6,
  none: -1.5,
  question: -0.5,
  reported: -0.4,
  conditional: 0.7,
  conceded: -1.5,
  me: 1.1,
  we: 0.1,
  evaluates: 1.1,
  topic: 0.7,
  tiny: -0.9,
  short: -0.3,
  huge: -0.2,
  last: 0.3,
  head: 0.3,
  root: -0.1,
  rootFirst: 0.3,
  vote: 2.5,
  meta: -0.3,
  thanks: -0.4,
  odd: -0.4,
  link: -0.5,
  colon: -0.3,
  leadIn: -1,
  apology: -0.8,
  lower: -0.3,
  aside: -1,
  hangs: -0.6,
  confused: -0.8,
  sumsUp: 0.6,
} as const

/** Later messages weigh more: 0 for the first, this much for the last. */
export const RECENCY_WEIGHT = 0.9

/** What a sentence gains that speaks for the position it is to show, in full strength. */
export const FITTING_WEIGHT = 2

/** What a sentence loses that says nothing for the position it is to show. */
export const UNFIT_WEIGHT = -0.7

/** What its author has taken back since is shown only where nothing else is. */
export const OVERTAKEN_WEIGHT = -2

/** A sentence that cannot stand by itself is shown only where nothing else is. */
export const FRAGMENT_WEIGHT = -3

/** What a proposal was taken back with, or that the trouble is over, says more than all that led to it. */
export const OUTCOME_WEIGHT = 4
