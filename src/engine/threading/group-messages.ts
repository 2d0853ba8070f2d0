import type { Message, MessageId } from "../../model/message.ts"
import { rootOf } from "./parents/forest.ts"
import { earlierUnderSubject } from "./parents/parents-by-subject.ts"
import { isUnplaced } from "./parents/parents.ts"
import { isNewTopic } from "./parents/new-topics.ts"
import { readSubject } from "./parents/subjects.ts"

/** Messages by thread: joined by parents, by the oldest reference or the subject that they share, and by the series that they are versions of. */
export function groupMessages(
  messages: readonly Message[],
  parents: ReadonlyMap<MessageId, MessageId>,
): readonly (readonly Message[])[] {
  const ways = new Map<MessageId, MessageId>()
  const byId = new Map(messages.map((message) => [message.id, message]))
  for (const message of messages) {
    const parent = parents.get(message.id)
    if (parent !== undefined) join(ways, message.id, parent)
    const oldest = [...message.references, message.inReplyTo ?? ""].find((id) => id.includes("@") || byId.has(id))
    const isTopicOfItsOwn = parent === undefined && isNewTopic(message, byId.get(oldest ?? ""))
    if (oldest !== undefined && !isTopicOfItsOwn) join(ways, message.id, oldest)
  }
  joinVersions(messages, parents, ways)
  // As RFC 5256 and every mail program have it: who answers a lost mail stands with those of the subject.
  const unplaced = messages.filter((message) => !parents.has(message.id) && isUnplaced(message, byId))
  for (const [message, [first]] of earlierUnderSubject(unplaced, messages))
    if (first !== undefined) join(ways, message.id, first.id)
  const groups = new Map<MessageId, Message[]>()
  for (const message of messages) {
    const root = rootOf(ways, message.id)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [message])
    else group.push(message)
  }
  return [...groups.values()]
}

/** v2 and v3 of a series are one story with v1, also where their mails do not point to one another. */
function joinVersions(
  messages: readonly Message[],
  parents: ReadonlyMap<MessageId, MessageId>,
  ways: Map<MessageId, MessageId>,
): void {
  const firstBySeries = new Map<string, MessageId>()
  for (const message of messages) {
    if (parents.has(message.id)) continue
    const { base, isPatch, isReply, part } = readSubject(message.subject)
    if (!isPatch || isReply || base === "" || (part ?? 0) > 1) continue
    const series = `${message.author.address}\n${base}`
    const first = firstBySeries.get(series)
    if (first === undefined) firstBySeries.set(series, message.id)
    else join(ways, message.id, first)
  }
}

function join(ways: Map<MessageId, MessageId>, one: MessageId, other: MessageId): void {
  const [a, b] = [rootOf(ways, one), rootOf(ways, other)]
  if (a !== b) ways.set(a, b)
}
