import type { Message, MessageId } from "../../model/message.ts"

/** Messages by thread: joined by parents, and by the oldest references that they share. */
export function groupMessages(
  messages: readonly Message[],
  parents: ReadonlyMap<MessageId, MessageId>,
): readonly (readonly Message[])[] {
  const joined = new Map<MessageId, MessageId>()
  for (const message of messages) {
    const parent = parents.get(message.id)
    if (parent !== undefined) join(joined, message.id, parent)
    const [oldest] = message.references
    if (oldest?.includes("@") === true) join(joined, message.id, oldest)
    else if (message.inReplyTo?.includes("@") === true) join(joined, message.id, message.inReplyTo)
  }
  const groups = new Map<MessageId, Message[]>()
  for (const message of messages) {
    const root = rootOf(joined, message.id)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [message])
    else group.push(message)
  }
  return [...groups.values()]
}

function join(joined: Map<MessageId, MessageId>, one: MessageId, other: MessageId): void {
  const [a, b] = [rootOf(joined, one), rootOf(joined, other)]
  if (a !== b) joined.set(a, b)
}

function rootOf(joined: Map<MessageId, MessageId>, id: MessageId): MessageId {
  let root = id
  for (let above = joined.get(root); above !== undefined; above = joined.get(root)) {
    const next = joined.get(above)
    if (next !== undefined) joined.set(root, next)
    root = next ?? above
  }
  return root
}
