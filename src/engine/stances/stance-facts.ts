import type { OwnSentence, ReadMessage } from "../read-message.ts"
import type { Features } from "./features.ts"
import { featuresOf } from "./features.ts"
import type { Judgement } from "./judge-sentence.ts"
import type { GivenTrailer } from "../trailers/find-trailers.ts"
import { findTrailers } from "../trailers/find-trailers.ts"
import { scoreOf } from "./rank.ts"
import { judgeSentence, wordsOf } from "./judge-sentence.ts"

/** A sentence that may say where its author stands. */
export interface Candidate {
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly features: Features
  /** How well the sentence states a position, whatever else its author wrote. */
  readonly score: number
}

/** What one message says of its author's stance, known from the message and its ancestors. */
export interface StanceFacts {
  readonly candidates: readonly Candidate[]
  readonly trailers: readonly GivenTrailer[]
}

export function stanceFacts(read: ReadMessage): StanceFacts {
  const topic = topicWords(read)
  const trailers = findTrailers(read.message, read.lines)
  const candidates = read.sentences.map((sentence) => {
    const judgement = judgeSentence(sentence.text)
    const features = featuresOf({ read, sentence, judgement, isRoot: read.parent === undefined, topic })
    return { sentence, judgement, features, score: scoreOf(features) }
  })
  return { candidates, trailers }
}

function topicWords(read: ReadMessage): ReadonlySet<string> {
  return new Set(wordsOf(read.message.subject.toLowerCase()).filter((word) => word.length > 3))
}
