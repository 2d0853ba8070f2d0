import type { AskedQuestion } from "./asked-question.ts"
import { isReturn, isSubstance } from "./reply-verdict.ts"
import type { TellingWords } from "./telling-words.ts"
import { overlapOf, tellingWords } from "./telling-words.ts"
import { isReaction, typeFit } from "./type-fit.ts"

/** A sentence that may answer, with what is asked of it for every question that it is compared with. */
export interface Reply {
  readonly text: string
  readonly words: TellingWords
  readonly isReturn: boolean
}

/** Of some sentences those that say anything, in order. */
export function repliesIn(sentences: readonly string[]): readonly Reply[] {
  const replies: Reply[] = []
  for (const text of sentences)
    if (isSubstance(text)) replies.push({ text, words: tellingWords(text), isReturn: isReturn(text) })
  return replies
}

/** The sentence that answers a question best, and how well. */
export interface Aligned {
  readonly question: AskedQuestion
  readonly text: string
  readonly score: number
}

interface Pair extends Aligned {
  /** Something in the words, not only the place, says that the two belong together. */
  readonly hasEvidence: boolean
}

/**
 * Questions that stand together, and the sentences that follow them, in order.
 *
 * One sentence may answer up to three questions; where fewer sentences follow than questions stand
 * above, or the words of a sentence do not suit a question at all, the worse matches stay open.
 */
export function alignAnswers(questions: readonly AskedQuestion[], spoken: readonly Reply[]): readonly Aligned[] {
  const [first] = spoken
  if (first === undefined) return []
  const most = comparedWith(questions.length)
  const pairs = questions.flatMap((question, at) => {
    const place = questions.length === 1 ? 0 : at / (questions.length - 1)
    return bestFor(question, { spoken, place, most }) ?? []
  })
  if (questions.length === 1 || (spoken.length === 1 && BARE_LINK.test(first.text))) return pairs
  const best = new Set(pairs.toSorted((one, other) => other.score - one.score).slice(0, spoken.length))
  return pairs.map((pair) => {
    // "Sure, will do" under several requests agrees to each.
    if (pair.question.kind === "request" && isReaction(pair.text)) return pair
    if (pair.question.kind === "yes-no" && spoken.length === 1 && SERVES_BOTH.test(pair.text)) return pair
    const isLeftOver = !best.has(pair) || !pair.hasEvidence
    const isLone = spoken.length === 1 && wordCount(first.text) < LONG && !best.has(pair)
    const less = isLone ? LONE_LEFT_OVER : LEFT_OVER
    return isLeftOver ? { ...pair, score: pair.score - less } : pair
  })
}

/** "Yes to both", "No, and yes." */
const SERVES_BOTH =
  /^\W*(?:(?:yes|no|nope|yep)\b.{0,20}\b(?:both|all three|all of them)|(?:yes|no)\b[\W]{0,3}(?:and|then)?\W{0,2}(?:yes|no))\b\W*$/i

/** "Where does it hang? Is there a link?": a bare link below is for all that stands together above it. */
const BARE_LINK = /^<?https?:\/\/\S+$/i

/** A sentence of so many words tells more than one thing. */
const LONG = 25
// The worse match stays open unless it suits very well; a lone short sentence answers one question.
const LEFT_OVER = 0.2
const LONE_LEFT_OVER = 1.4

// Forty questions with five hundred sentences under them: no mail that anybody wrote comes near it.
const MAX_PAIRS = 20_000

/** With how many sentences each of some questions is compared, so that thousands of both cost no more than their number. */
export function comparedWith(questions: number): number {
  return Math.max(1, Math.floor(MAX_PAIRS / Math.max(1, questions)))
}

interface Compared {
  readonly spoken: readonly Reply[]
  /** Where the question stands among the others, from 0 to 1. */
  readonly place: number
  /** Of more sentences than these the ones at its place are looked at. */
  readonly most: number
}

function bestFor(question: AskedQuestion, { spoken, place, most }: Compared): Pair | undefined {
  const first = Math.max(0, Math.min(Math.round(place * spoken.length - most / 2), spoken.length - most))
  let best: Pair | undefined
  for (const [index, { text, words, isReturn: asksBack }] of spoken.slice(first, first + most).entries()) {
    const order = spoken.length === 1 ? place : (first + index) / (spoken.length - 1)
    const overlap = overlapOf(question.words, words)
    const fit = typeFit(text, question)
    const score = 0.4 * overlap + 0.3 * fit + 0.3 * (1 - Math.abs(place - order)) - (asksBack ? ASKS_BACK : 0)
    if (best === undefined || score > best.score + 0.01)
      best = { question, text, score, hasEvidence: overlap > 0.1 || fit > 0.4 }
  }
  return best
}

// What a sentence that asks back loses.
const ASKS_BACK = 0.25

function wordCount(text: string): number {
  return text.split(" ").length
}
