import type { Message, MessageId } from "../../model/message.ts"
import { readSubject } from "./subjects.ts"

// "Re: meeting" comes up again; within a season it means the same thread.
const MAX_DAYS = 90
const DAY_MS = 86_400_000

/** Whom replies without any header answer: the last message before them under their subject, or under what it was. */
export function parentsBySubject(
  orphans: readonly Message[],
  messages: readonly Message[],
): ReadonlyMap<MessageId, MessageId> {
  const bySubject = new Map<string, Message[]>()
  for (const message of messages.toSorted(byTime)) {
    const { base } = readSubject(message.subject)
    if (base === "" || message.medium === "chat") continue
    const known = bySubject.get(base)
    if (known === undefined) bySubject.set(base, [message])
    else known.push(message)
  }
  const parents = new Map<MessageId, MessageId>()
  for (const orphan of orphans) {
    const { base, isReply, formerly } = readSubject(orphan.subject)
    const sought = formerly ?? (isReply ? base : undefined)
    const parent = sought === undefined ? undefined : lastBefore(bySubject.get(sought) ?? [], orphan)
    if (parent !== undefined) parents.set(orphan.id, parent.id)
  }
  return parents
}

/** The last message before another, found by halving: a subject may have thousands. */
function lastBefore(messages: readonly Message[], orphan: Message): Message | undefined {
  if (orphan.sentAt === undefined) return messages.find((message) => message !== orphan)
  let [low, high] = [0, messages.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((messages[middle]?.sentAt ?? "") < orphan.sentAt) low = middle + 1
    else high = middle
  }
  const last = messages[low - 1]
  if (last?.sentAt === undefined || last === orphan) return undefined
  return Date.parse(orphan.sentAt) - Date.parse(last.sentAt) <= MAX_DAYS * DAY_MS ? last : undefined
}

function byTime(a: Message, b: Message): number {
  const [one, other] = [a.sentAt ?? "", b.sentAt ?? ""]
  return one < other ? -1 : one > other ? 1 : 0
}
