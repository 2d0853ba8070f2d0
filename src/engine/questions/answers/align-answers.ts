import type { AskedQuestion } from "../asked-question.ts"
import type { Reply } from "./answer-words.ts"
import { overlapOf } from "../../words/telling-words.ts"
import { isReaction, typeFit } from "./type-fit.ts"

/** The sentence that answers a question best, and how well. */
export interface Aligned {
  readonly question: AskedQuestion
  /** The sentence, and what is shown of it with what belongs to it. */
  readonly text: string
  readonly whole: string
  readonly score: number
}

interface Pair extends Aligned {
  /** Something in the words, not only the place, says that the two belong together. */
  readonly hasEvidence: boolean
}

/**
 * Questions that stand together, and the sentences that follow them, in order.
 *
 * What stands first below a question answers it, however well a later detail suits its words. One sentence may answer up
 * to three questions; where fewer sentences follow than questions stand above, or the words of a sentence do not suit
 * a question at all, the worse matches stay open.
 */
export function alignAnswers(questions: readonly AskedQuestion[], said: readonly Reply[]): readonly Aligned[] {
  const aligned: Aligned[] = []
  for (const { question, ...found } of alignEach(questions, said)) {
    const before = aligned.at(-1)
    const isOne = before !== undefined && isTailOf(before.question, question) && before.score > found.score
    aligned.push(isOne ? { ...before, question } : { question, ...found })
  }
  return aligned
}

/** "Is that the plan? Whether to rent or to buy?": half a sentence that says what the question before it means. */
function isTailOf(before: AskedQuestion, { text, messageId, firstSentence }: AskedQuestion): boolean {
  return before.messageId === messageId && firstSentence === before.lastSentence + 1 && TAIL.test(text)
}

const TAIL =
  /^\W*(?:that\b|whether\b|or\b|(?:and )?(?:what|which|who|why|how|where|when),? (?:exactly|precisely|then)\b|(?:and |so )?(?:why|how)(?: so| not)?\W*$)/i

function alignEach(questions: readonly AskedQuestion[], said: readonly Reply[]): readonly Aligned[] {
  const strong = said.filter(({ isWeak }) => !isWeak)
  const spoken = strong.length > 0 ? strong : said
  const [first] = spoken
  if (first === undefined) return []
  const most = comparedWith(questions.length)
  const pairs = questions.flatMap((question, at) => {
    const place = questions.length === 1 ? 0 : at / (questions.length - 1)
    return bestFor(question, { spoken, at, place, most }) ?? []
  })
  if (questions.length === 1) return pairs.map((pair) => ({ ...pair, text: first.text, whole: first.whole }))
  if (spoken.length === 1 && BARE_LINK.test(first.text)) return pairs
  const best = new Set(
    pairs
      .toReversed()
      .toSorted((one, other) => other.score - one.score)
      .slice(0, spoken.length),
  )
  return pairs.map((found) => {
    // What nothing but its place ties to a question is not dealt out: what stands first is said to all of them.
    const pair = found.hasEvidence ? found : { ...found, text: first.text, whole: first.whole }
    // "Sure, will do" under several requests agrees to each.
    if (pair.question.kind === "request" && isReaction(pair.text)) return pair
    if (pair.question.kind === "yes-no" && spoken.length === 1 && SERVES_BOTH.test(pair.text)) return pair
    if (best.has(found) && pair.hasEvidence) return pair
    return { ...pair, score: pair.score - leftOver(found, { pairs, best, said: first, isLone: spoken.length === 1 }) }
  })
}

/** What a question loses that nothing is left for. */
function leftOver(found: Pair, dealt: Dealt): number {
  const { best, said, isLone } = dealt
  const isTaken = isLone && wordCount(said.text) < LONG && !best.has(found)
  return isTaken && !standsBesideBest(found, dealt) ? LONE_LEFT_OVER : LEFT_OVER
}

/** What is said first below several questions, and those that it and what follows answer best. */
interface Dealt {
  readonly pairs: readonly Pair[]
  readonly best: ReadonlySet<Pair>
  readonly said: Reply
  /** Nothing follows it. */
  readonly isLone: boolean
}

/** Questions in a row are answered together, by what does not plainly suit one of them: "Should I buy it? Or write to them?" */
function standsBesideBest({ question }: Pair, { pairs, best, said }: Dealt): boolean {
  return pairs.some((pair) => {
    const other = pair.question
    const isInRow =
      other.messageId === question.messageId &&
      (other.lastSentence + 1 === question.firstSentence || question.lastSentence + 1 === other.firstSentence)
    if (!isInRow || !best.has(pair)) return false
    if (/^\W*or\b/i.test(question.text)) return true
    const isOfBoth = other.kind === question.kind || wordCount(said.text) > SHORT
    return isOfBoth && overlapOf(other.words, said.words) < PLAINLY
  })
}

const PLAINLY = 0.2
// So few words tell whether or who, hardly both.
const SHORT = 6

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
  /** So many questions stand before it. */
  readonly at: number
  /** Where the question stands among the others, from 0 to 1. */
  readonly place: number
  /** Of more sentences than these the ones at its place are looked at. */
  readonly most: number
}

function bestFor(question: AskedQuestion, { spoken, at, place, most }: Compared): Pair | undefined {
  const first = Math.max(0, Math.min(Math.round(place * spoken.length - most / 2), spoken.length - most))
  let best: Pair | undefined
  for (const [index, { text, whole, words, isReturn: asksBack }] of spoken.slice(first, first + most).entries()) {
    const away = Math.min(1, AWAY * Math.abs(at - (first + index)))
    const overlap = overlapOf(question.words, words)
    const fit = typeFit(text, question)
    const score = 0.4 * overlap + 0.3 * fit + 0.3 * (1 - away) - (asksBack ? ASKS_BACK : 0)
    if (best === undefined || score > best.score + 0.01)
      best = { question, text, whole, score, hasEvidence: overlap > 0.1 || fit > 0.4 }
  }
  return best
}

// The second question is answered by the second sentence sooner than by the fourth.
const AWAY = 0.34
// What a sentence that asks back loses.
const ASKS_BACK = 0.25

function wordCount(text: string): number {
  return text.split(" ").length
}
