import { sql } from "kysely"
import type { Store } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import type { Connection } from "./connection.ts"
import { createCorrectionStore } from "./stores/correction-store.ts"
import { createOutboxStore } from "./stores/outbox-store.ts"
import { createIdentityStore, createInstallationStore, createPeopleStore } from "./stores/people-stores.ts"
import { createSourceStore } from "./stores/source-store.ts"
import { createThreadStore } from "./stores/thread-store.ts"
import { checkStore, exportStore, importStore } from "./transfer.ts"
import type { StoreReport } from "./transfer.ts"
import { createWatchStore } from "./stores/watch-store.ts"

/** A store that can be looked over, and moved from one database to another. */
export interface SqlStore extends Store {
  check(): Promise<StoreReport>
  /** JSON lines. */
  export(): AsyncGenerator<string>
  import(lines: AsyncIterable<string>): Promise<number>
}

/** The roles of the store on an open database: the same queries on both. */
export function createSqlStore(connection: Connection): SqlStore {
  return {
    capabilities: connection.capabilities,
    watches: createWatchStore(connection),
    sources: createSourceStore(connection),
    threads: createThreadStore(connection),
    outbox: createOutboxStore(connection),
    corrections: createCorrectionStore(connection),
    identities: createIdentityStore(connection),
    people: createPeopleStore(connection),
    installations: createInstallationStore(connection),
    forgetPlace: (placeKey) => forgetPlace(connection, placeKey),
    listen: connection.listen,
    ping: () => ping(connection),
    check: () => checkStore(connection),
    export: () => exportStore(connection),
    import: (lines) => importStore(connection, lines),
    close: connection.close,
  }
}

function forgetPlace({ db }: Connection, placeKey: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    let removed = 0n
    for (const table of ["watches", "places", "mutes", "allowances", "outbox", "cards", "digest_items"] as const)
      removed += (await tx.deleteFrom(table).where("place_key", "=", placeKey).executeTakeFirst()).numDeletedRows
    return Number(removed)
  })
}

async function ping({ db }: Connection): Promise<void> {
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    throw new AppError("store-unreadable", "Cannot read the store: it does not answer", { cause: error })
  }
}
