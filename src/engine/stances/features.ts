import type { OwnSentence, ReadMessage } from "../read-message.ts"
import type { SentenceWords } from "../words/sentence-words.ts"
import { codeAt } from "../patterns/code-at.ts"
import { quick } from "../patterns/quick-pattern.ts"
import { hasAny, wordKind } from "../words/vocabulary.ts"
import type { Judgement } from "./sentence/judge-sentence.ts"
import { NO_STRENGTHS } from "./sentence/judge-sentence.ts"
import { WEIGHTS } from "./rank.ts"

export interface FeatureContext {
  readonly read: ReadMessage
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly isRoot: boolean
}

/**
 * What speaks for and against a sentence as somebody's statement of where they stand, weighed and summed up; what a message
 * gives it, without knowing what else its author wrote.
 *
 * Ten sentences a mail have thirty features each, nearly all of them absent: none is kept, they only add to the score.
 */
export function scoreOf(context: FeatureContext): number {
  const { sentence, judgement } = context
  const score = addCues(0, judgement)
  return addText(addPlace(addWords(score, sentence.words), context), sentence, judgement)
}

// The strongest cue that there is counts as one.
const STRONGEST = 3

function addCues(before: number, { strengths, isQuestion, isReported, isConditional, isConceded }: Judgement): number {
  let score = before
  let isNone = true
  for (const kind of strengths === NO_STRENGTHS ? [] : CUE_KINDS) {
    const strength = strengths[kind]
    if (strength <= 0) continue
    score += (strength / STRONGEST) * WEIGHTS[kind]
    isNone = false
  }
  if (isNone) score += WEIGHTS.none
  if (isQuestion && strengths.prefer < 2) score += WEIGHTS.question
  if (isReported) score += WEIGHTS.reported
  if (isConditional) score += WEIGHTS.conditional
  if (isConceded === true) score += WEIGHTS.conceded
  return score
}

const CUE_KINDS = [
  "support",
  "oppose",
  "prefer",
  "undecided",
  "change",
  "ask",
  "agree",
  "concede",
  "promise",
  "opinion",
] as const

function addWords(before: number, words: SentenceWords): number {
  let score = before
  if (hasAny(words.kinds, ME)) score += WEIGHTS.me
  if (hasAny(words.kinds, WE)) score += WEIGHTS.we
  if (hasAny(words.kinds, VALUES)) score += WEIGHTS.evaluates
  score += (Math.min(3, topicOf(words)) / 3) * WEIGHTS.topic
  if (words.count <= 3) score += WEIGHTS.tiny
  else if (words.count <= 8) score += WEIGHTS.short
  else if (words.count > 55) score += WEIGHTS.huge
  return score
}

function addPlace(before: number, { read, sentence, isRoot }: FeatureContext): number {
  let score = before
  if (sentence.index === read.sentences.length - 1) score += WEIGHTS.last
  if (sentence.isHead && sentence.under !== undefined) score += WEIGHTS.head
  if (isRoot) score += WEIGHTS.root
  if (isRoot && sentence.paragraph <= 1) score += WEIGHTS.rootFirst
  return score
}

function addText(before: number, { text, words }: OwnSentence, { strengths }: Judgement): number {
  let score = before
  if (VOTE.test(text)) score += WEIGHTS.vote
  if (hasAny(words.kinds, META)) score += WEIGHTS.meta
  if (hasAny(words.firstKinds, THANKS)) score += WEIGHTS.thanks
  if (hasAny(words.kinds, APOLOGY)) score += WEIGHTS.apology
  if (isOdd(text)) score += WEIGHTS.odd
  if (text.includes("://")) score += WEIGHTS.link
  if (text.endsWith(":")) score += PLAIN.some((kind) => strengths[kind] >= 2) ? WEIGHTS.colon : WEIGHTS.leadIn
  if (LOWER.test(text)) score += WEIGHTS.lower
  return addManner(score, text)
}

function addManner(before: number, text: string): number {
  let score = before
  if (isAside(text)) score += WEIGHTS.aside
  if (HANGS.test(text)) score += WEIGHTS.hangs
  if (CONFUSED.test(text)) score += WEIGHTS.confused
  if (SUMS_UP.test(text)) score += WEIGHTS.sumsUp
  return score
}

/** What leads up to something else says nothing by itself, unless a plain word stands in it: "I would prefer the following:". */
const PLAIN = ["support", "oppose", "prefer"] as const
const LOWER = /^[a-z(]/
/** Of the mail that is answered, not of the matter. */
const CONFUSED = quick(
  /\b(?:not sure|don't|do not|didn't|can't)(?: that)?(?: i| to)?(?: quite| really| fully| completely)* (?:understand|follow)\b|\bi(?:'m| am) (?:lost|confused)\b/i,
)
const SUMS_UP =
  /^(?:back to the |in (?:conclusion|summary|short)\b|to (?:sum up|summari[sz]e|conclude)\b|all in all\b|overall\b|anyway,? i (?:think|believe|would|am)\b|so (?:in (?:conclusion|short),? )?i(?:'d| would| think| vote)\b)/i
/** A vote says it all, however short it is. */
const VOTE = /^(?:[+-]1\d*\b|n?ack(?:ed)?\b|nak(?:ed)?\b|lgtm\b|:[+-]1:|:thumbs\w+:)/i
const ME = wordKind("i my me i'm i'd i've i'll myself")
const WE = wordKind("we let's we'd we're we'll us our")
const VALUES = wordKind(
  "better best good bad wrong fine right simple simpler easier useful worse cleaner dangerous ugly broken nice great clean safe",
)
/** Speaks of the mails themselves, or is what an archive put in place of an attachment. */
const META = wordKind(
  "mail email e-mail mails emails list lists cc cc'd cced attachment attached attachments scrubbed deleted html sent reply replying replied url link typo thread subject message messages post posted wrote privately proof-read read",
)
const THANKS = wordKind("thanks thank thx cheers regards best hi hello dear hey")

const APOLOGY = wordKind("sorry apologies apologize apologise oops whoops misunderstood misread overlooked mistake")

/** Goes on from what was said before, or is called out in passing. */
const HANGS =
  /^\W{0,3}(?:for example|for instance|e\.g\.|second(?:ly)?,|second of all|third(?:ly)?,|third of all|by the way|btw|fyi|it also|this (?:also|is especially|is particularly)|at least)\b|!!!/i

/** In brackets, or named as what it is: beside the matter. */
function isAside(text: string): boolean {
  return (text.startsWith("(") && /\)[.!]?$/.test(text)) || ASIDE.test(text)
}

const ASIDE = /^\W{0,3}(?:tangent|side ?note|aside|as an aside|off[- ]topic|ot|ps|p\.s\.)\b[:,. ]/i

/** How many words of the topic are not among those that count by themselves. */
function topicOf({ topical }: SentenceWords): number {
  let count = 0
  for (const kinds of topical) if (!hasAny(kinds, ME | WE | VALUES | META)) count++
  return count
}

/** Whether more than a fifth of a text is neither letters nor the marks of prose. */
function isOdd(text: string): boolean {
  const { length } = text
  let odd = 0
  for (let index = 0; index < length; index++) {
    const code = codeAt(text, index)
    if (code >= IS_PROSE.length || IS_PROSE[code] === 0) odd++
  }
  return odd > length / 5
}

const IS_PROSE: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[a-z ,.'!?-]/i.test(String.fromCharCode(code))),
)
