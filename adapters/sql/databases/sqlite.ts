import { mkdirSync } from "node:fs"
import { join } from "node:path"
import Database from "better-sqlite3"
import { Kysely, SqliteDialect } from "kysely"
import { AppError } from "../../../src/index.ts"
import { HANDED_CLOCK, UNLEASED } from "../rows/claim.ts"
import type { Connection } from "../connection.ts"
import { readSignature, signFolder } from "./folder-lock.ts"
import { keepStatements } from "./kept-statements.ts"
import { migrate } from "../migrations.ts"
import type { Tables } from "../tables.ts"

/** The embedded database: one file in a folder, for one process. */
export async function openSqlite(folder: string): Promise<Connection> {
  const file = openFile(folder)
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: keepStatements(file) }) })
  const unsign = signFolder(folder)
  await migrate(db)
  await freeLeases(db)
  return {
    db,
    capabilities: { isShared: false, canListen: false },
    leaseClock: HANDED_CLOCK,
    notify: async () => {},
    listen: async () => async () => {},
    close: async () => {
      await db.destroy()
      unsign()
    },
  }
}

// We are the only process: whoever held anything is dead.
async function freeLeases(db: Kysely<Tables>): Promise<void> {
  for (const table of ["sources", "threads", "outbox"] as const)
    await db.updateTable(table).set(UNLEASED).where("lease_owner", "is not", null).execute()
}

function openFile(folder: string): Database.Database {
  try {
    mkdirSync(folder, { recursive: true })
    const file = new Database(join(folder, "standpoint.db"), { timeout: 0 })
    // The kernel gives an exclusive lock back when the process dies, whatever way: no stale lock is ever left.
    file.pragma("locking_mode = EXCLUSIVE")
    file.pragma("journal_mode = WAL")
    file.pragma("synchronous = FULL")
    file.exec("begin immediate; commit")
    return file
  } catch (error) {
    throw toAppError(error, folder)
  }
}

function toAppError(error: unknown, folder: string): AppError {
  if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
    const holder = readSignature(folder)
    return new AppError(
      "store-locked",
      `Cannot open the store in "${folder}": process ${holder ?? "unknown"} holds it`,
      {
        hint: "Ask the running bot instead, stop it first, or set DATABASE_URL so that several processes can share a store",
        cause: error,
      },
    )
  }
  return new AppError("store-unreadable", `Cannot open the store in "${folder}": no usable database there`, {
    hint: "Set STANDPOINT_DATA to a folder that can be written, or put a back-up of standpoint.db there",
    cause: error,
  })
}
