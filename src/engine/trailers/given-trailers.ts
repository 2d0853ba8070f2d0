import type { Trailer } from "../../model/summary.ts"
import { speakerOf } from "../by-person.ts"
import type { ThreadFacts } from "../facts.ts"

/** The trailers given in replies, in the thread's order. */
export function givenTrailers(thread: ThreadFacts): readonly Trailer[] {
  return thread.facts.flatMap((facts) => {
    const by = speakerOf(facts, thread)
    if (by === undefined) return []
    return facts.stance.trailers.map(({ token, text }) => ({
      token,
      by,
      statement: { messageId: facts.message.id, text },
    }))
  })
}
