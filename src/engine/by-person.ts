import type { ParticipantId } from "../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "./facts.ts"

/** One message with whose it is. */
export interface Spoken {
  readonly facts: MessageFacts
  readonly by: ParticipantId
}

/** The messages of people in the thread's order; robots are read and not judged. */
export function* spokenIn({ facts, authors }: ThreadFacts): Generator<Spoken> {
  for (const [index, entry] of facts.entries()) {
    const author = authors[index]
    if (author !== undefined && author.person?.isBot !== true) yield { facts: entry, by: author.id }
  }
}
