import type { Decision } from "../../model/summary.ts"
import { spokenIn } from "../by-person.ts"
import type { ThreadFacts } from "../facts.ts"

/** What was decided or done, in the thread's order. */
export function findDecisions(thread: ThreadFacts): readonly Decision[] {
  const decisions: Decision[] = []
  for (const { facts, by } of spokenIn(thread))
    for (const { sentence } of facts.decisions)
      decisions.push({ by, statement: { messageId: facts.message.id, text: sentence.text } })
  return decisions
}
