import type { WatcherParts } from "./watcher-parts.ts"

/** What this replica works on just now: its leases are renewed for as long as it does. */
export interface Holding {
  /** Works on a claimed row, which is held until the work ends. */
  during(role: Role, id: string, work: () => Promise<void>): Promise<void>
  /** Renews, where it is time to; never says that there is more to do. */
  renew(): Promise<boolean>
}

type Role = "sources" | "threads" | "outbox"

// Two renewals may go wrong before a lease is lost.
const RENEWALS_A_LEASE = 3

export function createHolding({
  store,
  clock,
  owner,
  settings,
}: Pick<WatcherParts, "store" | "clock" | "owner" | "settings">): Holding {
  const held: Readonly<Record<Role, Set<string>>> = { sources: new Set(), threads: new Set(), outbox: new Set() }
  const { leaseMs } = settings
  let lastAt = clock.now().getTime()
  return {
    during: async (role, id, work) => {
      held[role].add(id)
      try {
        await work()
      } finally {
        held[role].delete(id)
      }
    },
    renew: async () => {
      const now = clock.now()
      if (now.getTime() - lastAt < leaseMs / RENEWALS_A_LEASE) return false
      lastAt = now.getTime()
      for (const role of ["sources", "threads", "outbox"] as const)
        if (held[role].size > 0) await store[role].renew({ ids: [...held[role]], now, owner, leaseMs })
      return false
    },
  }
}
