import type { MadeDecision } from "../../decisions/decision-facts.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import type { AskedQuestion } from "../../questions/asked-question.ts"
import { IN_EARNEST } from "../../questions/asked-question.ts"
import type { QuestionFacts } from "../../questions/question-facts.ts"
import type { OwnSentence, ReadMessage } from "../../read-message.ts"
import type { Candidate } from "../stance-facts.ts"
import { NO_SIDES } from "./sides.ts"

/** The first message of a thread, or one below it, with what it asks and what it favours. */
export interface Asking {
  readonly question: Pick<QuestionFacts, "asked" | "favours">
}

/** A word for one of the options that the first message of a thread put to the others. */
export interface PollVote {
  readonly option: string
  /** The sentence that says so, verbatim. */
  readonly text: string
  /** False where whoever put the options forward was for another one themselves: then it speaks against theirs. */
  readonly isFor: boolean
}

/** What a message says in the poll of the thread's first message; the first message's own word counts as well. */
export function voteIn({ question }: Asking, opener: Asking): PollVote | undefined {
  for (const { id } of opener.question.asked.filter(isPoll)) {
    const vote = question.favours.find(({ questionId }) => questionId === id)
    if (vote === undefined) continue
    const own = opener.question.favours.find(({ questionId }) => questionId === id)
    return { option: vote.option, text: vote.text, isFor: own === undefined || own.option === vote.option }
  }
  return undefined
}

/** Whoever offers several, is for none of them and says nothing else proposes nothing. */
export function isPollAlone({ sentences, question }: Pick<ReadMessage, "sentences"> & Asking): boolean {
  if (sentences.length > 1 || question.favours.length > 0) return false
  return question.asked.some((asked) => isPoll(asked) && asked.weight >= IN_EARNEST)
}

/** Asked is what to do. "Or do you have another idea?" offers nothing: the one that is named is proposed. */
function isPoll({ kind, options, text }: AskedQuestion): boolean {
  if (kind !== "choice" || options.length < 2) return false
  return WHAT_TO_DO.test(text) && !options.some((option) => ANYTHING_ELSE.test(option))
}

/** Not "is that meant so, or a bug?" */
const WHAT_TO_DO = quick(
  /\b(?:should|shall|prefer(?:ences?|red)?|rather|favou?r|votes?|poll|want|would (?:you|we|people)|go (?:with|for)|choose|pick|better|best|nicer|(?:do|would) you (?:\w+ )?like)\b/i,
)

const ANYTHING_ELSE = quick(/\b(?:another|other|others|different(?:ly)?|else|alternatives?)\b/i)

// "Option B."
const BARE = 3

/** A message below the first one, with what it decides. */
export interface Settling {
  readonly decisions: readonly MadeDecision[]
}

/** Who settles a poll is for what it comes to: "OK, Friday it is." */
export function settlingIn({ decisions }: Settling, { question }: Asking): readonly OwnSentence[] {
  if (!question.asked.some(isPoll)) return []
  return decisions.flatMap(({ kind, sentence }) => (kind === "settled" ? sentence : []))
}

/** A sentence that settles it. */
export function settling(candidate: Candidate, strength: number): Candidate {
  const supports = Math.max(candidate.sides.supports, strength)
  return { ...candidate, sides: { ...candidate.sides, supports } }
}

/** A sentence of somebody who votes: what they would rather have is on the table. */
export function inPoll(candidate: Candidate, { text, isFor }: PollVote, strength: number): Candidate {
  const { sentence, sides } = candidate
  const isVote = sentence.text === text
  const bare = isVote && sentence.words.count <= BARE ? strength : 0
  if (bare === 0 && sides === NO_SIDES) return candidate
  const said = Math.max(sides.supports, sides["prefers-alternative"], bare)
  if (isFor) return { ...candidate, sides: { ...sides, supports: said, "prefers-alternative": 0 } }
  return isVote ? { ...candidate, sides: { ...sides, supports: 0, "prefers-alternative": said } } : candidate
}
