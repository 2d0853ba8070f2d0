import type { Decision } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import type { Running } from "../kept.ts"
import { resume } from "../kept.ts"
import { decidedAt } from "./deciding.ts"

/** What was decided or done, in the thread's order; where a robot reports it, in the robot's words. */
export function findDecisions(thread: ThreadFacts, running: Running<Decision>): readonly Decision[] {
  const { facts, authors } = thread
  for (let index = resume(running, thread); index < facts.length; index++) {
    const [entry, by] = [facts[index], authors[index]?.id]
    if (entry === undefined || by === undefined) continue
    for (const { sentence } of decidedAt(thread, index))
      running.entries.push({ by, statement: { messageId: entry.message.id, text: sentence.text } })
  }
  return running.entries
}
