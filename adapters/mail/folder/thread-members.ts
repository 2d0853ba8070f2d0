import type { MessageId } from "../../../src/index.ts"

/** What an index knows of a message: its id and the ids that it answers to. */
export interface IndexedMessage {
  readonly id: MessageId
  readonly parents: readonly MessageId[]
}

/**
 * Every message that hangs together with the one asked for, by any id that is one (nonsense without
 * "@" joins strangers). More than a thread at worst: the engine parts what does not belong.
 */
export function threadMembers(index: Iterable<IndexedMessage>, start: MessageId): ReadonlySet<MessageId> {
  const neighbours = new Map<MessageId, MessageId[]>()
  const present = new Set<MessageId>()
  for (const { id, parents } of index) {
    present.add(id)
    for (const parent of parents) {
      if (!parent.includes("@") || parent === id) continue
      neighbours.set(id, [...(neighbours.get(id) ?? []), parent])
      const children = neighbours.get(parent)
      if (children === undefined) neighbours.set(parent, [id])
      else children.push(id)
    }
  }
  const found = new Set([start])
  // A walk with its own list: threads of 900 replies deep exist.
  for (const id of found) for (const next of neighbours.get(id) ?? []) found.add(next)
  return new Set([...found].filter((id) => present.has(id)))
}
