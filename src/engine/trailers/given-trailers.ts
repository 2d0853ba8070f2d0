import type { Trailer } from "../../model/summary.ts"
import { spokenIn } from "../by-person.ts"
import type { ThreadFacts } from "../facts.ts"

/** The trailers given in replies, in the thread's order. */
export function givenTrailers(thread: ThreadFacts): readonly Trailer[] {
  const trailers: Trailer[] = []
  for (const { facts, by } of spokenIn(thread))
    for (const { token, text } of facts.stance.trailers)
      trailers.push({ token, by, statement: { messageId: facts.message.id, text } })
  return trailers
}
