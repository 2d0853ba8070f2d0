import type { AskedQuestion } from "./asked-question.ts"
import { isSubstance, typeFit } from "./reply-verdict.ts"
import { overlapOf, tellingWords } from "./telling-words.ts"

/** The sentence that answers a question best, and how well. */
export interface Aligned {
  readonly question: AskedQuestion
  readonly text: string
  readonly score: number
}

/**
 * Questions that stand together, and the sentences that follow them, in order.
 *
 * One sentence may answer up to three questions; where fewer sentences follow than questions stand
 * above, the questions that they suit worst stay without.
 */
export function alignAnswers(questions: readonly AskedQuestion[], sentences: readonly string[]): readonly Aligned[] {
  const spoken = sentences.filter(isSubstance)
  if (spoken.length === 0) return []
  const pairs = questions.map((question, at) => {
    const place = questions.length === 1 ? 0 : at / (questions.length - 1)
    return bestFor(question, { spoken, place })
  })
  if (questions.length <= spoken.length) return pairs
  const served = Math.max(1, spoken.length)
  const best = new Set(pairs.toSorted((one, other) => other.score - one.score).slice(0, served))
  return pairs.map((pair) => (best.has(pair) ? pair : { ...pair, score: pair.score * LEFT_OVER }))
}

// The worse match stays open unless it suits very well.
const LEFT_OVER = 0.5

function bestFor(
  question: AskedQuestion,
  { spoken, place }: { readonly spoken: readonly string[]; readonly place: number },
): Aligned {
  const pairs = spoken.map((text, at) => {
    const order = spoken.length === 1 ? place : at / (spoken.length - 1)
    const fit =
      0.4 * overlapOf(question.words, tellingWords(text)) +
      0.3 * typeFit(text, question) +
      0.3 * (1 - Math.abs(place - order)) -
      (/\?\W*$/.test(text) ? 0.25 : 0)
    return { question, text, score: fit }
  })
  return pairs.reduce((best, pair) => (pair.score > best.score + 0.01 ? pair : best))
}
