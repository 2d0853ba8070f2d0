import type { CorrectionStore } from "../correction.ts"
import type { IdentityStore, InstallationStore, PeopleStore } from "../people.ts"
import type { MemoryState } from "./state.ts"
import { joinKey, sortBy } from "./state.ts"

export function memoryCorrections(state: MemoryState): CorrectionStore {
  return {
    async add(correction) {
      state.corrections.set(correction.id, correction)
    },
    ofThread: async (threadId) =>
      sortBy(
        [...state.corrections.values()].filter((one) => one.threadId === threadId),
        (one) => joinKey(one.at, one.id),
      ),
    async undo(id, by, at) {
      const correction = state.corrections.get(id)
      if (correction === undefined || correction.undoneAt !== undefined) return false
      state.corrections.set(id, { ...correction, undoneBy: by, undoneAt: at })
      return true
    },
  }
}

export function memoryIdentities(state: MemoryState): IdentityStore {
  return {
    async tie(identity) {
      state.identities.set(joinKey(identity.personKey, identity.address), identity)
    },
    async untie(personKey) {
      for (const [key, identity] of state.identities) if (identity.personKey === personKey) state.identities.delete(key)
    },
    ofPerson: async (personKey) =>
      sortBy(
        [...state.identities.values()].filter((one) => one.personKey === personKey),
        (one) => one.address,
      ),
    ofAddresses: async (addresses) =>
      sortBy(
        [...state.identities.values()].filter((one) => addresses.includes(one.address)),
        (one) => one.personKey,
      ),
  }
}

export function memoryPeople(state: MemoryState): PeopleStore {
  return {
    wantsMentions: async (personKey) => state.mentions.get(personKey) ?? false,
    async saveMentions(personKey, wants) {
      state.mentions.set(personKey, wants)
    },
    looks: async (personKey) => new Map(state.looks.get(personKey)),
    async saveLooks(personKey, looks) {
      state.looks.set(personKey, new Map([...(state.looks.get(personKey) ?? []), ...looks]))
    },
    listing: async (personKey) => state.listings.get(personKey) ?? [],
    async saveListing(personKey, items) {
      state.listings.set(personKey, items)
    },
    vetoes: async (threadId) =>
      sortBy(
        [...state.vetoes.values()].filter((veto) => veto.threadId === threadId),
        (veto) => veto.by,
      ),
    async addVeto(veto) {
      const key = joinKey(veto.threadId, veto.by)
      if (!state.vetoes.has(key)) state.vetoes.set(key, veto)
    },
    removeVeto: async (threadId, by) => state.vetoes.delete(joinKey(threadId, by)),
    async forget({ personKeys, addresses }) {
      let removed = 0
      for (const [key, identity] of state.identities)
        if (personKeys.includes(identity.personKey) || addresses.includes(identity.address)) {
          state.identities.delete(key)
          removed += 1
        }
      for (const [id, correction] of state.corrections)
        if (personKeys.includes(correction.by)) {
          state.corrections.delete(id)
          removed += 1
        }
      for (const personKey of personKeys) {
        removed += state.looks.get(personKey)?.size ?? 0
        state.looks.delete(personKey)
        const isKnown = state.mentions.has(personKey) || state.listings.has(personKey)
        if (isKnown) removed += 1
        state.mentions.delete(personKey)
        state.listings.delete(personKey)
      }
      return removed
    },
  }
}

export function memoryInstallations(state: MemoryState): InstallationStore {
  return {
    async save(id, data) {
      state.installations.set(id, data)
    },
    find: async (id) => state.installations.get(id),
    remove: async (id) => state.installations.delete(id),
    ids: async () => [...state.installations.keys()].toSorted(),
  }
}
