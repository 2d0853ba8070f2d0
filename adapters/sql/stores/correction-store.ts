import type { CorrectionStore } from "../../../src/index.ts"
import type { Connection } from "../connection.ts"
import { fromJson, present, toJson } from "../rows/json.ts"

export function createCorrectionStore({ db }: Connection): CorrectionStore {
  return {
    async add({ id, threadId, content, by, byName, at }) {
      await db
        .insertInto("corrections")
        .values({
          id,
          thread_id: threadId,
          content: toJson(content),
          by,
          by_name: byName,
          at,
          undone_by: null,
          undone_at: null,
        })
        .execute()
    },
    async ofThread(threadId) {
      const rows = await db
        .selectFrom("corrections")
        .selectAll()
        .where("thread_id", "=", threadId)
        .orderBy("at")
        .orderBy("id")
        .execute()
      return rows.map((row) => ({
        id: row.id,
        threadId,
        content: fromJson(row.content),
        by: row.by,
        byName: row.by_name,
        at: row.at,
        undoneBy: present(row.undone_by),
        undoneAt: present(row.undone_at),
      }))
    },
    async undo(id, by, at) {
      const result = await db
        .updateTable("corrections")
        .set({ undone_by: by, undone_at: at })
        .where("id", "=", id)
        .where("undone_at", "is", null)
        .executeTakeFirst()
      return result.numUpdatedRows > 0n
    },
  }
}
