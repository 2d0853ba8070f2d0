import type { Transaction } from "kysely"
import type { ThreadNews } from "../../../src/index.ts"
import { newsDueAt } from "../../../src/index.ts"
import { UNLEASED } from "./claim.ts"
import type { Tables } from "../tables.ts"

// The print of a message that was heard of and not yet read.
const UNREAD_PRINT = ""

/** Marks threads as due once their quiet period is over; one that is not known yet begins to be. */
export async function noteNews(tx: Transaction<Tables>, news: readonly ThreadNews[]): Promise<void> {
  for (const item of news) {
    await noteThread(tx, item)
    const feed = { thread_id: item.threadId, feed: item.feed }
    await tx
      .insertInto("thread_feeds")
      .values(feed)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const messages = item.messageIds.map((id) => ({ thread_id: item.threadId, id, print: UNREAD_PRINT }))
    if (messages.length > 0)
      await tx
        .insertInto("messages")
        .values(messages)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
  }
}

async function noteThread(tx: Transaction<Tables>, item: ThreadNews): Promise<void> {
  const known = await tx.selectFrom("threads").select("news_since").where("id", "=", item.threadId).executeTakeFirst()
  const news_since = known?.news_since ?? item.at
  const due_at = newsDueAt(item, news_since)
  await tx
    .insertInto("threads")
    .values({
      id: item.threadId,
      source: item.source,
      summary: null,
      revision: 0,
      looked_at: null,
      news_since,
      news_count: 1,
      due_at,
      ...UNLEASED,
    })
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({ news_since, due_at, news_count: eb("threads.news_count", "+", 1) })),
    )
    .execute()
}
