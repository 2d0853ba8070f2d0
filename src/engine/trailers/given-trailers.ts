import type { Trailer } from "../../model/summary.ts"
import { spokenFrom } from "../by-person.ts"
import type { ThreadFacts } from "../facts.ts"
import type { Running } from "../kept.ts"
import { resume } from "../kept.ts"

/** The trailers given in replies, in the thread's order. */
export function givenTrailers(thread: ThreadFacts, running: Running<Trailer>): readonly Trailer[] {
  for (const { facts, by } of spokenFrom(thread, resume(running, thread)))
    for (const { token, text } of facts.stance.trailers)
      running.entries.push({ token, by, statement: { messageId: facts.message.id, text } })
  return running.entries
}
