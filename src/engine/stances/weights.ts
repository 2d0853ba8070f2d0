/**
 * Made by `npm run weights` from test/weights/stances-sentences.tsv and stances-changes.tsv; not written by hand.
 */

/** How much each feature says that a sentence is the one that states where its author stands. */
export const SENTENCE_WEIGHTS = {
  takesSide: 2.943,
  agrees: 1.298,
  hasOpinion: 1.499,
  hasNoCue: -0.741,
  isHedged: -1.161,
  answersQuote: 1.143,
  isInRoot: -1.335,
  amongMany: -0.354,
  isTiny: -1.711,
  isLong: -1.639,
  isHuge: -2.542,
  hasLink: -1.682,
  hasDigits: -0.608,
  isOdd: -1.02,
  values: 2.22,
  attitude: 1.675,
  tellsPast: -3.213,
  actions: 1.533,
  namesMatter: 1.401,
  givesExample: -2.178,
  speaksOfSelf: 0.722,
  onTopic: 1.378,
  content: 0.979,
  isInLastMessage: 1.565,
} as const

/** How much each feature says that somebody who is for a thing wants it changed. */
export const CHANGE_WEIGHTS = {
  constant: -1.677,
  isPatch: 1.148,
  isProposing: -0.789,
  soundsSo: 0.988,
  asksForChange: -0.071,
  asksInPatch: 0.533,
  prefersOther: 0.763,
  objects: 0.287,
  promises: 1.057,
  asksOnly: 0.88,
} as const
