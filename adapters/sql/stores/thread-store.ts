import type { Transaction } from "kysely"
import type { FollowedThread, LoggedChanges, ThreadId, ThreadStore } from "../../../src/index.ts"
import { commitThread } from "../rows/commit-thread.ts"
import { leaseOf, renewLeases, UNLEASED } from "../rows/claim.ts"
import type { Connection } from "../connection.ts"
import { countRows, firstDue } from "../rows/counts.ts"
import { fromJson, present, toJson } from "../rows/json.ts"
import { noteNews } from "../rows/news.ts"
import type { Tables, ThreadRow } from "../tables.ts"
import { isThreadId, THREAD_TABLES } from "../rows/thread-id.ts"

export function createThreadStore(connection: Connection): ThreadStore {
  const { db } = connection
  return {
    async find(id) {
      return (await withFeeds(db, await db.selectFrom("threads").selectAll().where("id", "=", id).execute()))[0]
    },
    async ofSources(sources) {
      if (sources.length === 0) return []
      const rows = await db
        .selectFrom("threads")
        .selectAll()
        .where("id", "in", (eb) => eb.selectFrom("thread_feeds").select("thread_id").where("feed", "in", sources))
        .orderBy("id")
        .execute()
      return withFeeds(db, rows)
    },
    async ofMessages(messageIds) {
      if (messageIds.length === 0) return new Map()
      const rows = await db
        .selectFrom("messages")
        .select(["id", "thread_id"])
        .where("id", "in", messageIds)
        .orderBy("thread_id")
        .execute()
      return new Map(rows.flatMap((row) => (isThreadId(row.thread_id) ? [[row.id, row.thread_id]] : [])))
    },
    async ofParticipant(address) {
      const rows = await db
        .selectFrom("threads")
        .selectAll()
        .where("id", "in", (eb) => eb.selectFrom("thread_addresses").select("thread_id").where("address", "=", address))
        .orderBy("id")
        .execute()
      return withFeeds(db, rows)
    },
    async prints(id) {
      const rows = await db.selectFrom("messages").select(["id", "print"]).where("thread_id", "=", id).execute()
      return new Map(rows.map((row) => [row.id, row.print]))
    },
    noteNews: (news) =>
      db.transaction().execute(async (tx) => {
        await noteNews(tx, news)
        await connection.notify(tx)
      }),
    commit: (commit) => commitThread(connection, commit),
    ...leaseMethods(connection),
    ...logMethods(db),
    remove: (id) => db.transaction().execute((tx) => removeThread(tx, id)),
    nextDue: () => firstDue(db, "threads"),
    count: () => countRows(db, "threads"),
  }
}

function leaseMethods(connection: Connection): Pick<ThreadStore, "claimDue" | "renew" | "release" | "rename"> {
  const { db, capabilities } = connection
  return {
    renew: (renewal) => renewLeases(connection, "threads", renewal),
    async claimDue(claim) {
      const { at, now, set } = leaseOf(claim, connection)
      const rows = await db
        .with("due", (cte) => {
          const due = cte
            .selectFrom("threads")
            .select("id")
            .where("due_at", "<=", at)
            .where((or) => or.or([or("lease_until", "is", null), or("lease_until", "<=", now)]))
            .orderBy("due_at")
            .limit(claim.limit)
          return capabilities.isShared ? due.forUpdate().skipLocked() : due
        })
        .updateTable("threads")
        .set(set)
        .where("id", "in", (eb) => eb.selectFrom("due").select("due.id"))
        .returningAll()
        .execute()
      return withFeeds(db, rows)
    },
    async release(id, owner, dueAt) {
      await db
        .updateTable("threads")
        .set({ ...UNLEASED, due_at: dueAt ?? null })
        .where("id", "=", id)
        .where("lease_owner", "=", owner)
        .execute()
    },
    rename: (id, to, owner) =>
      db.transaction().execute(async (tx) => {
        const held = await tx
          .selectFrom("threads")
          .selectAll()
          .where("id", "=", id)
          .where("lease_owner", "=", owner)
          .executeTakeFirst()
        if (held === undefined) return false
        await moveThread(tx, held, to)
        return true
      }),
  }
}

/** The thread under its new id is due at once: whoever claims it next finds the news of both. */
async function moveThread(tx: Transaction<Tables>, held: ThreadRow, to: ThreadId): Promise<void> {
  const feeds = await tx.selectFrom("thread_feeds").select("feed").where("thread_id", "=", held.id).execute()
  const messages = await tx.selectFrom("messages").select(["id", "print"]).where("thread_id", "=", held.id).execute()
  const due = held.due_at ?? held.news_since
  await tx
    .insertInto("threads")
    .values({ ...held, ...UNLEASED, id: to, summary: null, revision: 0 })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({ due_at: due, news_count: eb("threads.news_count", "+", 1) })),
    )
    .execute()
  const row = { thread_id: to }
  for (const { feed } of feeds)
    await tx
      .insertInto("thread_feeds")
      .values({ ...row, feed })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const message of messages)
    await tx
      .insertInto("messages")
      .values({ ...row, ...message })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await removeThread(tx, held.id)
}

function logMethods(db: Connection["db"]): Pick<ThreadStore, "log" | "rewriteLog"> {
  return {
    async log(id, afterRevision) {
      const rows = await db
        .selectFrom("changes")
        .selectAll()
        .where("thread_id", "=", id)
        .where("revision", ">", afterRevision)
        .orderBy("revision")
        .execute()
      return rows.map((row): LoggedChanges => ({
        threadId: id,
        revision: row.revision,
        at: row.at,
        changes: fromJson(row.changes),
      }))
    },
    async rewriteLog({ threadId, revision, changes }) {
      await db
        .updateTable("changes")
        .set({ changes: toJson(changes) })
        .where("thread_id", "=", threadId)
        .where("revision", "=", revision)
        .execute()
    },
  }
}

async function removeThread(tx: Transaction<Tables>, id: string): Promise<boolean> {
  for (const table of THREAD_TABLES) await tx.deleteFrom(table).where("thread_id", "=", id).execute()
  const result = await tx.deleteFrom("threads").where("id", "=", id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

async function withFeeds(db: Connection["db"], rows: readonly ThreadRow[]): Promise<readonly FollowedThread[]> {
  if (rows.length === 0) return []
  const feeds = await db
    .selectFrom("thread_feeds")
    .selectAll()
    .where(
      "thread_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("feed")
    .execute()
  return rows.flatMap((row) => {
    if (!isThreadId(row.id)) return []
    return [
      toThread(
        row,
        row.id,
        feeds.filter((feed) => feed.thread_id === row.id).map((feed) => feed.feed),
      ),
    ]
  })
}

function toThread(row: ThreadRow, id: ThreadId, feeds: readonly string[]): FollowedThread {
  return {
    id,
    source: row.source,
    feeds,
    summary: row.summary === null ? undefined : fromJson(row.summary),
    revision: row.revision,
    lookedAt: present(row.looked_at),
    newsSince: present(row.news_since),
    newsCount: row.news_count,
    dueAt: present(row.due_at),
  }
}
