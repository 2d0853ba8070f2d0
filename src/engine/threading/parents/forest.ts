import type { MessageId } from "../../../model/message.ts"

/** Parents without loops: an edge that would close one is refused. */
export interface Forest {
  readonly parents: Map<MessageId, MessageId>
  /** A way up for each message, shortened as it is walked; ends at its root. */
  readonly ways: Map<MessageId, MessageId>
}

export function createForest(): Forest {
  return { parents: new Map(), ways: new Map() }
}

/** Whether the edge was taken: not where it closes a loop, or where the child has a parent. */
export function setParent(forest: Forest, child: MessageId, parent: MessageId): boolean {
  if (forest.parents.has(child) || rootOf(forest.ways, parent) === child) return false
  forest.parents.set(child, parent)
  forest.ways.set(child, parent)
  return true
}

/** Where a way ends. Ways are halved while they are walked: near constant cost, no recursion. */
export function rootOf(ways: Map<MessageId, MessageId>, id: MessageId): MessageId {
  let at = id
  for (let above = ways.get(at); above !== undefined; above = ways.get(at)) {
    const next = ways.get(above)
    if (next === undefined) return above
    ways.set(at, next)
    at = next
  }
  return at
}
