import type { Participant, Question, ThreadState } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import { quick } from "../patterns/quick-pattern.ts"
import { isSuccess, reportsSuccess } from "../stances/success.ts"
import { nameOf, on } from "./state-words.ts"

interface SolvedParts {
  readonly participants: readonly Participant[]
  readonly questions: readonly Question[]
}

/** Who asked for help says that they have it now; what others asked them on the way keeps nobody waiting. */
export function solved(thread: ThreadFacts, parts: SolvedParts): ThreadState | undefined {
  const at = solvedAt(thread)
  const entry = thread.facts[at]
  if (entry === undefined || isAskedSince(thread.facts.slice(at), parts.questions)) return undefined
  return {
    kind: "discussing",
    text: `Solved, says ${nameOf(thread.authors[at]?.id, parts)}${on(entry.message.sentAt)}`,
  }
}

/** In one of their last mails: whoever writes on after it has come to something else. */
const LAST_MAILS = 2

function solvedAt({ facts, authors }: ThreadFacts): number {
  if (facts[0]?.stance.matter.kind !== "help") return -1
  let looked = 0
  for (let at = facts.length - 1; at > 0 && looked < LAST_MAILS; at--) {
    const entry = facts[at]
    if (entry === undefined || authors[at]?.id !== authors[0]?.id) continue
    if (saysSolved(entry)) return at
    if (entry.question.asked.length > 0 || entry.sentences.some(({ text }) => STILL.test(text))) return -1
    looked++
  }
  return -1
}

/** Success, and no word of trouble after it. */
export function saysSolved(facts: MessageFacts): boolean {
  if (!reportsSuccess(facts) || facts.question.asked.some(({ weight }) => weight >= IN_EARNEST)) return false
  const success = facts.stance.candidates.findLast(isSuccess)
  return !facts.sentences.slice(success?.sentence.index).some(({ text }) => STILL.test(text))
}

/** A mail of the one whose asking for help began the thread. */
export function isOfWhoNeedsHelp({ root, message, stance }: MessageFacts): boolean {
  return stance.matter.kind === "help" && (root ?? { message }).message.author.address === message.author.address
}

const IN_EARNEST = 0.5
const STILL = quick(
  /\b(?:still(?! (?:work|runn?|boot|fine|good|there))|unfortunately|however|alas|but (?:now|then|when|it|the|i)|another (?:problem|issue|error)|(?:does not|doesn't|do not|don't|did not|didn't|no longer) work)\b/i,
)

function isAskedSince(since: readonly MessageFacts[], questions: readonly Question[]): boolean {
  const ids = new Set(since.map(({ message }) => message.id))
  return questions.some(({ status, statement }) => status === "open" && ids.has(statement.messageId))
}
