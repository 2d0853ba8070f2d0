import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { wordsOf } from "../words.ts"
import type { CueKind } from "./cues/cue.ts"
import type { Judgement } from "./judge-sentence.ts"
import type { Sides } from "./sides.ts"
import { loudest } from "./sides.ts"
import { ACTION, ATTITUDE, classesOf, EXAMPLE, FORM, MATTER, PAST, SELF, VALUE } from "./word-classes.ts"

/** What speaks for and against a sentence as somebody's statement of where they stand; 0 or 1, or a small share. */
export type SentenceFeatures = ReturnType<typeof sentenceFeatures>

export interface SentenceContext {
  readonly read: ReadMessage
  readonly sentence: OwnSentence
  readonly judgement: Judgement
  readonly sides: Sides
  readonly topic: ReadonlySet<string>
}

/** What the subject line names. */
export function topicWords(read: ReadMessage): ReadonlySet<string> {
  return new Set(wordsOf(read.message.subject).filter((word) => word.length > 3))
}

/** Every sentence has all of them, in one order: objects of one shape are read quickest. */
export function sentenceFeatures(context: SentenceContext) {
  return { ...cueFeatures(context), ...placeFeatures(context), ...textFeatures(context), ...wordFeatures(context) }
}

// The strongest cue that there is counts as one.
const STRONGEST = 3

function cueFeatures({ judgement: { strengths, isHedged, isPureQuestion }, sides }: SentenceContext) {
  const share = (kind: CueKind): number => (strengths[kind] ?? 0) / STRONGEST
  return {
    takesSide: loudest(sides).strength / STRONGEST,
    agrees: share("agree"),
    hasOpinion: share("opinion"),
    hasNoCue: Number(!hasCue(strengths)),
    isHedged: Number(isHedged),
    isQuestion: Number(isPureQuestion),
  }
}

function hasCue(strengths: Judgement["strengths"]): boolean {
  for (const strength of Object.values(strengths)) if (strength > 0) return true
  return false
}

function placeFeatures({ read, sentence: { isHead, under } }: SentenceContext) {
  return {
    answersQuote: Number(isHead && under !== undefined),
    isInRoot: Number(read.parent === undefined),
    amongMany: Math.log(1 + read.sentences.length),
  }
}

function textFeatures({ sentence: { text, words } }: SentenceContext) {
  return {
    isTiny: Number(words.length <= 3),
    isLong: Number(words.length > 35),
    isHuge: Number(words.length > 55),
    hasLink: Number(text.includes("://")),
    hasDigits: Number(/\d/.test(text)),
    isOdd: Number(isOdd(text)),
    isLeadIn: Number(text.endsWith(":")),
  }
}

/** More words of one kind say no more than two. */
const ENOUGH = 2
const ENOUGH_TOPIC = 3
/** A sentence with so many words that mean something is full. */
const FULL = 12

function wordFeatures({ sentence, topic }: SentenceContext) {
  let [value, attitude, past, action, matter, example, self, onTopic, content] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  for (const word of sentence.words) {
    const classes = classesOf(word)
    value += Number((classes & VALUE) !== 0)
    attitude += Number((classes & ATTITUDE) !== 0)
    past += Number((classes & PAST) !== 0)
    action += Number((classes & ACTION) !== 0)
    matter += Number((classes & MATTER) !== 0)
    example += Number((classes & EXAMPLE) !== 0)
    self += Number((classes & SELF) !== 0)
    onTopic += Number(topic.has(word))
    content += Number(word.length > 3 && (classes & FORM) === 0)
  }
  const share = (count: number): number => Math.min(ENOUGH, count) / ENOUGH
  return {
    values: share(value),
    attitude: share(attitude),
    tellsPast: share(past),
    actions: share(action),
    namesMatter: share(matter),
    givesExample: share(example),
    speaksOfSelf: Number(self > 0),
    onTopic: Math.min(ENOUGH_TOPIC, onTopic) / ENOUGH_TOPIC,
    content: Math.min(FULL, content) / FULL,
  }
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
