import type { Kysely } from "kysely"
import { present } from "./json.ts"
import type { Tables } from "../tables.ts"

/** How many rows a table has. */
export async function countRows(db: Kysely<Tables>, table: "watches" | "sources" | "threads"): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll().as("count"))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** When the first row of a table is due. */
export async function firstDue(db: Kysely<Tables>, table: "sources" | "threads"): Promise<string | undefined> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.min("due_at").as("at"))
    .executeTakeFirst()
  return present(row?.at ?? null)
}
