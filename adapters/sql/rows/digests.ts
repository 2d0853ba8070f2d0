import type { DigestItem, OutboxStore } from "../../../src/index.ts"
import type { Connection } from "../connection.ts"
import { fromJson, toJson } from "./json.ts"
import { addToOutbox } from "./outbox-row.ts"
import type { DigestItemRow } from "../tables.ts"
import { isThreadId } from "./thread-id.ts"

type DigestMethods = Pick<OutboxStore, "dueDigests" | "takeDigest" | "digestItems" | "rewriteDigestItem">

export function digestMethods(connection: Connection): DigestMethods {
  const { db } = connection
  return {
    async dueDigests(now) {
      const rows = await db
        .selectFrom("places")
        .select("place_key")
        .where("digest_due_at", "<=", now.toISOString())
        .execute()
      return rows.map((row) => row.place_key)
    },
    takeDigest: ({ placeKey, dueAt, nextDueAt, build }) =>
      db.transaction().execute(async (tx) => {
        const taken = await tx
          .updateTable("places")
          .set({ digest_due_at: nextDueAt })
          .where("place_key", "=", placeKey)
          .where("digest_due_at", "=", dueAt)
          .executeTakeFirst()
        if (taken.numUpdatedRows === 0n) return false
        const rows = await tx.deleteFrom("digest_items").where("place_key", "=", placeKey).returningAll().execute()
        const items = rows
          .flatMap(toItem)
          .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
        const draft = build(items)
        if (draft !== undefined) await addToOutbox(tx, [draft], dueAt)
        await connection.notify(tx)
        return true
      }),
    async digestItems(threadId) {
      const rows = await db
        .selectFrom("digest_items")
        .selectAll()
        .where("thread_id", "=", threadId)
        .orderBy("at")
        .execute()
      return rows.flatMap(toItem)
    },
    async rewriteDigestItem(item) {
      await db
        .updateTable("digest_items")
        .set({ changes: toJson(item.changes) })
        .where("id", "=", item.id)
        .execute()
    },
  }
}

function toItem(row: DigestItemRow): readonly DigestItem[] {
  if (!isThreadId(row.thread_id)) return []
  return [
    { id: row.id, place: fromJson(row.place), threadId: row.thread_id, changes: fromJson(row.changes), at: row.at },
  ]
}
