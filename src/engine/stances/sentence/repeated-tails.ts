import type { MessageFacts } from "../../facts.ts"
import type { OwnSentence } from "../../read-message.ts"
import { wholeOf } from "../stance-facts.ts"

// "+1", "Please apply." are said again.
const SHORTEST = 40

/** The mails of one person without the last paragraph that two of them have alike: a footer is no word on the matter. */
export function withoutTails(theirs: readonly MessageFacts[]): readonly MessageFacts[] {
  if (theirs.length < 2) return theirs
  const tails = theirs.map(({ sentences, message }) => (message.medium === "mail" ? tailOf(sentences) : undefined))
  const repeated = repeatedIn(tails)
  if (repeated.size === 0) return theirs
  return theirs.map((facts, at) => {
    const tail = tails[at]
    return tail === undefined || !repeated.has(tail.text) ? facts : withoutLast(facts, tail.paragraph)
  })
}

interface Tail {
  readonly paragraph: number
  readonly text: string
  /** What is said right above it. */
  readonly above: string
}

/** Below the same words it is a mail that was sent again. */
function repeatedIn(tails: readonly (Tail | undefined)[]): ReadonlySet<string> {
  const aboveByText = new Map<string, string>()
  const repeated = new Set<string>()
  for (const tail of tails) {
    if (tail === undefined) continue
    const above = aboveByText.get(tail.text)
    if (above === undefined) aboveByText.set(tail.text, tail.above)
    else if (above !== tail.above) repeated.add(tail.text)
  }
  return repeated
}

/** The last paragraph, below words of their own that a blank line parts from it; what stands right below a quote answers it. */
function tailOf(sentences: readonly OwnSentence[]): Tail | undefined {
  const paragraph = sentences.at(-1)?.paragraph
  if (paragraph === undefined || sentences[0]?.paragraph === paragraph) return undefined
  const last = sentences.filter((sentence) => sentence.paragraph === paragraph)
  const text = last.map((sentence) => sentence.text).join(" ")
  const above = sentences[sentences.length - last.length - 1]?.text ?? ""
  return last[0]?.isHead === true || text.length < SHORTEST ? undefined : { paragraph, text, above }
}

function withoutLast(facts: MessageFacts, paragraph: number): MessageFacts {
  const { stance } = facts
  const candidates = stance.candidates.filter(({ sentence }) => sentence.paragraph !== paragraph)
  return { ...facts, stance: { ...stance, candidates, ...wholeOf(candidates, stance.trailers) } }
}
