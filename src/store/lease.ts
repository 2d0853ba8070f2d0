/**
 * How work is shared among replicas: whoever claims a row holds it until the lease ends, and may write it back
 * only while it still holds it. One that dies is taken over when its lease is over.
 */
export interface Claim {
  readonly now: Date
  /** The replica. */
  readonly owner: string
  readonly leaseMs: number
  readonly limit: number
}
