import type { ParticipantId } from "../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "./facts.ts"

/** Whose message it is; undefined for robots, who are read and not judged. */
export function speakerOf(
  { message }: MessageFacts,
  { people }: Pick<ThreadFacts, "people">,
): ParticipantId | undefined {
  const person = people.find(message.author)
  return person === undefined || person.isBot ? undefined : person.id
}
