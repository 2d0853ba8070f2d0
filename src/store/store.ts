import type { CorrectionStore } from "./correction.ts"
import type { SourceStore } from "./followed-source.ts"
import type { ThreadStore } from "./followed-thread.ts"
import type { OutboxStore } from "./outbox.ts"
import type { IdentityStore, InstallationStore, PeopleStore } from "./people.ts"
import type { WatchStore } from "./watch.ts"

/** What one store can do and another cannot, as data. */
export interface StoreCapabilities {
  /** Several processes share it: rows are claimed past those that others hold. */
  readonly isShared: boolean
  /** Tells other processes that something is due; where false, `listen` never calls. */
  readonly canListen: boolean
}

/** What is remembered, by roles. */
export interface Store {
  readonly capabilities: StoreCapabilities
  readonly watches: WatchStore
  readonly sources: SourceStore
  readonly threads: ThreadStore
  readonly outbox: OutboxStore
  readonly corrections: CorrectionStore
  readonly identities: IdentityStore
  readonly people: PeopleStore
  readonly installations: InstallationStore
  /** Removes a place and everything said or to be said there. */
  forgetPlace(placeKey: string): Promise<number>
  /** Calls when another process has written something that is due. Gives what stops it. */
  listen(wake: () => void): Promise<() => Promise<void>>
  /** Throws `store-unreadable` where it does not answer: for health. */
  ping(): Promise<void>
  close(): Promise<void>
}
