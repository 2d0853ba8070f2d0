import type { OwnSentence, ReadMessage } from "../read-message.ts"
import type { CueKind } from "./cues/cue.ts"
import type { Judgement } from "./judge-sentence.ts"

/** What speaks for and against a sentence as somebody's statement of where they stand; 0 or 1, or a small share. */
export type Features = Readonly<Record<string, number>>

export interface FeatureContext {
  readonly read: ReadMessage
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly isRoot: boolean
  readonly topic: ReadonlySet<string>
}

const KINDS: readonly CueKind[] = [
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
]

export function featuresOf({ read, sentence, judgement, isRoot, topic }: FeatureContext): Features {
  const { strengths, words } = judgement
  const features: Record<string, number> = {}
  for (const kind of KINDS) {
    const strength = strengths[kind] ?? 0
    if (strength > 0) features[kind] = strength / 3
  }
  const text = sentence.text
  const count = words.length
  const shown = wordFeatures(words, topic)
  features["none"] = Number(Object.keys(features).length === 0)
  features["question"] = Number(judgement.isQuestion && (strengths.prefer ?? 0) < 2)
  features["reported"] = Number(judgement.isReported)
  features["conditional"] = Number(judgement.isConditional)
  features["hedged"] = Number(judgement.isHedged)
  features["me"] = Number(shown.me)
  features["we"] = Number(shown.we)
  features["should"] = Number(shown.should)
  features["evaluates"] = Number(shown.evaluates)
  features["topic"] = Math.min(3, shown.topic) / 3
  features["tiny"] = Number(count <= 3)
  features["short"] = Number(count > 3 && count <= 8)
  features["long"] = Number(count > 35)
  features["huge"] = Number(count > 55)
  features["first"] = Number(sentence.index === 0)
  features["second"] = Number(sentence.index === 1)
  features["last"] = Number(sentence.index === read.sentences.length - 1)
  features["head"] = Number(sentence.isHead && sentence.under !== undefined)
  features["top"] = Number(sentence.under === undefined)
  features["root"] = Number(isRoot)
  features["rootFirst"] = Number(isRoot && sentence.paragraph <= 1)
  features["vote"] = Number(VOTE.test(text))
  features["meta"] = Number(shown.meta)
  features["thanks"] = Number(THANKS.has(words[0] ?? ""))
  features["odd"] = Number(isOdd(text))
  features["link"] = Number(text.includes("://"))
  features["colon"] = Number(text.endsWith(":"))
  features["lower"] = Number(/^[a-z(]/.test(text))
  return features
}

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
