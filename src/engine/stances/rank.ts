import type { OwnSentence } from "../read-message.ts"
import type { SentenceFeatures } from "./sentence-features.ts"
import { SENTENCE_WEIGHTS } from "./weights.ts"

/** A vote says it all, however short it is. */
const VOTE = /^(?:[+-]1\d*\b|n?ack(?:ed)?\b|nak(?:ed)?\b|lgtm\b|:[+-]1:|:thumbs\w+:)/i
/** Above all that the weights can give. */
const VOTE_WEIGHT = 1.5

/** How well a sentence states a position, without knowing what else its author wrote. */
export function scoreOf({ text }: OwnSentence, features: SentenceFeatures): number {
  let score = VOTE.test(text) ? VOTE_WEIGHT : 0
  for (const name of SENTENCE_FEATURES) score += features[name] * SENTENCE_WEIGHTS[name]
  return score
}

/** In the order of the table that the weights are made from. */
export const SENTENCE_FEATURES = [
  "takesSide",
  "agrees",
  "hasOpinion",
  "hasNoCue",
  "isHedged",
  "isQuestion",
  "answersQuote",
  "isInRoot",
  "amongMany",
  "isTiny",
  "isLong",
  "isHuge",
  "hasLink",
  "hasDigits",
  "isOdd",
  "isLeadIn",
  "values",
  "attitude",
  "tellsPast",
  "actions",
  "namesMatter",
  "givesExample",
  "speaksOfSelf",
  "onTopic",
  "content",
] as const satisfies readonly (keyof SentenceFeatures)[]

/** What a sentence of somebody's last message gains over the ones before. */
export const LAST_MESSAGE_WEIGHT: number = SENTENCE_WEIGHTS.isInLastMessage

/** What a sentence gains that speaks for the position it is to show, in full strength. */
export const FITTING_WEIGHT = 0.3
