// The long form of the kill tests, a part of `npm run soak`: 500 mails through 50 watches and 100 kills, on each store, with faults of
// the archive, its list and both platforms; on PostgreSQL with two replicas and the database restarted under them.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openEmbeddedStore, openServedStore } from "../../../adapters/sql/index.ts"
import { hasPostgres, startPostgres } from "../postgres.ts"
import { runChaos } from "./run-chaos.ts"
import type { ChaosPlan } from "./run-chaos.ts"

const LONG = { kills: 100, mails: 500, watches: 50, seed: 20_261_124, faults: 50 }

await Promise.all([soakEmbedded(), soakServed()])
// Children and sockets of a run that failed would hold the process.
process.exit()

async function soakEmbedded(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-soak-"))
  await report("embedded, one replica", { ...LONG, store: folder, open: () => openEmbeddedStore(folder), replicas: 1 })
  rmSync(folder, { recursive: true })
}

async function soakServed(): Promise<void> {
  if (!hasPostgres()) return
  const postgres = await startPostgres()
  const url = await postgres.createDatabase()
  const stores = { store: url, open: () => openServedStore(url), replicas: 2 }
  await report("PostgreSQL, two replicas, the database restarted", {
    ...LONG,
    ...stores,
    disturb: () => postgres.restart(),
  })
  postgres.stop()
}

async function report(name: string, plan: ChaosPlan): Promise<void> {
  const start = performance.now()
  const result = await runChaos(plan)
  const seconds = Math.round((performance.now() - start) / 1_000)
  const isPerfect = [result.lost, result.twice, result.outOfOrder, result.cardsTwice].every((list) => list.length === 0)
  if (!isPerfect) process.exitCode = 1
  console.log(`${name}: ${isPerfect ? "passed" : "FAILED"} in ${seconds} s ${JSON.stringify(result)}`)
}
