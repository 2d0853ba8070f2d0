import type { OwnSentence, ReadMessage } from "../../read-message.ts"
import type { AskedQuestion } from "../asked-question.ts"
import { quoteLetters } from "../words/bare-letters.ts"
import type { Gram, Grams } from "../words/grams.ts"
import { gramAt, gramsOf } from "../words/grams.ts"
import type { QuestionAbove } from "../links/reply-links.ts"
import { isSamePerson } from "../../people/same-person.ts"

/** Own sentences in a row, with no quote between them. */
export type Block = readonly OwnSentence[]

export function blocksOf(sentences: readonly OwnSentence[]): readonly Block[] {
  const blocks: OwnSentence[][] = []
  for (const sentence of sentences) {
    const last = blocks.at(-1)
    if (last?.[0] !== undefined && last[0].under?.lastLine === sentence.under?.lastLine) last.push(sentence)
    else blocks.push([sentence])
  }
  return blocks
}

/** A question that stands in the quote above a block. */
export interface Quoted {
  readonly question: AskedQuestion
  /** So many messages lie between the reply and the one that asks: 0 for its parent. */
  readonly depth: number
  /** Letters and figures between the end of the question and the end of the quote. */
  readonly distance: number
}

/** A message above of somebody else's that asks, and how many messages lie between. */
type Asking = readonly [depth: number, message: QuestionAbove]

/** Those above a message that ask and are not its author's. */
export function askingOthers({ message }: ReadMessage, above: readonly QuestionAbove[]): readonly Asking[] {
  return [...above.entries()].filter(
    ([, other]) => other.question.asked.length > 0 && !isSamePerson(other.message.author, message.author),
  )
}

/** The questions of others that are quoted right above a block, in the order of the quote. */
export function quotedQuestions(block: Block, asking: readonly Asking[]): readonly Quoted[] {
  const under = block[0]?.under
  if (under === undefined) return []
  const quote = gramsOf(quoteLetters(under.text))
  const found: (Quoted & { readonly at: number })[] = []
  for (const [depth, source] of asking)
    for (const question of source.question.asked) {
      if (!question.grams.some(quote.mayHold)) continue
      const end = quotedEnd(quote, question)
      if (end !== undefined) found.push({ question, depth, at: end, distance: quote.length - end })
    }
  return found.toSorted((one, other) => one.at - other.at)
}

// Who quotes may cut a long sentence at its head or its foot; so much of it still is the same sentence.
const ENOUGH = 40

/** For a cheap look before the dear ones: a quote of these letters holds their beginning, or that of their foot. */
export function quotableGrams(letters: string): readonly Gram[] {
  const head = gramAt(letters, 0)
  return letters.length < ENOUGH ? [head] : [head, gramAt(letters, letters.length - ENOUGH)]
}

/** Where in a quote a question ends. */
function quotedEnd(quote: Grams, { letters, grams: [head, foot] }: AskedQuestion): number | undefined {
  if (letters.length < 3 || head === undefined) return undefined
  const at = quote.lastPlace(letters, head)
  if (at >= 0) return at + letters.length
  // Without a foot of its own it is too short to be cut.
  if (foot === undefined) return undefined
  const footAt = quote.lastPlace(letters.slice(-ENOUGH), foot)
  if (footAt >= 0) return footAt + ENOUGH
  const headAt = quote.lastPlace(letters.slice(0, ENOUGH), head)
  return headAt < 0 ? undefined : Math.min(quote.length, headAt + letters.length)
}
