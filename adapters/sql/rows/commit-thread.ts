import type { Transaction } from "kysely"
import type { ThreadCommit } from "../../../src/index.ts"
import { placeKey } from "../../../src/index.ts"
import { UNLEASED } from "./claim.ts"
import type { Connection } from "../connection.ts"
import { toJson } from "./json.ts"
import { addToOutbox } from "./outbox-row.ts"
import type { Tables } from "../tables.ts"

// SQLite takes 32,766 values a statement, PostgreSQL 65,535; a row has three here.
const ROWS_A_STATEMENT = 5_000

/** A summary and the messages that tell its changes, in one transaction; nothing where the lease was lost. */
export function commitThread(connection: Connection, commit: ThreadCommit): Promise<boolean> {
  return connection.db.transaction().execute(async (tx) => {
    const held = await tx
      .selectFrom("threads")
      .select(["news_count", "news_since", "due_at"])
      .where("id", "=", commit.thread.id)
      .where("lease_owner", "=", commit.owner)
      .where("revision", "=", commit.thread.revision)
      .$if(connection.capabilities.isShared, (query) => query.forUpdate())
      .executeTakeFirst()
    if (held === undefined) return false
    // News that came while the thread was read keeps it due.
    const isCurrent = held.news_count === commit.thread.newsCount
    await tx
      .updateTable("threads")
      .set({
        summary: toJson(commit.summary),
        source: commit.thread.source,
        revision: commit.thread.revision + 1,
        looked_at: commit.at,
        news_since: isCurrent ? null : held.news_since,
        due_at: isCurrent ? (commit.nextDueAt ?? null) : held.due_at,
        ...UNLEASED,
      })
      .where("id", "=", commit.thread.id)
      .execute()
    await savePrints(tx, commit)
    await saveAddresses(tx, commit)
    await saveChanges(tx, commit)
    await addToOutbox(tx, commit.outbox, commit.at)
    if (commit.outbox.length > 0) await connection.notify(tx)
    return true
  })
}

async function savePrints(tx: Transaction<Tables>, { thread, prints, gone }: ThreadCommit): Promise<void> {
  const rows = prints.map(({ id, print }) => ({ thread_id: thread.id, id, print }))
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    await tx
      .insertInto("messages")
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .onConflict((conflict) =>
        conflict.columns(["thread_id", "id"]).doUpdateSet((eb) => ({ print: eb.ref("excluded.print") })),
      )
      .execute()
  if (gone.length > 0)
    await tx.deleteFrom("messages").where("thread_id", "=", thread.id).where("id", "in", gone).execute()
}

async function saveAddresses(tx: Transaction<Tables>, { thread, summary }: ThreadCommit): Promise<void> {
  const known = new Set(thread.summary?.participants.flatMap((participant) => participant.addresses))
  const rows = [...new Set(summary.participants.flatMap((participant) => participant.addresses))]
    .filter((address) => !known.has(address))
    .map((address) => ({ thread_id: thread.id, address }))
  if (rows.length > 0)
    await tx
      .insertInto("thread_addresses")
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function saveChanges(tx: Transaction<Tables>, commit: ThreadCommit): Promise<void> {
  const { thread, at, changes } = commit
  if (changes.length > 0)
    await tx
      .insertInto("changes")
      .values({ thread_id: thread.id, revision: thread.revision + 1, at, changes: toJson(changes) })
      .execute()
  for (const item of commit.digest)
    await tx
      .insertInto("digest_items")
      .values({
        id: item.id,
        place_key: placeKey(item.place),
        place: toJson(item.place),
        thread_id: item.threadId,
        changes: toJson(item.changes),
        at: item.at,
      })
      .execute()
}
