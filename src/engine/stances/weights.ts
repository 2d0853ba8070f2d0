/**
 * Made by `npm run weights` from test/weights/stances-sentences.tsv and stances-changes.tsv; not written by hand.
 */

/** How much each feature says that a sentence is the one that states where its author stands. */
export const SENTENCE_WEIGHTS = {
  takesSide: 2.721,
  agrees: 1.412,
  hasOpinion: 1.632,
  hasNoCue: -0.876,
  isHedged: -1.164,
  isQuestion: -0.978,
  answersQuote: 1.096,
  isInRoot: -1.383,
  amongMany: -0.357,
  isTiny: -1.809,
  isLong: -1.738,
  isHuge: -2.557,
  hasLink: -1.712,
  hasDigits: -0.693,
  isOdd: -1.031,
  isLeadIn: -0.874,
  values: 2.29,
  attitude: 1.585,
  tellsPast: -3.049,
  actions: 1.533,
  namesMatter: 1.281,
  givesExample: -1.518,
  speaksOfSelf: 0.778,
  onTopic: 1.478,
  content: 0.825,
  isInLastMessage: 1.529,
} as const

/** How much each feature says that somebody who is for a thing wants it changed. */
export const CHANGE_WEIGHTS = {
  constant: -1.676,
  isPatch: 1.15,
  isProposing: -0.791,
  soundsSo: 0.989,
  asksForChange: -0.069,
  asksInPatch: 0.531,
  prefersOther: 0.764,
  objects: 0.288,
  promises: 1.056,
  asksOnly: 0.852,
} as const
