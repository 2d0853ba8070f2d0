import type { SourceStore, ThreadNews } from "../followed-source.ts"
import { newsDueAt } from "../followed-source.ts"
import { claimRows, endLease, isHeld, renewLeases } from "./claims.ts"
import type { MemoryState } from "./state.ts"
import { sortBy } from "./state.ts"

export function memorySources(state: MemoryState): SourceStore {
  return {
    async follow(source) {
      if (!state.sources.has(source.source)) state.sources.set(source.source, source)
    },
    async unfollowUnwatched() {
      const watched = new Set([...state.watches.values()].map((watch) => watch.source))
      const idle = [...state.sources.keys()].filter((source) => !watched.has(source))
      for (const source of idle) state.sources.delete(source)
      return idle.length
    },
    find: async (source) => state.sources.get(source),
    renew: async (renewal) => renewLeases(state, "source", renewal),
    claimDue: async (claim) => claimRows(state, "source", state.sources, claim),
    async makeDue(source, now) {
      const known = state.sources.get(source)
      if (known === undefined) return false
      const at = now.toISOString()
      if (known.dueAt > at) state.sources.set(source, { ...known, dueAt: at })
      return true
    },
    async saveLook({ source, owner, news, cursor, dueAt, failingSince, isFailureTold }) {
      const known = state.sources.get(source)
      if (known === undefined || !isHeld(state, "source", source, owner)) return false
      state.sources.set(source, { ...known, cursor, dueAt, failingSince, isFailureTold })
      endLease(state, "source", source)
      for (const item of news) noteNews(state, item)
      return true
    },
    nextDue: async () => sortBy(state.sources.values(), (source) => source.dueAt)[0]?.dueAt,
    count: async () => state.sources.size,
  }
}

/** Marks a thread as due once its quiet period is over; one that is not known yet begins to be. */
export function noteNews(state: MemoryState, news: ThreadNews): void {
  const known = state.threads.get(news.threadId)
  const newsSince = known?.newsSince ?? news.at
  state.threads.set(news.threadId, {
    id: news.threadId,
    source: news.source,
    revision: 0,
    ...known,
    feeds: [...new Set([...(known?.feeds ?? []), news.feed])].toSorted(),
    newsSince,
    newsCount: (known?.newsCount ?? 0) + 1,
    dueAt: newsDueAt(news, newsSince),
  })
  const prints = state.prints.get(news.threadId) ?? new Map<string, string>()
  for (const id of news.messageIds) if (!prints.has(id)) prints.set(id, "")
  state.prints.set(news.threadId, prints)
}
