import type { OwnSentence, ReadMessage } from "../read-message.ts"
import type { CueKind } from "./cues/cue.ts"
import type { Judgement } from "./judge-sentence.ts"

/** What speaks for and against a sentence as somebody's statement of where they stand; 0 or 1, or a small share. */
export type Features = ReturnType<typeof featuresOf>

export interface FeatureContext {
  readonly read: ReadMessage
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly isRoot: boolean
  readonly topic: ReadonlySet<string>
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

function textFeatures({ sentence, judgement, topic }: FeatureContext) {
  const { text } = sentence
  const { words } = judgement
  const shown = wordFeatures(words, topic)
  return {
    me: Number(shown.me),
    we: Number(shown.we),
    should: Number(shown.should),
    evaluates: Number(shown.evaluates),
    topic: Math.min(3, shown.topic) / 3,
    tiny: Number(words.length <= 3),
    short: Number(words.length > 3 && words.length <= 8),
    long: Number(words.length > 35),
    huge: Number(words.length > 55),
    vote: Number(VOTE.test(text)),
    meta: Number(shown.meta),
    thanks: Number(THANKS.has(words[0] ?? "")),
    odd: Number(isOdd(text)),
    link: Number(text.includes("://")),
    colon: Number(text.endsWith(":")),
    lower: Number(LOWER.test(text)),
  }
}

const LOWER = /^[a-z(]/
/** A vote says it all, however short it is. */
const VOTE = /^(?:[+-]1\d*\b|n?ack(?:ed)?\b|nak(?:ed)?\b|lgtm\b|:[+-]1:|:thumbs\w+:)/i
const ME = new Set(["i", "my", "me", "i'm", "i'd", "i've", "i'll", "myself"])
const WE = new Set(["we", "let's", "we'd", "we're", "we'll", "us", "our"])
const NORMS = new Set(["should", "must", "need", "let's", "has", "have"])
const VALUES = new Set(
  "better best good bad wrong fine right simple simpler easier useful worse cleaner dangerous ugly broken nice great clean safe".split(
    " ",
  ),
)
const META = new Set(
  "mail email e-mail mails emails list lists cc cc'd cced attachment attached attachments scrubbed deleted html sent reply replying replied url link typo thread subject message messages post posted wrote privately proof-read read".split(
    " ",
  ),
)
const THANKS = new Set("thanks thank thx cheers regards best hi hello dear hey".split(" "))

interface WordFeatures {
  readonly me: boolean
  readonly we: boolean
  readonly should: boolean
  readonly evaluates: boolean
  /** Speaks of the mails themselves, or is what an archive put in place of an attachment. */
  readonly meta: boolean
  readonly topic: number
}

function wordFeatures(words: readonly string[], topic: ReadonlySet<string>): WordFeatures {
  const found = { me: false, we: false, should: false, evaluates: false, meta: false, topic: 0 }
  for (const [index, word] of words.entries()) {
    if (ME.has(word)) found.me = true
    else if (WE.has(word)) found.we = true
    else if (VALUES.has(word)) found.evaluates = true
    else if (META.has(word)) found.meta = true
    else if (topic.has(word)) found.topic++
    if (NORMS.has(word) && (word === "should" || word === "must" || word === "let's" || words[index + 1] === "to"))
      found.should = true
  }
  return found
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
