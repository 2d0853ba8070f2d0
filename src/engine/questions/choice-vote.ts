import { quick } from "../patterns/quick-pattern.ts"
import { areParallel, shapeOf } from "./option-shape.ts"

/** Asks what is to be done, or what people would rather have. How things are is not put to the vote. */
const DECIDES = quick(
  /\b(?:should(?:n't)?|shall) (?:we|i|it|this|that|these|those|they|one|you|the|an?|our|my|your|their|all|\S+ (?:be|use|go|stay|have|become|get|live))\b|\b(?:do|can|could|must) (?:we|i) (?!(?:know|see|have|agree|need|miss|understand)\b)|\bwould (?:you|people|everybody|anybody|folks) (?:\w+ )?(?:rather|prefer|like|want|take|go|choose|pick|say|suggest|recommend|use|do|keep)\b|\bdo (?:you|people|they) (?:\w+ )?(?:prefer|want|like|favou?r|suggest|recommend)\b|\b(?:better|best|nicer|safer|simpler|easier|cleaner|preferable|preferred|rather|prefer|preferences?|favou?r|choose|decide|vote|votes|pick|opinions?|thoughts|wdyt|suits|replac(?:e|ing))\b|\bwhether (?:to|(?:we|i|it|this|that|they|the \S+) (?:should|shall))\b|\b(?:what|how) about\b|\blet's\b|\b(?:vs\.?|versus)(?= )|\bwhat (?:do|would) you (?:think|say)\b|\bwhich (?:one|way|option|of)\b(?! is (?:right|correct|true))|\bwhy not\b/i,
)
/** A bare "A or B?" leaves it to others. */
const FINITE =
  /\b(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|may|might|must|mean|means|because|why|how|any|\w+n't)\b/i
const MOST_WORDS = 14
/** "Should we A or could we B": of whole questions each has to ask what to do. */
const WEIGHS = /^(?:should|shall|could|can (?:we|i)|do (?:we|i) (?!have\b)|would (?:it|you))\b/i

/** Whether a question puts its options to others to choose one, so that it makes sense to ask who is for which. */
export function isPutToVote(text: string, options: readonly string[]): boolean {
  if (options.length < 2 || !areParallel(options)) return false
  if (options.some((option) => shapeOf(option) === "question")) return options.every((option) => WEIGHS.test(option))
  return DECIDES.test(text) || (!FINITE.test(text) && text.split(" ").length <= MOST_WORDS)
}
