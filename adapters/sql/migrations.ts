import type { CreateTableBuilder, Kysely } from "kysely"
import type { Tables } from "./tables.ts"

type Step = (db: Kysely<Tables>) => Promise<void>

/** Each step leads from the version of its index to the next. A step that was released is never changed. */
export const MIGRATIONS: readonly Step[] = [createTables, createWatchTables, createPeopleTables, addReaders]

/** Brings the schema to the newest version; does nothing where it is there. */
export async function migrate(db: Kysely<Tables>, to: number = MIGRATIONS.length): Promise<void> {
  await db.schema
    .createTable("meta")
    .ifNotExists()
    .addColumn("name", "text", (column) => column.primaryKey())
    .addColumn("value", "text", (column) => column.notNull())
    .execute()
  await db.transaction().execute(async (tx) => {
    for (let version = await readVersion(tx); version < to; version += 1) {
      await MIGRATIONS[version]?.(tx)
      await tx
        .insertInto("meta")
        .values({ name: "version", value: String(version + 1) })
        .onConflict((conflict) => conflict.column("name").doUpdateSet({ value: String(version + 1) }))
        .execute()
    }
  })
}

/** The version of the schema; 0 for an empty database. */
export async function readVersion(db: Kysely<Tables>): Promise<number> {
  const row = await db.selectFrom("meta").select("value").where("name", "=", "version").executeTakeFirst()
  return Number(row?.value ?? 0)
}

// 1: sources, threads and their messages.
async function createTables(db: Kysely<Tables>): Promise<void> {
  await table(db, "sources", ["source", "scope", "due_at"], ["cursor", "failing_since", "lease_owner", "lease_until"])
    .addColumn("is_failure_told", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("sources_key", ["source"])
    .execute()
  await index(db, "sources", ["due_at"])
  await table(
    db,
    "threads",
    ["id", "source"],
    ["summary", "looked_at", "news_since", "due_at", "lease_owner", "lease_until"],
  )
    .addColumn("revision", "integer", (column) => column.notNull())
    .addColumn("news_count", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("threads_key", ["id"])
    .execute()
  await index(db, "threads", ["due_at"])
  await table(db, "thread_feeds", ["thread_id", "feed"])
    .addPrimaryKeyConstraint("thread_feeds_key", ["thread_id", "feed"])
    .execute()
  await index(db, "thread_feeds", ["feed"])
  await table(db, "messages", ["thread_id", "id", "print"])
    .addPrimaryKeyConstraint("messages_key", ["thread_id", "id"])
    .execute()
  await index(db, "messages", ["id"])
  await table(db, "changes", ["thread_id", "at", "changes"])
    .addColumn("revision", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("changes_key", ["thread_id", "revision"])
    .execute()
}

// 2: who watches, and what is to be said.
async function createWatchTables(db: Kysely<Tables>): Promise<void> {
  await table(
    db,
    "watches",
    ["id", "place_key", "place", "source", "scope", "topics", "filter", "created_by", "created_at"],
    ["stopped"],
  )
    .addPrimaryKeyConstraint("watches_key", ["id"])
    .execute()
  await index(db, "watches", ["source"])
  await index(db, "watches", ["place_key"])
  await table(db, "places", ["place_key", "place", "show", "digest_at", "zone"], ["digest_due_at"])
    .addPrimaryKeyConstraint("places_key", ["place_key"])
    .execute()
  await table(db, "mutes", ["place_key", "thread_id", "until"])
    .addPrimaryKeyConstraint("mutes_key", ["place_key", "thread_id"])
    .execute()
  await table(db, "allowances", ["source", "place_key", "by", "at"])
    .addPrimaryKeyConstraint("allowances_key", ["source", "place_key"])
    .execute()
  await table(
    db,
    "outbox",
    ["id", "lane", "place_key", "place", "kind", "content", "due_at", "state"],
    ["thread_id", "post_id", "reason", "lease_owner", "lease_until"],
  )
    .addColumn("position", "integer", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("outbox_key", ["id"])
    .execute()
  await index(db, "outbox", ["state", "due_at"])
  await index(db, "outbox", ["lane", "state", "position"])
  await index(db, "outbox", ["thread_id"])
  await table(db, "cards", ["thread_id", "place_key", "post_id"])
    .addColumn("revision", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("cards_key", ["thread_id", "place_key"])
    .execute()
  await table(db, "digest_items", ["id", "place_key", "place", "thread_id", "changes", "at"])
    .addPrimaryKeyConstraint("digest_items_key", ["id"])
    .execute()
  await index(db, "digest_items", ["place_key"])
}

// 3: people: their corrections, accounts and wishes.
async function createPeopleTables(db: Kysely<Tables>): Promise<void> {
  await table(db, "corrections", ["id", "thread_id", "content", "by", "by_name", "at"], ["undone_by", "undone_at"])
    .addPrimaryKeyConstraint("corrections_key", ["id"])
    .execute()
  await index(db, "corrections", ["thread_id"])
  await table(db, "identities", ["person_key", "address", "proof", "by", "at"])
    .addPrimaryKeyConstraint("identities_key", ["person_key", "address"])
    .execute()
  await index(db, "identities", ["address"])
  await table(db, "people", ["person_key", "listing"])
    .addColumn("mentions", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("people_key", ["person_key"])
    .execute()
  await table(db, "looks", ["person_key", "thread_id"])
    .addColumn("revision", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("looks_key", ["person_key", "thread_id"])
    .execute()
  await table(db, "vetoes", ["thread_id", "by", "at"])
    .addPrimaryKeyConstraint("vetoes_key", ["thread_id", "by"])
    .execute()
  await table(db, "thread_addresses", ["thread_id", "address"])
    .addPrimaryKeyConstraint("thread_addresses_key", ["thread_id", "address"])
    .execute()
  await index(db, "thread_addresses", ["address"])
  await table(db, "installations", ["id", "data"]).addPrimaryKeyConstraint("installations_key", ["id"]).execute()
}

// 4: who alone reads a place.
async function addReaders(db: Kysely<Tables>): Promise<void> {
  await db.schema.alterTable("watches").addColumn("reader", "text").execute()
}

function table(
  db: Kysely<Tables>,
  name: string,
  required: readonly string[],
  optional: readonly string[] = [],
): CreateTableBuilder<string, string> {
  let builder: CreateTableBuilder<string, string> = db.schema.createTable(name)
  for (const column of required) builder = builder.addColumn(column, "text", (definition) => definition.notNull())
  for (const column of optional) builder = builder.addColumn(column, "text")
  return builder
}

async function index(db: Kysely<Tables>, name: string, columns: readonly string[]): Promise<void> {
  await db.schema
    .createIndex(`${name}_by_${columns.join("_")}`)
    .on(name)
    .columns([...columns])
    .execute()
}
