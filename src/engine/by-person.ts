import type { ParticipantId } from "../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "./facts.ts"

/** One message with whose it is. */
export interface Spoken {
  readonly facts: MessageFacts
  readonly by: ParticipantId
}

/** The messages of people in the thread's order, from one on; robots are read and not judged. */
export function spokenFrom({ facts, authors }: ThreadFacts, from: number): readonly Spoken[] {
  const spoken: Spoken[] = []
  for (let index = from; index < facts.length; index++) {
    const [entry, author] = [facts[index], authors[index]]
    if (entry !== undefined && author !== undefined && author.person?.isBot !== true)
      spoken.push({ facts: entry, by: author.id })
  }
  return spoken
}
