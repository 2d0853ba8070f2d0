import type { OwnSentence, ReadMessage } from "../read-message.ts"
import { wordsOf } from "../words.ts"
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

/** Every sentence has all of them, and they are made at once: put together from parts, each would take some kilobytes. */
export function sentenceFeatures({ read, sentence, judgement, sides, topic }: SentenceContext) {
  const { text, words, isHead, under } = sentence
  const { strengths, isHedged, isPureQuestion } = judgement
  const counts = countWords(words, topic)
  return {
    takesSide: loudest(sides).strength / STRONGEST,
    agrees: (strengths.agree ?? 0) / STRONGEST,
    hasOpinion: (strengths.opinion ?? 0) / STRONGEST,
    hasNoCue: Number(!hasCue(strengths)),
    isHedged: Number(isHedged),
    isQuestion: Number(isPureQuestion),
    answersQuote: Number(isHead && under !== undefined),
    isInRoot: Number(read.parent === undefined),
    amongMany: Math.log(1 + read.sentences.length),
    isTiny: Number(words.length <= 3),
    isLong: Number(words.length > 35),
    isHuge: Number(words.length > 55),
    hasLink: Number(text.includes("://")),
    hasDigits: Number(/\d/.test(text)),
    isOdd: Number(isOdd(text)),
    isLeadIn: Number(text.endsWith(":")),
    values: shareOf(counts.value),
    attitude: shareOf(counts.attitude),
    tellsPast: shareOf(counts.past),
    actions: shareOf(counts.action),
    namesMatter: shareOf(counts.matter),
    givesExample: shareOf(counts.example),
    speaksOfSelf: Number(counts.self > 0),
    onTopic: Math.min(ENOUGH_TOPIC, counts.onTopic) / ENOUGH_TOPIC,
    content: Math.min(FULL, counts.content) / FULL,
  }
}

// The strongest cue that there is counts as one.
const STRONGEST = 3

function hasCue(strengths: Judgement["strengths"]): boolean {
  for (const strength of Object.values(strengths)) if (strength > 0) return true
  return false
}

/** More words of one kind say no more than two. */
const ENOUGH = 2
const ENOUGH_TOPIC = 3
/** A sentence with so many words that mean something is full. */
const FULL = 12

function shareOf(count: number): number {
  return Math.min(ENOUGH, count) / ENOUGH
}

function countWords(words: readonly string[], topic: ReadonlySet<string>) {
  const counts = { value: 0, attitude: 0, past: 0, action: 0, matter: 0, example: 0, self: 0, onTopic: 0, content: 0 }
  for (const word of words) {
    const classes = classesOf(word)
    if (topic.has(word)) counts.onTopic++
    if (word.length > 3 && (classes & FORM) === 0) counts.content++
    if ((classes & ~FORM) === 0) continue
    counts.value += Number((classes & VALUE) !== 0)
    counts.attitude += Number((classes & ATTITUDE) !== 0)
    counts.past += Number((classes & PAST) !== 0)
    counts.action += Number((classes & ACTION) !== 0)
    counts.matter += Number((classes & MATTER) !== 0)
    counts.example += Number((classes & EXAMPLE) !== 0)
    counts.self += Number((classes & SELF) !== 0)
  }
  return counts
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
