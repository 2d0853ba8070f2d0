/** What a replica works on, to be held for longer. */
export interface Renewal {
  readonly ids: readonly string[]
  readonly now: Date
  readonly owner: string
  readonly leaseMs: number
}

/**
 * How work is shared among replicas: whoever claims a row holds it until the lease ends, and may write it back
 * only while it still holds it. One that works renews its leases; one that dies is taken over when they are over.
 * Leases are compared by the clock of the store where several replicas share it, else by `now`.
 */
export interface Claim {
  readonly now: Date
  /** The replica. */
  readonly owner: string
  readonly leaseMs: number
  readonly limit: number
}
