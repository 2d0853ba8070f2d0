import type { MessageFacts } from "../facts.ts"
import { quick } from "../patterns/quick-pattern.ts"
import { isSolved } from "../questions/links/retractions.ts"
import type { Candidate } from "./stance-facts.ts"

const SUCCESS = quick(
  /\b(?:(?:it|that|this|everything|all|which|(?:the|my|your) [\w-]+) (?:all |now |finally |really |indeed |just |has |have )*(?:work(?:s|ed)|solved (?:it|the|my)|fixed (?:it|the|my)|helped (?:to )?(?:solve|fix))(?! out\b| in (?:the )?(?:past|same)\b| (?:with|on|before|until|for (?!me\b|now\b))\b)|(?:finally |now )?(?:managed|was able) to (?:get|make|solve|fix|build|install|compile|run)\b|(?:finally|now) got .{2,40} (?:working|to work)|(?:problem|issue|trouble) (?:is |was |has been |'s )?(?:now )?(?:solved|resolved|fixed|gone)|(?:now )?(?:back in business|up and running)|did the trick|no (?:more )?errors?(?=[.,!]))|^(?:yes|yep|great|ok|okay|ah|cool|perfect|thanks),?!? (?:that|it|this) (?:works|worked)\b/i,
)
const STILL_NOT =
  /\?\W*$|\b(?:if|when|unless|until|but|however|except|unfortunately|would|should|could|can|might|may|hop(?:e|ed|ing)|not|never|used to|only|almost|think|said)\b|n't\b/i

/** Words by which who asked for help says that they have it now. */
export function isSuccess({ sentence: { text }, judgement }: Candidate): boolean {
  return !judgement.isQuestion && (isSolved(text) || (SUCCESS.test(text) && !STILL_NOT.test(text)))
}

export function reportsSuccess({ stance: { candidates } }: MessageFacts): boolean {
  return candidates.some(isSuccess)
}

/** Success, and no word of trouble after it. */
export function saysSolved(facts: MessageFacts): boolean {
  if (!reportsSuccess(facts) || facts.question.asked.some(({ weight }) => weight >= IN_EARNEST)) return false
  const success = facts.stance.candidates.findLast(isSuccess)
  return !facts.sentences.slice(success?.sentence.index).some(({ text }) => tellsOfTrouble(text))
}

/** A mail of the one whose asking for help began the thread. */
export function isOfWhoNeedsHelp({ root, message, stance }: MessageFacts): boolean {
  return stance.matter.kind === "help" && (root ?? { message }).message.author.address === message.author.address
}

export function tellsOfTrouble(text: string): boolean {
  return STILL.test(text)
}

const IN_EARNEST = 0.5
const STILL = quick(
  /\b(?:still(?! (?:work|runn?|boot|fine|good|there))|unfortunately|however|alas|but (?:now|then|when|it|the|i)|another (?:problem|issue|error)|(?:does not|doesn't|do not|don't|did not|didn't|no longer) work)\b/i,
)
