import { placeKey } from "../../platform/place-key.ts"
import type { WatchStore } from "../watch.ts"
import type { Watch } from "../watch.ts"
import type { MemoryState } from "./state.ts"
import { joinKey, sortBy } from "./state.ts"

export function memoryWatches(state: MemoryState): WatchStore {
  const select = (isWanted: (watch: Watch) => boolean): readonly Watch[] =>
    sortBy([...state.watches.values()].filter(isWanted), (watch) => joinKey(watch.createdAt, watch.id))
  return {
    async add(watch) {
      state.watches.set(watch.id, watch)
    },
    remove: async (id) => state.watches.delete(id),
    async stop(key, reason, source) {
      for (const watch of state.watches.values())
        if (placeKey(watch.place) === key && (source === undefined || watch.source === source))
          state.watches.set(watch.id, { ...watch, stopped: reason })
    },
    ofPlace: async (key) => select((watch) => placeKey(watch.place) === key),
    ofPerson: async (personKey) => select((watch) => watch.createdBy === personKey),
    ofSources: async (sources) => select((watch) => sources.includes(watch.source)),
    all: async () => select(() => true),
    count: async () => state.watches.size,
    settings: async (key) => state.places.get(key),
    async saveSettings(settings) {
      state.places.set(placeKey(settings.place), settings)
    },
    mutes: async (threadId) => [...state.mutes.values()].filter((mute) => mute.threadId === threadId),
    async saveMute(mute) {
      state.mutes.set(joinKey(mute.placeKey, mute.threadId), mute)
    },
    removeMute: async (key, threadId) => state.mutes.delete(joinKey(key, threadId)),
    allowances: async (source) =>
      sortBy(
        [...state.allowances.values()].filter((allowance) => allowance.source === source),
        (allowance) => allowance.placeKey,
      ),
    async saveAllowance(allowance) {
      state.allowances.set(joinKey(allowance.source, allowance.placeKey), allowance)
    },
    removeAllowance: async (source, key) => state.allowances.delete(joinKey(source, key)),
  }
}
