import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openEmbeddedStore, openServedStore } from "../../adapters/sql/index.ts"
import { aFolder } from "../support/a-file.ts"
import { runChaos } from "../support/chaos/run-chaos.ts"
import { hasPostgres, startPostgres } from "../support/postgres.ts"
import type { Postgres } from "../support/postgres.ts"

const plan = { kills: 10, mails: 60, watches: 6, seed: 20_261_124, faults: 50 }
const perfect = { expected: 60, lost: [], twice: [], outOfOrder: [], cardsTwice: [] }

// A run ends by what it gets done, or fails when it gets nothing done any more: a busy machine is no failure.
const NEVER_MS = 3_600_000

describe("ten kills in the midst of requests", () => {
  it("lose nothing, tell nothing twice and keep the order on the embedded store", { timeout: NEVER_MS }, async () => {
    const folder = aFolder()

    const result = await runChaos({ ...plan, store: folder, open: () => openEmbeddedStore(folder), replicas: 1 })

    expect(result).toMatchObject({ ...perfect, kills: 10 })
  })
})

describe.runIf(hasPostgres())("ten kills of two replicas on PostgreSQL", () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => {
    postgres.stop()
  })

  it("lose nothing, tell nothing twice and keep the order", { timeout: NEVER_MS }, async () => {
    const url = await postgres.createDatabase()

    const result = await runChaos({ ...plan, store: url, open: () => openServedStore(url), replicas: 2 })

    expect(result).toMatchObject({ ...perfect, kills: 10 })
  })
})
