/**
 * Made by `npm run weights` from test/weights/stances-sentences.tsv and stances-changes.tsv; not written by hand.
 */

/** How much each feature says that a sentence is the one that states where its author stands. */
export const SENTENCE_WEIGHTS = {
  takesSide: 2.914,
  agrees: 1.302,
  hasOpinion: 1.511,
  hasNoCue: -0.757,
  isHedged: -1.122,
  answersQuote: 1.153,
  isInRoot: -1.326,
  amongMany: -0.364,
  isTiny: -1.719,
  isLong: -1.651,
  isHuge: -2.531,
  hasLink: -1.703,
  hasDigits: -0.652,
  isOdd: -1.04,
  values: 2.223,
  attitude: 1.705,
  tellsPast: -3.2,
  actions: 1.568,
  namesMatter: 1.416,
  givesExample: -2.125,
  speaksOfSelf: 0.723,
  onTopic: 1.412,
  content: 0.944,
  isInLastMessage: 1.568,
} as const

/** How much each feature says that somebody who is for a thing wants it changed. */
export const CHANGE_WEIGHTS = {
  constant: -1.693,
  isPatch: 1.148,
  isProposing: -0.795,
  soundsSo: 0.997,
  asksForChange: -0.086,
  asksInPatch: 0.529,
  prefersOther: 0.753,
  objects: 0.327,
  promises: 1.058,
  asksOnly: 0.908,
} as const
