import type { ThreadId } from "../../model/thread.ts"
import type { Correction } from "../correction.ts"
import type { FollowedSource } from "../followed-source.ts"
import type { DigestItem, FollowedThread, LoggedChanges } from "../followed-thread.ts"
import type { CardPost, OutboxEntry } from "../outbox.ts"
import type { TiedIdentity, Veto } from "../people.ts"
import type { Allowance, Mute, PlaceSettings, Watch } from "../watch.ts"

export interface Lease {
  readonly owner: string
  readonly until: string
}

/** Everything that the memory store holds: one map a kind, values replaced and never changed. */
export interface MemoryState {
  readonly watches: Map<string, Watch>
  readonly places: Map<string, PlaceSettings>
  readonly mutes: Map<string, Mute>
  readonly allowances: Map<string, Allowance>
  readonly sources: Map<string, FollowedSource>
  readonly threads: Map<ThreadId, FollowedThread>
  /** By thread, then by message. */
  readonly prints: Map<ThreadId, Map<string, string>>
  readonly log: Map<ThreadId, readonly LoggedChanges[]>
  readonly outbox: Map<string, OutboxEntry>
  readonly cards: Map<string, CardPost>
  readonly digestItems: Map<string, DigestItem>
  readonly corrections: Map<string, Correction>
  readonly identities: Map<string, TiedIdentity>
  readonly mentions: Map<string, boolean>
  readonly listings: Map<string, readonly string[]>
  readonly looks: Map<string, Map<ThreadId, number>>
  readonly vetoes: Map<string, Veto>
  readonly installations: Map<string, string>
  /** By kind and id of the row: `thread mail:a@b`. */
  readonly leases: Map<string, Lease>
}

export function emptyState(): MemoryState {
  return {
    watches: new Map(),
    places: new Map(),
    mutes: new Map(),
    allowances: new Map(),
    sources: new Map(),
    threads: new Map(),
    prints: new Map(),
    log: new Map(),
    outbox: new Map(),
    cards: new Map(),
    digestItems: new Map(),
    corrections: new Map(),
    identities: new Map(),
    mentions: new Map(),
    listings: new Map(),
    looks: new Map(),
    vetoes: new Map(),
    installations: new Map(),
    leases: new Map(),
  }
}

/** Several words as one key. */
export function joinKey(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}

export function sortBy<T>(values: Iterable<T>, key: (value: T) => string): readonly T[] {
  return [...values].toSorted((left, right) => (key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0))
}
