import type { Claim, FollowedSource, SourceStore } from "../../../src/index.ts"
import { leaseOf, renewLeases, UNLEASED } from "../rows/claim.ts"
import type { Connection } from "../connection.ts"
import { countRows, firstDue } from "../rows/counts.ts"
import { present } from "../rows/json.ts"
import { noteNews } from "../rows/news.ts"
import type { SourceRow } from "../tables.ts"

export function createSourceStore(connection: Connection): SourceStore {
  const { db } = connection
  return {
    async follow(source) {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto("sources")
          .values({ ...toRow(source), ...UNLEASED })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        await connection.notify(tx)
      })
    },
    async unfollowUnwatched() {
      const result = await db
        .deleteFrom("sources")
        .where((eb) =>
          eb.not(eb.exists(eb.selectFrom("watches").select("id").whereRef("watches.source", "=", "sources.source"))),
        )
        .executeTakeFirst()
      return Number(result.numDeletedRows)
    },
    async find(source) {
      const row = await db.selectFrom("sources").selectAll().where("source", "=", source).executeTakeFirst()
      return row === undefined ? undefined : toSource(row)
    },
    claimDue: (claim) => claimSources(connection, claim),
    makeDue: (source, now) => makeDue(source, now.toISOString(), connection),
    renew: (renewal) => renewLeases(connection, "sources", renewal),
    saveLook: (look) =>
      db.transaction().execute(async (tx) => {
        const result = await tx
          .updateTable("sources")
          .set({
            cursor: look.cursor ?? null,
            due_at: look.dueAt,
            failing_since: look.failingSince ?? null,
            is_failure_told: look.isFailureTold ? 1 : 0,
            ...UNLEASED,
          })
          .where("source", "=", look.source)
          .where("lease_owner", "=", look.owner)
          .executeTakeFirst()
        if (result.numUpdatedRows === 0n) return false
        await noteNews(tx, look.news)
        if (look.news.length > 0) await connection.notify(tx)
        return true
      }),
    nextDue: () => firstDue(db, "sources"),
    count: () => countRows(db, "sources"),
  }
}

async function makeDue(source: string, at: string, { db, notify }: Connection): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const found = await tx.selectFrom("sources").select("due_at").where("source", "=", source).executeTakeFirst()
    if (found === undefined) return false
    await tx.updateTable("sources").set({ due_at: at }).where("source", "=", source).where("due_at", ">", at).execute()
    await notify(tx)
    return true
  })
}

async function claimSources(connection: Connection, claim: Claim): Promise<readonly FollowedSource[]> {
  const { db, capabilities } = connection
  const { at, now, set } = leaseOf(claim, connection)
  const rows = await db
    .with("due", (cte) => {
      const due = cte
        .selectFrom("sources")
        .select("source")
        .where("due_at", "<=", at)
        .where((or) => or.or([or("lease_until", "is", null), or("lease_until", "<=", now)]))
        .orderBy("due_at")
        .limit(claim.limit)
      return capabilities.isShared ? due.forUpdate().skipLocked() : due
    })
    .updateTable("sources")
    .set(set)
    .where("source", "in", (eb) => eb.selectFrom("due").select("due.source"))
    .returningAll()
    .execute()
  return rows.map(toSource)
}

function toRow(source: FollowedSource): Omit<SourceRow, "lease_owner" | "lease_until"> {
  return {
    source: source.source,
    scope: source.scope,
    cursor: source.cursor ?? null,
    due_at: source.dueAt,
    failing_since: source.failingSince ?? null,
    is_failure_told: source.isFailureTold ? 1 : 0,
  }
}

function toSource(row: SourceRow): FollowedSource {
  return {
    source: row.source,
    scope: row.scope === "feed" ? "feed" : "thread",
    cursor: present(row.cursor),
    dueAt: row.due_at,
    failingSince: present(row.failing_since),
    isFailureTold: row.is_failure_told === 1,
  }
}
