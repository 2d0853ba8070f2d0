import type { ThreadId } from "../../model/thread.ts"
import type { FollowedThread, ThreadCommit, ThreadStore } from "../followed-thread.ts"
import { claimRows, endLease, isHeld, renewLeases } from "./claims.ts"
import { addToOutbox } from "./outbox.ts"
import { noteNews } from "./sources.ts"
import type { MemoryState } from "./state.ts"
import { joinKey, sortBy } from "./state.ts"

export function memoryThreads(state: MemoryState): ThreadStore {
  const select = (isWanted: (thread: FollowedThread) => boolean): readonly FollowedThread[] =>
    sortBy([...state.threads.values()].filter(isWanted), (thread) => thread.id)
  return {
    find: async (id) => state.threads.get(id),
    ofSources: async (sources) => select((thread) => thread.feeds.some((feed) => sources.includes(feed))),
    async ofMessages(messageIds) {
      const found = new Map<string, ThreadId>()
      for (const [threadId, prints] of state.prints)
        for (const id of messageIds) if (prints.has(id)) found.set(id, threadId)
      return found
    },
    ofParticipant: async (address) =>
      select((thread) => thread.summary?.participants.some((one) => one.addresses.includes(address)) ?? false),
    prints: async (id) => new Map(state.prints.get(id)),
    async noteNews(news) {
      for (const item of news) noteNews(state, item)
    },
    renew: async (renewal) => renewLeases(state, "thread", renewal),
    claimDue: async (claim) => claimRows(state, "thread", state.threads, claim),
    commit: async (commit) => commitThread(state, commit),
    async release(id, owner, dueAt) {
      const thread = state.threads.get(id)
      if (thread === undefined || !isHeld(state, "thread", id, owner)) return
      state.threads.set(id, { ...thread, dueAt })
      endLease(state, "thread", id)
    },
    rename: async (id, to, owner) => renameThread(state, { id, to, owner }),
    log: async (id, afterRevision) => (state.log.get(id) ?? []).filter((entry) => entry.revision > afterRevision),
    async rewriteLog(entry) {
      const rest = (state.log.get(entry.threadId) ?? []).map((one) =>
        one.revision === entry.revision ? { ...one, changes: entry.changes } : one,
      )
      state.log.set(entry.threadId, rest)
    },
    remove: async (id) => removeThread(state, id),
    nextDue: async () =>
      [...state.threads.values()].flatMap((thread) => (thread.dueAt === undefined ? [] : [thread.dueAt])).toSorted()[0],
    count: async () => state.threads.size,
  }
}

function commitThread(state: MemoryState, commit: ThreadCommit): boolean {
  const held = state.threads.get(commit.thread.id)
  if (held === undefined || !isHeld(state, "thread", held.id, commit.owner)) return false
  if (held.revision !== commit.thread.revision) return false
  // News that came while the thread was read keeps it due.
  const isCurrent = held.newsCount === commit.thread.newsCount
  state.threads.set(held.id, {
    ...held,
    source: commit.thread.source,
    summary: commit.summary,
    revision: held.revision + 1,
    lookedAt: commit.at,
    newsSince: isCurrent ? undefined : held.newsSince,
    dueAt: isCurrent ? commit.nextDueAt : held.dueAt,
  })
  endLease(state, "thread", held.id)
  const prints = new Map(state.prints.get(held.id))
  for (const { id, print } of commit.prints) prints.set(id, print)
  for (const id of commit.gone) prints.delete(id)
  state.prints.set(held.id, prints)
  const entry = { threadId: held.id, revision: held.revision + 1, at: commit.at, changes: commit.changes }
  if (commit.changes.length > 0) state.log.set(held.id, [...(state.log.get(held.id) ?? []), entry])
  addToOutbox(state, commit.outbox, commit.at)
  for (const item of commit.digest) state.digestItems.set(item.id, item)
  return true
}

function renameThread(
  state: MemoryState,
  { id, to, owner }: { readonly id: ThreadId; readonly to: ThreadId; readonly owner: string },
): boolean {
  const held = state.threads.get(id)
  if (held === undefined || !isHeld(state, "thread", id, owner)) return false
  const other = state.threads.get(to)
  const feeds = [...new Set([...(other?.feeds ?? []), ...held.feeds])].toSorted()
  const dueAt = held.dueAt ?? held.newsSince
  const moved =
    other === undefined
      ? { ...held, id: to, summary: undefined, revision: 0 }
      : { ...other, feeds, dueAt, newsCount: other.newsCount + 1 }
  state.threads.set(to, moved)
  state.prints.set(to, new Map([...(state.prints.get(id) ?? []), ...(state.prints.get(to) ?? [])]))
  removeThread(state, id)
  return true
}

function removeThread(state: MemoryState, id: ThreadId): boolean {
  const isOf = (value: { readonly threadId?: string | undefined }): boolean => value.threadId === id
  for (const map of [state.outbox, state.cards, state.digestItems, state.corrections, state.mutes, state.vetoes])
    for (const [key, value] of map) if (isOf(value)) map.delete(key)
  for (const looks of state.looks.values()) looks.delete(id)
  state.prints.delete(id)
  state.log.delete(id)
  state.leases.delete(joinKey("thread", id))
  return state.threads.delete(id)
}
