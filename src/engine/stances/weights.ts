/**
 * Made by `npm run weights` from test/weights/stances-sentences.tsv and stances-changes.tsv; not written by hand.
 */

/** How much each feature says that a sentence is the one that states where its author stands. */
export const SENTENCE_WEIGHTS = {
  takesSide: 2.901,
  agrees: 1.581,
  hasOpinion: 1.603,
  hasNoCue: -0.718,
  isHedged: -0.953,
  isQuestion: -0.935,
  answersQuote: 1.058,
  isInRoot: -1.505,
  amongMany: -0.272,
  isTiny: -1.757,
  isLong: -1.822,
  isHuge: -2.378,
  hasLink: -1.621,
  hasDigits: -0.795,
  isOdd: -1.001,
  isLeadIn: -0.904,
  values: 2.185,
  attitude: 1.429,
  tellsPast: -3.023,
  actions: 1.657,
  namesMatter: 1.166,
  givesExample: -1.824,
  speaksOfSelf: 0.712,
  onTopic: 1.455,
  content: 0.969,
  isInLastMessage: 1.353,
} as const

/** How much each feature says that somebody who is for a thing wants it changed. */
export const CHANGE_WEIGHTS = {
  constant: -1.643,
  isPatch: 1.134,
  isProposing: -0.774,
  soundsSo: 0.948,
  asksForChange: -0.068,
  asksInPatch: 0.548,
  prefersOther: 0.831,
  objects: 0.219,
  promises: 1.07,
  asksOnly: 0.693,
} as const
