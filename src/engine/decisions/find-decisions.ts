import type { Decision } from "../../model/summary.ts"
import { speakerOf } from "../by-person.ts"
import type { ThreadFacts } from "../facts.ts"

/** What was decided or done, in the thread's order. */
export function findDecisions(thread: ThreadFacts): readonly Decision[] {
  return thread.facts.flatMap((facts) => {
    const by = speakerOf(facts, thread)
    if (by === undefined) return []
    return facts.decisions.map(({ sentence }) => ({
      by,
      statement: { messageId: facts.message.id, text: sentence.text },
    }))
  })
}
