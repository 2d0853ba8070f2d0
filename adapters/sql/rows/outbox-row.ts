import type { Transaction } from "kysely"
import type { OutboxDraft, OutboxEntry } from "../../../src/index.ts"
import { placeKey } from "../../../src/index.ts"
import { UNLEASED } from "./claim.ts"
import { fromJson, present, toJson } from "./json.ts"
import type { OutboxRow, Tables } from "../tables.ts"
import { isThreadId } from "./thread-id.ts"

/** Puts drafts into the outbox; a pending card of the same lane that nobody holds already stands for a new one. */
export async function addToOutbox(tx: Transaction<Tables>, drafts: readonly OutboxDraft[], at: string): Promise<void> {
  for (const draft of drafts) {
    if (draft.content.kind === "card") {
      const waiting = await tx
        .selectFrom("outbox")
        .select("id")
        .where("lane", "=", draft.lane)
        .where("state", "=", "pending")
        .where("kind", "=", "card")
        .where((or) => or.or([or("lease_until", "is", null), or("lease_until", "<=", at)]))
        .executeTakeFirst()
      if (waiting !== undefined) continue
    }
    await tx.insertInto("outbox").values(toRow(draft)).execute()
  }
}

function toRow(draft: OutboxDraft): OutboxRow {
  return {
    id: draft.id,
    lane: draft.lane,
    position: draft.position,
    place_key: placeKey(draft.place),
    place: toJson(draft.place),
    thread_id: draft.threadId ?? null,
    kind: draft.content.kind,
    content: toJson(draft.content),
    due_at: draft.dueAt,
    state: "pending",
    attempts: 0,
    post_id: null,
    reason: null,
    ...UNLEASED,
  }
}

/** A row as the watch knows it. */
export function toEntry(row: OutboxRow): OutboxEntry {
  return {
    id: row.id,
    lane: row.lane,
    position: row.position,
    place: fromJson(row.place),
    threadId: row.thread_id !== null && isThreadId(row.thread_id) ? row.thread_id : undefined,
    content: fromJson(row.content),
    dueAt: row.due_at,
    state: row.state === "done" ? "done" : row.state === "given-up" ? "given-up" : "pending",
    attempts: row.attempts,
    postId: present(row.post_id),
    reason: present(row.reason),
  }
}
