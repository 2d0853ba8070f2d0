import { sql } from "kysely"
import { z } from "zod"
import { AppError } from "../../src/index.ts"
import type { Connection } from "./connection.ts"
import { MIGRATIONS, readVersion } from "./migrations.ts"
import { TABLE_NAMES } from "./tables.ts"
import type { Tables } from "./tables.ts"

// Rows fetched and written at a time: an export of any size takes little memory.
const PAGE_ROWS = 500

type Cell = string | number | null
type Row = Readonly<Record<string, Cell>>

const Header = z.object({ standpoint: z.literal("store"), version: z.number().int() })
const Line = z.object({
  table: z.enum(TABLE_NAMES),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
})

export interface StoreReport {
  readonly version: number
  readonly newestVersion: number
  readonly rowsByTable: Readonly<Record<string, number>>
  /** What is wrong, in words; empty for a sound store. */
  readonly problems: readonly string[]
}

/** Counts every table, and reads back every JSON column. */
export async function checkStore({ db }: Connection): Promise<StoreReport> {
  const rowsByTable: Record<string, number> = {}
  const problems: string[] = []
  const version = await readVersion(db)
  if (version !== MIGRATIONS.length) problems.push(`Schema version ${version} where ${MIGRATIONS.length} is expected`)
  for (const table of TABLE_NAMES) {
    let count = 0
    for await (const row of readRows(db, table)) {
      count += 1
      const broken = Object.entries(row).find(
        ([, cell]) => typeof cell === "string" && /^[[{]/.test(cell) && !isJson(cell),
      )
      if (broken !== undefined && problems.length < 20)
        problems.push(`Row ${count} of ${table}: column ${broken[0]} is no JSON`)
    }
    rowsByTable[table] = count
  }
  return { version, newestVersion: MIGRATIONS.length, rowsByTable, problems }
}

/** The whole store as JSON lines, the first one saying what it is. */
export async function* exportStore({ db }: Connection): AsyncGenerator<string> {
  yield JSON.stringify({ standpoint: "store", version: await readVersion(db) })
  for (const table of TABLE_NAMES) for await (const row of readRows(db, table)) yield JSON.stringify({ table, row })
}

/** Takes an export over into an empty store, all of it or nothing. Gives the number of rows. */
export function importStore({ db }: Connection, lines: AsyncIterable<string>): Promise<number> {
  return db.transaction().execute(async (tx) => {
    for (const table of TABLE_NAMES) {
      const row = await tx
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as("count"))
        .executeTakeFirst()
      if (Number(row?.count ?? 0) > 0)
        throw new AppError("usage", `Cannot import: the store already holds ${table.replace("_", " ")}`, {
          hint: "Import into an empty store, for example a new STANDPOINT_DATA folder",
        })
    }
    let number = 0
    for await (const line of lines) {
      if (line.trim() === "") continue
      number += 1
      if (number === 1) checkHeader(line)
      else await insertLine(tx, line, number)
    }
    if (number === 0) throw unreadableLine(1)
    return number - 1
  })
}

async function insertLine(db: Connection["db"], line: string, number: number): Promise<void> {
  const parsed = Line.safeParse(parseLine(line))
  if (!parsed.success) throw unreadableLine(number)
  const { table, row } = parsed.data
  await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(row).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(row))})`.execute(db)
}

function checkHeader(line: string): void {
  const header = Header.safeParse(parseLine(line))
  if (!header.success) throw unreadableLine(1)
  if (header.data.version !== MIGRATIONS.length)
    throw new AppError(
      "usage",
      `Cannot import: the export is of version ${header.data.version}, the store of ${MIGRATIONS.length}`,
      {
        hint: "Export again with the same release of standpoint that imports",
      },
    )
}

function unreadableLine(number: number): AppError {
  return new AppError("usage", `Cannot import line ${number}: it is no row of a store`, {
    hint: "Give a file that standpoint store export wrote, unchanged",
  })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isJson(text: string): boolean {
  return parseLine(text) !== undefined
}

// Pages by position in an order that covers the whole key, so that no row is missed or met twice.
async function* readRows(db: Connection["db"], table: (typeof TABLE_NAMES)[number]): AsyncGenerator<Row> {
  const order = sql.join(KEYS[table].map((name) => sql.ref(name)))
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const page =
      await sql<Row>`select * from ${sql.table(table)} order by ${order} limit ${PAGE_ROWS} offset ${offset}`.execute(
        db,
      )
    yield* page.rows
    if (page.rows.length < PAGE_ROWS) return
  }
}

const KEYS: { readonly [Name in (typeof TABLE_NAMES)[number]]: readonly (keyof Tables[Name])[] & readonly string[] } = {
  watches: ["id"],
  places: ["place_key"],
  mutes: ["place_key", "thread_id"],
  allowances: ["source", "place_key"],
  sources: ["source"],
  threads: ["id"],
  thread_feeds: ["thread_id", "feed"],
  thread_addresses: ["thread_id", "address"],
  messages: ["thread_id", "id"],
  changes: ["thread_id", "revision"],
  outbox: ["id"],
  cards: ["thread_id", "place_key"],
  digest_items: ["id"],
  corrections: ["id"],
  identities: ["person_key", "address"],
  people: ["person_key"],
  looks: ["person_key", "thread_id"],
  vetoes: ["thread_id", "by"],
  installations: ["id"],
}
