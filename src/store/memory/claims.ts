import type { Claim, Renewal } from "../lease.ts"
import type { MemoryState } from "./state.ts"
import { joinKey, sortBy } from "./state.ts"

type Kind = "source" | "thread" | "entry"

/** Claims what is due and free, the longest due first. */
export function claimRows<T extends { readonly dueAt?: string | undefined }>(
  state: MemoryState,
  kind: Kind,
  rows: Iterable<readonly [string, T]>,
  { now, owner, leaseMs, limit }: Claim,
): readonly T[] {
  const at = now.toISOString()
  const due = [...rows].filter(([id, row]) => row.dueAt !== undefined && row.dueAt <= at && isFree(state, kind, id, at))
  const claimed = sortBy(due, ([, row]) => row.dueAt ?? "").slice(0, limit)
  const until = new Date(now.getTime() + leaseMs).toISOString()
  for (const [id] of claimed) state.leases.set(joinKey(kind, id), { owner, until })
  return claimed.map(([, row]) => row)
}

export function renewLeases(state: MemoryState, kind: Kind, { ids, now, owner, leaseMs }: Renewal): void {
  const until = new Date(now.getTime() + leaseMs).toISOString()
  for (const id of ids) if (isHeld(state, kind, id, owner)) state.leases.set(joinKey(kind, id), { owner, until })
}

export function isFree(state: MemoryState, kind: Kind, id: string, at: string): boolean {
  const lease = state.leases.get(joinKey(kind, id))
  return lease === undefined || lease.until <= at
}

/** Whether this replica holds the row; as in the databases, a lease that is over and that nobody took counts. */
export function isHeld(state: MemoryState, kind: Kind, id: string, owner: string): boolean {
  return state.leases.get(joinKey(kind, id))?.owner === owner
}

export function endLease(state: MemoryState, kind: Kind, id: string): void {
  state.leases.delete(joinKey(kind, id))
}
