import { join } from "node:path"
import Database from "better-sqlite3"
import { Kysely, PostgresDialect, SqliteDialect, sql } from "kysely"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedStore, openServedStore } from "../../../adapters/sql/index.ts"
import { MIGRATIONS, migrate } from "../../../adapters/sql/migrations.ts"
import type { Tables } from "../../../adapters/sql/tables.ts"
import { aFolder } from "../../support/a-file.ts"
import { hasPostgres, startPostgres } from "../../support/postgres.ts"
import type { Postgres } from "../../support/postgres.ts"

const earlier = MIGRATIONS.map((_, version) => version)

describe("migrations", () => {
  it.each(earlier)("lead an embedded store of version %i to the newest with nothing lost", async (version) => {
    const folder = aFolder()
    const old = new Kysely<Tables>({
      dialect: new SqliteDialect({ database: new Database(join(folder, "standpoint.db")) }),
    })
    await migrate(old, version)
    if (version > 0) await addSource(old)
    await old.destroy()

    const store = await openEmbeddedStore(folder)
    const report = await store.check()

    expect(report).toMatchObject({ version: MIGRATIONS.length, problems: [] })
    expect(await store.sources.count()).toBe(version > 0 ? 1 : 0)
    await store.close()
  })
})

describe.runIf(hasPostgres())("migrations on PostgreSQL", () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => {
    postgres.stop()
  })

  it.each(earlier)("lead a served store of version %i to the newest with nothing lost", async (version) => {
    const url = await postgres.createDatabase()
    const old = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url }) }) })
    await migrate(old, version)
    if (version > 0) await addSource(old)
    await old.destroy()

    const store = await openServedStore(url)

    expect(await store.check()).toMatchObject({ version: MIGRATIONS.length, problems: [] })
    expect(await store.sources.count()).toBe(version > 0 ? 1 : 0)
    await store.close()
  })

  it("run once where several replicas start together", async () => {
    const url = await postgres.createDatabase()

    const stores = await Promise.all([openServedStore(url), openServedStore(url), openServedStore(url)])

    expect((await stores[0].check()).problems).toEqual([])
    await Promise.all(stores.map((store) => store.close()))
  })
})

async function addSource(db: Kysely<Tables>): Promise<void> {
  await sql`insert into sources (source, scope, due_at, is_failure_told) values ('nntp:a', 'feed', '2026-11-24', 0)`.execute(
    db,
  )
}
