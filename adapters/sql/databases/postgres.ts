import { Kysely, PostgresDialect, sql } from "kysely"
import pg from "pg"
import { AppError } from "../../../src/index.ts"
import type { LeaseClock } from "../rows/claim.ts"
import type { Connection } from "../connection.ts"
import { migrate } from "../migrations.ts"
import type { Tables } from "../tables.ts"

const CHANNEL = "standpoint"
// Two replicas that start together would both create the tables; one waits here for the other.
const MIGRATION_LOCK = 7_361_526
// A listener whose connection broke tries again after this.
const LISTEN_AGAIN_MS = 1_000

// As JavaScript writes times, so that they compare with what is in the tables.
const ISO_FORMAT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
const DATABASE_CLOCK: LeaseClock = {
  now: () => sql<string>`to_char(clock_timestamp() at time zone 'utc', ${sql.lit(ISO_FORMAT)})`,
  after: (_, ms) =>
    sql<string>`to_char((clock_timestamp() + ${ms} * interval '1 millisecond') at time zone 'utc', ${sql.lit(ISO_FORMAT)})`,
}

/** A PostgreSQL that any number of replicas share. */
export async function openPostgres(url: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 5_000 })
  // A pooled connection that breaks while idle: the next query opens another one and fails by itself if it must.
  pool.on("error", () => {})
  // One that breaks between two queries of a transaction: the query that comes next fails, and says so.
  pool.on("connect", (client) => {
    client.on("error", () => {})
  })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await migrateOnce(pool, db)
  } catch (error) {
    await db.destroy()
    throw new AppError("store-unreadable", `Cannot open the store at "${withoutPassword(url)}": it does not answer`, {
      hint: "Look whether PostgreSQL runs, and whether DATABASE_URL names an existing database and user",
      cause: error,
    })
  }
  return {
    db,
    capabilities: { isShared: true, canListen: true },
    leaseClock: DATABASE_CLOCK,
    notify: async (tx) => {
      await sql`select pg_notify(${CHANNEL}, '')`.execute(tx)
    },
    listen: (wake) => listenAt(url, wake),
    close: () => db.destroy(),
  }
}

async function migrateOnce(pool: pg.Pool, db: Kysely<Tables>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK])
    await migrate(db)
    await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK])
  } finally {
    client.release()
  }
}

/** Listens for as long as it is not stopped: a broken connection is opened again, with a wake for what was missed. */
async function listenAt(url: string, wake: () => void): Promise<() => Promise<void>> {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client = next
    let isOver = false
    const again = (): void => {
      if (isOver) return
      isOver = true
      next.end().catch(() => {})
      if (!isStopped) timer = setTimeout(() => void connect(), LISTEN_AGAIN_MS)
    }
    next.on("error", again)
    next.on("end", again)
    next.on("notification", wake)
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      wake()
    } catch {
      again()
    }
  }
  await connect()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}

function withoutPassword(url: string): string {
  return url.replace(/:[^:@/]*@/, ":…@")
}
