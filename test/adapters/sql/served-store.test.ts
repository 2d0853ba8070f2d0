import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openServedStore } from "../../../adapters/sql/index.ts"
import { describeStore } from "../../contract/store.ts"
import { hasPostgres, startPostgres } from "../../support/postgres.ts"
import type { Postgres } from "../../support/postgres.ts"

describe.runIf(hasPostgres())("on PostgreSQL", () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => {
    postgres.stop()
  })

  describeStore("served", { open: async () => openServedStore(await postgres.createDatabase()) })

  it("wakes another replica when something is due", async () => {
    const url = await postgres.createDatabase()
    const [one, other] = await Promise.all([openServedStore(url), openServedStore(url)])
    const woken = Promise.withResolvers<void>()
    let isReady = false
    const stop = await other.listen(() => {
      if (isReady) woken.resolve()
    })
    isReady = true

    await one.sources.follow({ source: "a", scope: "feed", dueAt: "2026-11-24T12:00:00.000Z", isFailureTold: false })

    await expect(woken.promise).resolves.toBeUndefined()
    await stop()
    await Promise.all([one.close(), other.close()])
  })

  it("goes by the database's clock: a replica whose own runs a year ahead takes nothing from one at work", async () => {
    const store = await openServedStore(await postgres.createDatabase())
    const now = new Date("2026-11-24T12:00:00Z")
    await store.sources.follow({ source: "a", scope: "feed", dueAt: now.toISOString(), isFailureTold: false })
    await store.sources.claimDue({ now, owner: "at-work", leaseMs: 60_000, limit: 8 })

    const ahead = { now: new Date("2027-11-24T12:00:00Z"), owner: "ahead", leaseMs: 60_000, limit: 8 }

    expect(await store.sources.claimDue(ahead)).toEqual([])
    await store.close()
  })

  it("never gives one entry to two of eight claimers", async () => {
    const url = await postgres.createDatabase()
    const store = await openServedStore(url)
    const now = new Date("2026-11-24T12:00:00Z")
    await store.outbox.add(
      Array.from({ length: 200 }, (_, index) => ({
        id: `e${index}`,
        lane: `lane${index % 100}`,
        position: index,
        place: { platform: "slack", channel: "C1" } as const,
        content: { kind: "note", note: { kind: "note", lines: [] } } as const,
        dueAt: now.toISOString(),
      })),
      now,
    )

    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        store.outbox.claimDue({ now, owner: `r${index}`, leaseMs: 60_000, limit: 20 }),
      ),
    )

    const ids = claims.flat().map((entry) => entry.id)
    expect(ids).toHaveLength(new Set(ids).size)
    expect(new Set(claims.flat().map((entry) => entry.lane)).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(20)
    await store.close()
  })

  it("says what to look at where the database does not answer", async () => {
    await expect(openServedStore("postgres://ada:secret@127.0.0.1:1/none")).rejects.toMatchObject({
      code: "store-unreadable",
      message: 'Cannot open the store at "postgres://ada:…@127.0.0.1:1/none": it does not answer',
    })
  })
})
