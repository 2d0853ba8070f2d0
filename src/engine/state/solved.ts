import type { Participant, Question, ThreadState } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import { saysSolved } from "../stances/success.ts"
import { tellsOfTrouble } from "../words/success-words.ts"
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
    if (entry.question.asked.length > 0 || entry.sentences.some(({ text }) => tellsOfTrouble(text))) return -1
    looked++
  }
  return -1
}

function isAskedSince(since: readonly MessageFacts[], questions: readonly Question[]): boolean {
  const ids = new Set(since.map(({ message }) => message.id))
  return questions.some(({ status, statement }) => status === "open" && ids.has(statement.messageId))
}
