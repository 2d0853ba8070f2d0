import type { Expression, Kysely } from "kysely"
import { sql } from "kysely"
import type { Claim, Renewal } from "../../../src/index.ts"
import type { Connection } from "../connection.ts"
import type { Tables } from "../tables.ts"

/**
 * The clock that leases are compared by. Replicas on several machines share the database's, so that one whose own
 * clock is wrong takes nothing away from the others; a process that is alone goes by the time it was handed.
 */
export interface LeaseClock {
  now(now: Date): Expression<string>
  after(now: Date, ms: number): Expression<string>
}

export const HANDED_CLOCK: LeaseClock = {
  now: (now) => sql<string>`${now.toISOString()}`,
  after: (now, ms) => sql<string>`${new Date(now.getTime() + ms).toISOString()}`,
}

/** What a claim writes into a row, and what it compares with. */
export function leaseOf(
  { now, owner, leaseMs }: Omit<Claim, "limit">,
  { leaseClock }: Pick<Connection, "leaseClock">,
): {
  /** For when a row is due. */
  readonly at: string
  /** For whether a lease is over. */
  readonly now: Expression<string>
  readonly set: { readonly lease_owner: string; readonly lease_until: Expression<string> }
} {
  return {
    at: now.toISOString(),
    now: leaseClock.now(now),
    set: { lease_owner: owner, lease_until: leaseClock.after(now, leaseMs) },
  }
}

/** Holds rows for longer that this replica still holds. */
export async function renewLeases(
  { db, leaseClock }: { readonly db: Kysely<Tables>; readonly leaseClock: LeaseClock },
  table: "sources" | "threads" | "outbox",
  renewal: Renewal,
): Promise<void> {
  const { ids, owner } = renewal
  if (ids.length === 0) return
  const { set } = leaseOf(renewal, { leaseClock })
  const key = sql.ref(table === "sources" ? "source" : "id")
  await db
    .updateTable(table)
    .set(set)
    .where("lease_owner", "=", owner)
    .where(sql<boolean>`${key} in (${sql.join(ids)})`)
    .execute()
}

/** What gives a row back. */
export const UNLEASED = { lease_owner: null, lease_until: null } as const
