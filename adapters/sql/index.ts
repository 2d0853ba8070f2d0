import { openPostgres } from "./databases/postgres.ts"
import { createSqlStore } from "./sql-store.ts"
import type { SqlStore } from "./sql-store.ts"
import { openSqlite } from "./databases/sqlite.ts"

export type { SqlStore } from "./sql-store.ts"
export type { StoreReport } from "./transfer.ts"

/** The embedded store: one SQLite file in a folder, for one process. */
export async function openEmbeddedStore(folder: string): Promise<SqlStore> {
  return createSqlStore(await openSqlite(folder))
}

/** The served store: a PostgreSQL that any number of replicas share. */
export async function openServedStore(url: string): Promise<SqlStore> {
  return createSqlStore(await openPostgres(url))
}
