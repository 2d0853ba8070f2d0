import type { Message, MessageId } from "../../model/message.ts"
import type { Reading, Thread } from "../../model/thread.ts"

/** A heap of messages made into threads, largest first; messages oldest first, replies after what they answer. */
export function buildThreads(reading: Reading): readonly Thread[] {
  const byId = new Map(reading.messages.map((message) => [message.id, message]))
  const groups = new Map<MessageId, Message[]>()
  for (const message of reading.messages) {
    const root = rootOf(message, byId)
    groups.set(root, [...(groups.get(root) ?? []), message])
  }
  return [...groups.entries()]
    .map(([root, messages]) => toThread(root, messages, reading))
    .sort((a, b) => b.messages.length - a.messages.length)
}

function rootOf(message: Message, byId: ReadonlyMap<MessageId, Message>): MessageId {
  const seen = new Set<MessageId>()
  let current = message
  while (!seen.has(current.id)) {
    seen.add(current.id)
    const parent = current.inReplyTo ?? current.references.at(-1)
    if (parent === undefined) return current.id
    const next = byId.get(parent)
    if (next === undefined) return current.references[0] ?? parent
    current = next
  }
  return current.id
}

function toThread(root: MessageId, messages: readonly Message[], reading: Reading): Thread {
  const ordered = messages.toSorted((a, b) => (a.sentAt ?? "").localeCompare(b.sentAt ?? ""))
  return {
    id: reading.threadId ?? `mail:${root}`,
    source: reading.source,
    subject: ordered[0]?.subject ?? "",
    messages: ordered,
    skipped: reading.skipped,
    reasons: reading.reasons,
    ...(reading.permalink === undefined ? {} : { permalink: reading.permalink }),
  }
}
