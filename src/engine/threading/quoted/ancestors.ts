import type { Message, MessageId } from "../../../model/message.ts"

// Quotes reach back a handful of levels; further up nothing is quoted any more.
const MAX_ANCESTORS = 64

/** What a message answers, and what that answers, nearest first: as far as the thread holds it. */
export function ancestorsOf(
  message: Message,
  byId: ReadonlyMap<MessageId, Message>,
  parents?: ReadonlyMap<MessageId, MessageId>,
): readonly Message[] {
  const parentOf = (of: Message): Message | undefined =>
    byId.get((parents === undefined ? of.inReplyTo : parents.get(of.id)) ?? "")
  const ancestors: Message[] = []
  const seen = new Set([message.id])
  let parent = parentOf(message)
  while (parent !== undefined && !seen.has(parent.id) && ancestors.length < MAX_ANCESTORS) {
    ancestors.push(parent)
    seen.add(parent.id)
    parent = parentOf(parent)
  }
  return ancestors
}
