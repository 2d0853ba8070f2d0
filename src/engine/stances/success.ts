import type { MessageFacts } from "../facts.ts"
import { IN_EARNEST } from "../questions/asked-question.ts"
import { tellsOfSuccess, tellsOfTrouble } from "../words/success-words.ts"
import type { Candidate } from "./stance-facts.ts"

/** Words by which who asked for help says that they have it now. */
export function isSuccess({ sentence: { text }, judgement }: Candidate): boolean {
  return !judgement.isQuestion && tellsOfSuccess(text)
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
