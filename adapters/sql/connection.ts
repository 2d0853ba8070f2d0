import type { Kysely, Transaction } from "kysely"
import type { StoreCapabilities } from "../../src/index.ts"
import type { LeaseClock } from "./rows/claim.ts"
import type { Tables } from "./tables.ts"

/** An open database: what the roles of the store are built on. */
export interface Connection {
  readonly db: Kysely<Tables>
  readonly capabilities: StoreCapabilities
  readonly leaseClock: LeaseClock
  /** Inside the transaction that made something due: wakes other processes once it is through. */
  readonly notify: (tx: Transaction<Tables>) => Promise<void>
  readonly listen: (wake: () => void) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}
