import type { OwnSentence, ReadMessage } from "../read-message.ts"
import type { SentenceWords } from "../sentence-words.ts"
import { hasAny, wordKind } from "../vocabulary.ts"
import type { CueKind } from "./cues/cue.ts"
import type { Judgement } from "./judge-sentence.ts"

/** What speaks for and against a sentence as somebody's statement of where they stand; 0 or 1, or a small share. */
export type Features = ReturnType<typeof featuresOf>

export interface FeatureContext {
  readonly read: ReadMessage
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly isRoot: boolean
}

/** Every sentence has all of them, in one order: objects of one shape are read quickest. */
export function featuresOf(context: FeatureContext) {
  return { ...cueFeatures(context.judgement), ...placeFeatures(context), ...textFeatures(context) }
}

// The strongest cue that there is counts as one.
const STRONGEST = 3

function cueFeatures({ strengths, isQuestion, isReported, isConditional, isHedged }: Judgement) {
  const share = (kind: CueKind): number => (strengths[kind] ?? 0) / STRONGEST
  return {
    support: share("support"),
    oppose: share("oppose"),
    prefer: share("prefer"),
    undecided: share("undecided"),
    change: share("change"),
    ask: share("ask"),
    agree: share("agree"),
    concede: share("concede"),
    promise: share("promise"),
    opinion: share("opinion"),
    none: Number(!hasCue(strengths)),
    question: Number(isQuestion && (strengths.prefer ?? 0) < 2),
    reported: Number(isReported),
    conditional: Number(isConditional),
    hedged: Number(isHedged),
  }
}

function hasCue(strengths: Judgement["strengths"]): boolean {
  for (const strength of Object.values(strengths)) if (strength > 0) return true
  return false
}

function placeFeatures({ read, sentence, isRoot }: FeatureContext) {
  const { index, isHead, under, paragraph } = sentence
  return {
    first: Number(index === 0),
    second: Number(index === 1),
    last: Number(index === read.sentences.length - 1),
    head: Number(isHead && under !== undefined),
    top: Number(under === undefined),
    root: Number(isRoot),
    rootFirst: Number(isRoot && paragraph <= 1),
  }
}

function textFeatures({ sentence }: FeatureContext) {
  const { text, words } = sentence
  const { kinds } = words
  return {
    me: Number(hasAny(kinds, ME)),
    we: Number(hasAny(kinds, WE)),
    should: Number(hasAny(kinds, NORMS) || hasAny(words.kindsBeforeTo, NORMS_WITH_TO)),
    evaluates: Number(hasAny(kinds, VALUES)),
    topic: Math.min(3, topicOf(words)) / 3,
    tiny: Number(words.count <= 3),
    short: Number(words.count > 3 && words.count <= 8),
    long: Number(words.count > 35),
    huge: Number(words.count > 55),
    vote: Number(VOTE.test(text)),
    meta: Number(hasAny(kinds, META)),
    thanks: Number(hasAny(words.firstKinds, THANKS)),
    odd: Number(isOdd(text)),
    link: Number(text.includes("://")),
    colon: Number(text.endsWith(":")),
    lower: Number(LOWER.test(text)),
  }
}

const LOWER = /^[a-z(]/
/** A vote says it all, however short it is. */
const VOTE = /^(?:[+-]1\d*\b|n?ack(?:ed)?\b|nak(?:ed)?\b|lgtm\b|:[+-]1:|:thumbs\w+:)/i
const ME = wordKind("i my me i'm i'd i've i'll myself")
const WE = wordKind("we let's we'd we're we'll us our")
const NORMS = wordKind("should must let's")
const NORMS_WITH_TO = wordKind("need has have")
const VALUES = wordKind(
  "better best good bad wrong fine right simple simpler easier useful worse cleaner dangerous ugly broken nice great clean safe",
)
/** Speaks of the mails themselves, or is what an archive put in place of an attachment. */
const META = wordKind(
  "mail email e-mail mails emails list lists cc cc'd cced attachment attached attachments scrubbed deleted html sent reply replying replied url link typo thread subject message messages post posted wrote privately proof-read read",
)
const THANKS = wordKind("thanks thank thx cheers regards best hi hello dear hey")

/** How many words of the topic are not among those that count by themselves. */
function topicOf({ topical }: SentenceWords): number {
  let count = 0
  for (const kinds of topical) if (!hasAny(kinds, ME | WE | VALUES | META)) count++
  return count
}

/** Whether more than a fifth of a text is neither letters nor the marks of prose. */
function isOdd(text: string): boolean {
  let odd = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
    if (!isLetter && !PROSE_MARKS.has(code)) odd++
  }
  return odd > text.length / 5
}

const PROSE_MARKS: ReadonlySet<number> = new Set(Array.from(" ,.'!?-", (mark) => mark.charCodeAt(0)))
