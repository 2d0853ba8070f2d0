import type { Kysely, Transaction } from "kysely"
import type { CardPost, Claim, OutboxStore } from "../../../src/index.ts"
import { leaseOf, renewLeases, UNLEASED } from "../rows/claim.ts"
import type { Connection } from "../connection.ts"
import { digestMethods } from "../rows/digests.ts"
import { present, toJson } from "../rows/json.ts"
import { addToOutbox, toEntry } from "../rows/outbox-row.ts"
import type { OutboxRow, Tables } from "../tables.ts"

export function createOutboxStore(connection: Connection): OutboxStore {
  const { db } = connection
  return {
    add: (drafts, now) =>
      db.transaction().execute(async (tx) => {
        await addToOutbox(tx, drafts, now.toISOString())
        await connection.notify(tx)
      }),
    ...deliveryMethods(connection),
    ...cardMethods(db),
    ...digestMethods(connection),
    async find(id) {
      const row = await db.selectFrom("outbox").selectAll().where("id", "=", id).executeTakeFirst()
      return row === undefined ? undefined : toEntry(row)
    },
    async ofThread(threadId) {
      const rows = await db
        .selectFrom("outbox")
        .selectAll()
        .where("thread_id", "=", threadId)
        .orderBy("position")
        .execute()
      return rows.map(toEntry)
    },
    async rewrite(id, content) {
      await db
        .updateTable("outbox")
        .set({ content: toJson(content) })
        .where("id", "=", id)
        .execute()
    },
    async backlog() {
      const row = await db
        .selectFrom("outbox")
        .select(({ fn }) => [fn.countAll().as("pending"), fn.min("due_at").as("oldest")])
        .where("state", "=", "pending")
        .executeTakeFirst()
      return { pending: Number(row?.pending ?? 0), oldestDueAt: present(row?.oldest ?? null) }
    },
    async nextDue() {
      const row = await db
        .selectFrom("outbox")
        .select(({ fn }) => fn.min("due_at").as("at"))
        .where("state", "=", "pending")
        .executeTakeFirst()
      return present(row?.at ?? null)
    },
    async prune(before) {
      const at = before.toISOString()
      const said = await db
        .deleteFrom("outbox")
        .where("state", "!=", "pending")
        .where("due_at", "<", at)
        .executeTakeFirst()
      await db.deleteFrom("changes").where("at", "<", at).execute()
      return Number(said.numDeletedRows)
    },
  }
}

function deliveryMethods(
  connection: Connection,
): Pick<OutboxStore, "claimDue" | "renew" | "done" | "later" | "giveUp"> {
  const { db } = connection
  return {
    renew: (renewal) => renewLeases(connection, "outbox", renewal),
    async claimDue(claim) {
      const rows = await claimHeads(connection, claim)
      return rows.map((row) => toEntry({ ...row, attempts: row.attempts - 1 }))
    },
    done: ({ id, owner, at, postId, card }) =>
      db.transaction().execute(async (tx) => {
        const held = await tx
          .selectFrom("outbox")
          .select("id")
          .where("id", "=", id)
          .where("lease_owner", "=", owner)
          .executeTakeFirst()
        if (held === undefined) return false
        if (card !== undefined) await saveCard(tx, card)
        const isStale = card !== undefined && (await revisionOf(tx, card.threadId)) > card.revision
        await tx
          .updateTable("outbox")
          .set(
            isStale
              ? { ...UNLEASED, due_at: at, attempts: 0 }
              : { ...UNLEASED, state: "done", post_id: postId ?? null },
          )
          .where("id", "=", id)
          .execute()
        return true
      }),
    async later({ id, owner, dueAt, reason, isUnsaid }) {
      await db
        .updateTable("outbox")
        .set((eb) => ({ ...UNLEASED, due_at: dueAt, reason, attempts: eb("attempts", "-", isUnsaid ? 1 : 0) }))
        .where("id", "=", id)
        .where("lease_owner", "=", owner)
        .execute()
    },
    async giveUp({ id, owner, reason }) {
      await db
        .updateTable("outbox")
        .set({ ...UNLEASED, state: "given-up", reason })
        .where("id", "=", id)
        .where("lease_owner", "=", owner)
        .execute()
    },
  }
}

/** Claims the first pending entry of each lane that is due. */
function claimHeads(connection: Connection, claim: Claim): Promise<OutboxRow[]> {
  const { db, capabilities } = connection
  const { at, now, set } = leaseOf(claim, connection)
  return db
    .with("due", (cte) => {
      const heads = cte
        .selectFrom("outbox as head")
        .select("head.id")
        .where("head.state", "=", "pending")
        .where("head.due_at", "<=", at)
        .where((or) => or.or([or("head.lease_until", "is", null), or("head.lease_until", "<=", now)]))
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom("outbox as first")
                .select("first.id")
                .whereRef("first.lane", "=", "head.lane")
                .where("first.state", "=", "pending")
                .whereRef("first.position", "<", "head.position"),
            ),
          ),
        )
        .orderBy("head.due_at")
        .limit(claim.limit)
      return capabilities.isShared ? heads.forUpdate().skipLocked() : heads
    })
    .updateTable("outbox")
    .set((eb) => ({ ...set, attempts: eb("attempts", "+", 1) }))
    .where("id", "in", (eb) => eb.selectFrom("due").select("due.id"))
    .returningAll()
    .execute()
}

function cardMethods(db: Kysely<Tables>): Pick<OutboxStore, "card" | "cards" | "dropCard"> {
  const toCard = (row: Tables["cards"], threadId: CardPost["threadId"]): CardPost => ({
    threadId,
    placeKey: row.place_key,
    postId: row.post_id,
    revision: row.revision,
  })
  return {
    async card(threadId, key) {
      const row = await db
        .selectFrom("cards")
        .selectAll()
        .where("thread_id", "=", threadId)
        .where("place_key", "=", key)
        .executeTakeFirst()
      return row === undefined ? undefined : toCard(row, threadId)
    },
    async cards(threadId) {
      const rows = await db
        .selectFrom("cards")
        .selectAll()
        .where("thread_id", "=", threadId)
        .orderBy("place_key")
        .execute()
      return rows.map((row) => toCard(row, threadId))
    },
    async dropCard(threadId, key) {
      await db.deleteFrom("cards").where("thread_id", "=", threadId).where("place_key", "=", key).execute()
    },
  }
}

async function saveCard(tx: Transaction<Tables>, card: CardPost): Promise<void> {
  const row = { thread_id: card.threadId, place_key: card.placeKey, post_id: card.postId, revision: card.revision }
  await tx
    .insertInto("cards")
    .values(row)
    .onConflict((conflict) => conflict.columns(["thread_id", "place_key"]).doUpdateSet(row))
    .execute()
}

async function revisionOf(tx: Transaction<Tables>, threadId: string): Promise<number> {
  const row = await tx.selectFrom("threads").select("revision").where("id", "=", threadId).executeTakeFirst()
  return row?.revision ?? 0
}
