import type { Message } from "../../model/message.ts"
import type { Reading, Thread } from "../../model/thread.ts"
import { dropDuplicates } from "./duplicates.ts"
import { groupMessages } from "./group-messages.ts"
import { orderMessages } from "./order-messages.ts"
import { findParents } from "./parents.ts"

/** A heap of messages made into threads, largest first; messages oldest first, replies after what they answer. */
export function buildThreads(reading: Reading): readonly Thread[] {
  const messages = dropDuplicates(reading.messages)
  const parents = findParents(messages)
  const groups = reading.threadId === undefined ? groupMessages(messages, parents) : [messages]
  return groups
    .filter((group) => group.length > 0)
    .map((group) => toThread(orderMessages(group, parents), parents, reading))
    .toSorted((a, b) => b.messages.length - a.messages.length)
}

/** All messages of a reading as one thread, for who knows that they are one. */
export function buildThread(reading: Reading): Thread {
  const messages = dropDuplicates(reading.messages)
  const parents = findParents(messages)
  return toThread(orderMessages(messages, parents), parents, reading)
}

function toThread(messages: readonly Message[], parents: ReadonlyMap<string, string>, reading: Reading): Thread {
  const root = messages[0]
  const threaded = messages.map((message) => withParent(message, parents.get(message.id)))
  const origin = root === undefined ? "" : (root.references.find(isUsable) ?? root.inReplyTo ?? root.id)
  return {
    id: reading.threadId ?? `mail:${origin}`,
    source: reading.source,
    subject: root?.subject ?? "",
    messages: threaded,
    skipped: reading.skipped,
    reasons: reading.reasons,
    ...(reading.permalink === undefined ? {} : { permalink: reading.permalink }),
  }
}

/** A message whose headers lied, or said nothing, gets the parent that was found for it. */
function withParent(message: Message, parent: string | undefined): Message {
  return parent === undefined || parent === message.inReplyTo ? message : { ...message, inReplyTo: parent }
}

function isUsable(id: string): boolean {
  return id.includes("@")
}
