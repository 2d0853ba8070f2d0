import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedStore, openServedStore } from "../../../adapters/sql/index.ts"
import type { SqlStore } from "../../../adapters/sql/index.ts"
import { aSummary } from "../../support/threads/a-summary.ts"
import { aFolder } from "../../support/a-file.ts"
import { hasPostgres, startPostgres } from "../../support/postgres.ts"
import type { Postgres } from "../../support/postgres.ts"

const embedded = (): Promise<SqlStore> => openEmbeddedStore(aFolder())
const place = { platform: "discord", team: "G1", channel: "C1" } as const
const now = new Date("2026-11-24T12:00:00Z")
const at = now.toISOString()

async function aFullStore(): Promise<SqlStore> {
  const store = await embedded()
  const threadId = "mail:m1@example.org"
  const filter = { from: [], subject: ["lock"], without: [] }
  await store.watches.add({
    id: "w1",
    place,
    source: "nntp:a",
    scope: "feed",
    topics: ["answers"],
    filter,
    createdBy: "p",
    createdAt: at,
  })
  await store.watches.saveSettings({ place, show: "digest", digestAt: "09:00", zone: "Asia/Kolkata", digestDueAt: at })
  await store.sources.follow({ source: "nntp:a", scope: "feed", cursor: "17", dueAt: at, isFailureTold: true })
  await store.threads.noteNews([
    { threadId, source: "<m1@example.org>", feed: "nntp:a", at, quietMs: 0, latestMs: 0, messageIds: ["m1", "m2"] },
  ])
  const [thread] = await store.threads.claimDue({ now, owner: "a", leaseMs: 1_000, limit: 1 })
  if (thread === undefined) throw new Error("No thread is due")
  const content = {
    kind: "note",
    note: { kind: "note", lines: [{ spans: [{ kind: "text", text: "Grüße, 你好" }], indent: 0 }] },
  } as const
  const draft = { id: "e1", lane: "l", position: 1, place, content, dueAt: at }
  const summary = aSummary()
  await store.threads.commit({
    thread,
    owner: "a",
    at,
    summary,
    prints: [],
    gone: [],
    changes: [],
    outbox: [draft],
    digest: [],
  })
  await store.people.saveMentions("p", true)
  // More rows than one page.
  for (let index = 0; index < 600; index += 1) await store.installations.save(`T${index}`, `{"token":${index}}`)
  return store
}

async function collect(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

async function* give(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}

describe("moving a store", () => {
  it("checks sound, and counts what is there", async () => {
    const store = await aFullStore()

    expect(await store.check()).toMatchObject({
      problems: [],
      rowsByTable: { watches: 1, outbox: 1, installations: 600 },
    })
    await store.close()
  })

  it("loses nothing from one embedded store to another", async () => {
    const [from, to] = await Promise.all([aFullStore(), embedded()])
    const lines = await collect(from.export())

    const count = await to.import(give(lines))

    expect(count).toBe(lines.length - 1)
    expect(await collect(to.export())).toEqual(lines)
    await Promise.all([from.close(), to.close()])
  })

  it("refuses a store that is not empty, and one line that is wrong undoes the whole import", async () => {
    const [full, empty] = await Promise.all([aFullStore(), embedded()])
    const lines = await collect(full.export())

    await expect(full.import(give(lines))).rejects.toMatchObject({ code: "usage" })
    await expect(empty.import(give([...lines, '{"table":"secrets","row":{}}']))).rejects.toMatchObject({
      message: `Cannot import line ${lines.length + 1}: it is no row of a store`,
    })
    await expect(empty.import(give(["this is no export"]))).rejects.toMatchObject({ code: "usage" })
    expect(await empty.watches.count()).toBe(0)
    await Promise.all([full.close(), empty.close()])
  })
})

describe.runIf(hasPostgres())("moving a store to PostgreSQL and back", () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => {
    postgres.stop()
  })

  it("loses nothing either way", async () => {
    const [from, served, back] = await Promise.all([
      aFullStore(),
      postgres.createDatabase().then(openServedStore),
      embedded(),
    ])
    const lines = await collect(from.export())

    await served.import(give(lines))
    await back.import(served.export())

    expect((await collect(served.export())).toSorted()).toEqual(lines.toSorted())
    expect(await collect(back.export())).toEqual(lines)
    await Promise.all([from.close(), served.close(), back.close()])
  })
})
