import type { Decision } from "../../model/summary.ts"
import { spokenFrom } from "../by-person.ts"
import type { ThreadFacts } from "../facts.ts"
import type { Running } from "../kept.ts"
import { resume } from "../kept.ts"

/** What was decided or done, in the thread's order. */
export function findDecisions(thread: ThreadFacts, running: Running<Decision>): readonly Decision[] {
  for (const { facts, by } of spokenFrom(thread, resume(running, thread)))
    for (const { sentence } of facts.decisions)
      running.entries.push({ by, statement: { messageId: facts.message.id, text: sentence.text } })
  return running.entries
}
