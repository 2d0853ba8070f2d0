import type { Feed } from "../platform/feed.ts"
import type { Logger } from "../platform/logger.ts"
import type { Platform } from "../platform/platform.ts"
import type { ThreadSource } from "../platform/sources/thread-source.ts"
import type { Store } from "../store/store.ts"
import type { Clock } from "./clock.ts"
import type { WatchMeters } from "./meters.ts"

export interface WatchSettings {
  /** How long a thread must be quiet before its changes are told, and the longest that they wait. */
  readonly quietMs: number
  readonly latestMs: number
  /** How often a polled source is asked. */
  readonly pollMs: number
  /** The shortest time between two posts in one place; platforms allow about one a second. */
  readonly paceMs: number
  /** How long a replica may hold what it claimed: one that dies is taken over after this. */
  readonly leaseMs: number
  /** How long what was said is remembered. */
  readonly keepMs: number
}

export const DEFAULT_WATCH_SETTINGS: WatchSettings = {
  quietMs: 300_000,
  latestMs: 1_800_000,
  pollMs: 60_000,
  paceMs: 1_000,
  leaseMs: 60_000,
  keepMs: 90 * 86_400_000,
}

/** All that the watch needs, handed in. */
export interface WatcherParts {
  readonly store: Store
  readonly sources: readonly ThreadSource[]
  readonly feeds: readonly Feed[]
  readonly platforms: readonly Platform[]
  readonly clock: Clock
  /** Unique words of 25 characters at most. */
  readonly newId: () => string
  /** Names this replica in leases. */
  readonly owner: string
  readonly logger: Logger
  readonly meters: WatchMeters
  readonly settings: WatchSettings
}
