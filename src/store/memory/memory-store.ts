import { placeKey } from "../../platform/place-key.ts"
import type { Store } from "../store.ts"
import { memoryOutbox } from "./outbox.ts"
import { memoryCorrections, memoryIdentities, memoryInstallations, memoryPeople } from "./people.ts"
import { memorySources } from "./sources.ts"
import { emptyState, joinKey } from "./state.ts"
import type { MemoryState } from "./state.ts"
import { memoryThreads } from "./threads.ts"
import { memoryWatches } from "./watches.ts"

/** The reference for what a store promises; it forgets everything when the process ends. */
export function createMemoryStore(): Store {
  const state = emptyState()
  return {
    capabilities: { isShared: false, canListen: false },
    watches: memoryWatches(state),
    sources: memorySources(state),
    threads: memoryThreads(state),
    outbox: memoryOutbox(state),
    corrections: memoryCorrections(state),
    identities: memoryIdentities(state),
    people: memoryPeople(state),
    installations: memoryInstallations(state),
    forgetPlace: async (key) => forgetPlace(state, key),
    listen: async () => async () => {},
    ping: async () => {},
    close: async () => {},
  }
}

function forgetPlace(state: MemoryState, key: string): number {
  let removed = 0
  const drop = <T>(map: Map<string, T>, isOfPlace: (value: T) => boolean): void => {
    for (const [id, value] of map)
      if (isOfPlace(value)) {
        map.delete(id)
        state.leases.delete(joinKey("entry", id))
        removed += 1
      }
  }
  drop(state.watches, (watch) => placeKey(watch.place) === key)
  drop(state.places, (settings) => placeKey(settings.place) === key)
  drop(state.mutes, (mute) => mute.placeKey === key)
  drop(state.allowances, (allowance) => allowance.placeKey === key)
  drop(state.outbox, (entry) => placeKey(entry.place) === key)
  drop(state.cards, (card) => card.placeKey === key)
  drop(state.digestItems, (item) => placeKey(item.place) === key)
  return removed
}
