import type { Message, MessageId } from "../../model/message.ts"
import type { Reading, Thread } from "../../model/thread.ts"
import { dropDuplicates } from "./duplicates.ts"
import { groupMessages } from "./group-messages.ts"
import { nameAuthors } from "./names/name-authors.ts"
import { orderMessages } from "./order-messages.ts"
import { findParents } from "./parents/parents.ts"
import { rebuildQuoted } from "./quoted/rebuild-quoted.ts"

/** A heap of messages made into threads, largest first; messages oldest first, replies after what they answer. */
export function buildThreads(reading: Reading): readonly Thread[] {
  const messages = dropDuplicates(reading.messages)
  const parents = findParents(messages)
  const groups = reading.threadId === undefined ? groupMessages(messages, parents) : [messages]
  return groups
    .filter((group) => group.length > 0)
    .map((group) => toThread(group, parents, reading))
    .toSorted((a, b) => b.messages.length - a.messages.length)
}

/** All messages of a reading as one thread, for who knows that they are one. */
export function buildThread(reading: Reading): Thread {
  const messages = dropDuplicates(reading.messages)
  return toThread(messages, findParents(messages), reading)
}

function toThread(
  received: readonly Message[],
  receivedParents: ReadonlyMap<MessageId, MessageId>,
  reading: Reading,
): Thread {
  const { messages, parents } = rebuildQuoted(received, receivedParents)
  const placed = orderMessages(messages, parents).map((message) => withParent(message, parents.get(message.id)))
  const ordered = nameAuthors(placed)
  return {
    id: reading.threadId ?? `mail:${originOf(orderMessages(received, receivedParents)[0])}`,
    source: reading.source,
    subject: ordered[0]?.subject ?? "",
    messages: ordered,
    skipped: reading.skipped,
    reasons: reading.reasons,
    ...(reading.permalink === undefined ? {} : { permalink: reading.permalink }),
  }
}

/** The id of the message that a thread began with, be it here or not: it stays while the thread grows. */
function originOf(root: Message | undefined): MessageId {
  return root?.references.find(isUsable) ?? root?.inReplyTo ?? root?.id ?? ""
}

/** A message whose headers lied, or said nothing, gets the parent that was found for it. */
function withParent(message: Message, parent: MessageId | undefined): Message {
  return parent === undefined || parent === message.inReplyTo ? message : { ...message, inReplyTo: parent }
}

function isUsable(id: MessageId): boolean {
  return id.includes("@")
}
