import type { Claim } from "../../src/index.ts"

/** What a claim writes into a row, and what it compares with. */
export function leaseOf({ now, owner, leaseMs }: Claim): {
  readonly at: string
  readonly set: { readonly lease_owner: string; readonly lease_until: string }
} {
  return {
    at: now.toISOString(),
    set: { lease_owner: owner, lease_until: new Date(now.getTime() + leaseMs).toISOString() },
  }
}

/** What gives a row back. */
export const UNLEASED = { lease_owner: null, lease_until: null } as const
