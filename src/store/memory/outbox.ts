import { placeKey } from "../../platform/place-key.ts"
import type { Claim } from "../lease.ts"
import type { Delivery, OutboxDraft, OutboxEntry, OutboxStore } from "../outbox.ts"
import { claimRows, endLease, isFree, isHeld, renewLeases } from "./claims.ts"
import type { MemoryState } from "./state.ts"
import { joinKey, sortBy } from "./state.ts"

export function memoryOutbox(state: MemoryState): OutboxStore {
  const pending = (): readonly OutboxEntry[] => [...state.outbox.values()].filter((entry) => entry.state === "pending")
  const update = (id: string, owner: string, change: Partial<OutboxEntry>): void => {
    const entry = state.outbox.get(id)
    if (entry === undefined || !isHeld(state, "entry", id, owner)) return
    state.outbox.set(id, { ...entry, ...change })
    endLease(state, "entry", id)
  }
  return {
    async add(drafts, now) {
      addToOutbox(state, drafts, now.toISOString())
    },
    renew: async (renewal) => renewLeases(state, "entry", renewal),
    claimDue: async (claim) => claimHeads(state, pending(), claim),
    done: async (delivery) => noteDelivery(state, delivery),
    async later({ id, owner, dueAt, reason, isUnsaid }) {
      const attempts = (state.outbox.get(id)?.attempts ?? 0) - (isUnsaid ? 1 : 0)
      update(id, owner, { dueAt, reason, attempts })
    },
    async giveUp({ id, owner, reason }) {
      update(id, owner, { state: "given-up", reason })
    },
    find: async (id) => state.outbox.get(id),
    ofThread: async (threadId) =>
      [...state.outbox.values()]
        .filter((entry) => entry.threadId === threadId)
        .toSorted((left, right) => left.position - right.position),
    async rewrite(id, content) {
      const entry = state.outbox.get(id)
      if (entry !== undefined) state.outbox.set(id, { ...entry, content })
    },
    card: async (threadId, key) => state.cards.get(joinKey(threadId, key)),
    cards: async (threadId) =>
      sortBy(
        [...state.cards.values()].filter((card) => card.threadId === threadId),
        (card) => card.placeKey,
      ),
    async dropCard(threadId, key) {
      state.cards.delete(joinKey(threadId, key))
    },
    backlog: async () => ({
      pending: pending().length,
      oldestDueAt: sortBy(pending(), (entry) => entry.dueAt)[0]?.dueAt,
    }),
    nextDue: async () => sortBy(pending(), (entry) => entry.dueAt)[0]?.dueAt,
    ...memoryDigests(state),
    async prune(before) {
      const at = before.toISOString()
      const old = [...state.outbox.values()].filter((entry) => entry.state !== "pending" && entry.dueAt < at)
      for (const entry of old) state.outbox.delete(entry.id)
      for (const [id, log] of state.log)
        state.log.set(
          id,
          log.filter((entry) => entry.at >= at),
        )
      return old.length
    },
  }
}

function claimHeads(state: MemoryState, waiting: readonly OutboxEntry[], claim: Claim): readonly OutboxEntry[] {
  const first = new Map<string, OutboxEntry>()
  for (const entry of waiting) {
    const other = first.get(entry.lane)
    if (other === undefined || entry.position < other.position) first.set(entry.lane, entry)
  }
  const heads = [...first.values()].map((entry): readonly [string, OutboxEntry] => [entry.id, entry])
  const claimed = claimRows(state, "entry", heads, claim)
  for (const entry of claimed) state.outbox.set(entry.id, { ...entry, attempts: entry.attempts + 1 })
  return claimed
}

/** Puts drafts into the outbox; a pending card of the same lane that nobody holds already stands for a new one. */
export function addToOutbox(state: MemoryState, drafts: readonly OutboxDraft[], at: string): void {
  for (const draft of drafts) {
    const isWaiting = [...state.outbox.values()].some(
      (entry) =>
        entry.lane === draft.lane &&
        entry.state === "pending" &&
        entry.content.kind === "card" &&
        isFree(state, "entry", entry.id, at),
    )
    if (draft.content.kind === "card" && isWaiting) continue
    state.outbox.set(draft.id, { ...draft, state: "pending", attempts: 0 })
  }
}

function noteDelivery(state: MemoryState, { id, owner, at, postId, card }: Delivery): boolean {
  const entry = state.outbox.get(id)
  if (entry === undefined || !isHeld(state, "entry", id, owner)) return false
  if (card !== undefined) state.cards.set(joinKey(card.threadId, card.placeKey), card)
  const isStale = card !== undefined && (state.threads.get(card.threadId)?.revision ?? 0) > card.revision
  state.outbox.set(id, isStale ? { ...entry, dueAt: at, attempts: 0 } : { ...entry, state: "done", postId })
  endLease(state, "entry", id)
  return true
}

function memoryDigests(
  state: MemoryState,
): Pick<OutboxStore, "dueDigests" | "takeDigest" | "digestItems" | "rewriteDigestItem"> {
  return {
    async dueDigests(now) {
      const at = now.toISOString()
      return [...state.places].flatMap(([key, place]) => ((place.digestDueAt ?? "~") <= at ? [key] : []))
    },
    async takeDigest({ placeKey: key, dueAt, nextDueAt, build }) {
      const place = state.places.get(key)
      if (place?.digestDueAt !== dueAt) return false
      state.places.set(key, { ...place, digestDueAt: nextDueAt })
      const items = sortBy(
        [...state.digestItems.values()].filter((item) => placeKey(item.place) === key),
        (item) => item.at,
      )
      for (const item of items) state.digestItems.delete(item.id)
      const draft = build(items)
      if (draft !== undefined) addToOutbox(state, [draft], dueAt)
      return true
    },
    digestItems: async (threadId) =>
      sortBy(
        [...state.digestItems.values()].filter((item) => item.threadId === threadId),
        (item) => item.at,
      ),
    async rewriteDigestItem(item) {
      if (state.digestItems.has(item.id)) state.digestItems.set(item.id, item)
    },
  }
}
