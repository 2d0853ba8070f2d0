import type { Message, MessageId } from "../../model/message.ts"

/** Oldest first, and no reply before what it answers, whatever the clocks say. Same times keep the order of their ids. */
export function orderMessages(
  messages: readonly Message[],
  parents: ReadonlyMap<MessageId, MessageId>,
): readonly Message[] {
  const byTime = messages.toSorted((a, b) => compare(a.sentAt ?? LATE, b.sentAt ?? LATE) || compare(a.id, b.id))
  const byId = new Map(byTime.map((message) => [message.id, message]))
  const placed = new Set<MessageId>()
  const ordered: Message[] = []
  for (const message of byTime) {
    const chain: Message[] = []
    for (let next: Message | undefined = message; next !== undefined && !placed.has(next.id);) {
      placed.add(next.id)
      chain.push(next)
      next = byId.get(parents.get(next.id) ?? "")
    }
    ordered.push(...chain.toReversed())
  }
  return ordered
}

// Without a date a message stands behind what it answers, and else at the end.
const LATE = "9999"

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
