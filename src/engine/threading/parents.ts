import type { Message, MessageId } from "../../model/message.ts"

/**
 * The parent of each message that is there, by id; roots have none.
 *
 * In-Reply-To decides where it names a message that we have; else the nearest reference that we have.
 * Ids without "@" are no Message-IDs (old mailers put dates and names there).
 */
export function findParents(messages: readonly Message[]): ReadonlyMap<MessageId, MessageId> {
  const known = new Set(messages.map((message) => message.id))
  const parents = new Map<MessageId, MessageId>()
  for (const message of messages) {
    const parent = candidates(message).find((id) => known.has(id) && id !== message.id)
    if (parent !== undefined && !leadsTo(parents, parent, message.id)) parents.set(message.id, parent)
  }
  return parents
}

// References of 100,000 ids were sent on purpose; a thread of real replies is never this deep.
const MAX_REFERENCES = 1_000

function candidates(message: Message): readonly MessageId[] {
  const near = message.references.slice(-MAX_REFERENCES).toReversed()
  return message.inReplyTo === undefined ? near : [message.inReplyTo, ...near]
}

/** Whether following parents from one message comes to another: such an edge would close a loop. */
function leadsTo(parents: ReadonlyMap<MessageId, MessageId>, from: MessageId, to: MessageId): boolean {
  for (let at: MessageId | undefined = from; at !== undefined; at = parents.get(at)) if (at === to) return true
  return false
}
