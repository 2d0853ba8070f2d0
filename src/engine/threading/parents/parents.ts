import type { Message, MessageId } from "../../../model/message.ts"
import type { Forest } from "./forest.ts"
import { createForest, setParent } from "./forest.ts"
import { parentsByQuotes } from "./parents-by-quotes.ts"
import { parentsBySubject } from "./parents-by-subject.ts"
import { isNewTopic } from "./new-topics.ts"

/**
 * The parent of each message that is there, by id; roots have none.
 *
 * In-Reply-To decides where it names a message that we have; else the nearest reference that we have.
 * Where headers say nothing, quotes decide, then the subject. Whoever pressed "reply" on an old mail to
 * begin something else is no child.
 */
export function findParents(messages: readonly Message[]): ReadonlyMap<MessageId, MessageId> {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const forest = createForest()
  const orphans: Message[] = []
  for (const message of messages) {
    const parent = namedParents(message).find((id) => id !== message.id && byId.has(id))
    if (parent === undefined || isNewTopic(message, byId.get(parent)) || !setParent(forest, message.id, parent))
      orphans.push(message)
  }
  adopt(orphans.filter(isQuoting), forest, (those) => parentsByQuotes(those, messages))
  adopt(orphans.filter(isUnlinked), forest, (those) => parentsBySubject(those, messages))
  return forest.parents
}

// References of 100,000 ids were sent on purpose; a thread of real replies is never this deep.
const MAX_REFERENCES = 1_000

function namedParents(message: Message): readonly MessageId[] {
  const near = message.references.slice(-MAX_REFERENCES).toReversed()
  return message.inReplyTo === undefined ? near : [message.inReplyTo, ...near]
}

function adopt(
  orphans: readonly Message[],
  forest: Forest,
  find: (orphans: readonly Message[]) => ReadonlyMap<MessageId, MessageId>,
): void {
  const those = orphans.filter((message) => !forest.parents.has(message.id))
  if (those.length === 0) return
  for (const [child, parent] of find(those)) setParent(forest, child, parent)
}

function isQuoting(message: Message): boolean {
  return message.medium === "mail" && message.body.includes(">")
}

/** Whether none of the mails that a mail names is here. */
export function isUnplaced(message: Message, byId: ReadonlyMap<MessageId, Message>): boolean {
  return message.medium === "mail" && !namedParents(message).some((id) => id !== message.id && byId.has(id))
}

/**
 * Without a word of its place in its headers; one that answers a lost message is placed by that. Ids
 * without "@" are no Message-IDs: old mailers put dates and names there; and nobody answers themselves.
 */
function isUnlinked(message: Message): boolean {
  return message.medium === "mail" && !namedParents(message).some((id) => id !== message.id && id.includes("@"))
}
