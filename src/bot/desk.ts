import type { Feed } from "../platform/feed.ts"
import type { Platform } from "../platform/platform.ts"
import type { ThreadSource } from "../platform/sources/thread-source.ts"
import type { Store } from "../store/store.ts"

/** What the commands that remember something work with. */
export interface Desk {
  readonly store: Store
  readonly sources: readonly ThreadSource[]
  readonly feeds: readonly Feed[]
  readonly platforms: readonly Platform[]
  readonly newId: () => string
  /** Something is due now. */
  readonly wake: () => void
}
