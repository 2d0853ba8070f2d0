// The long form: `npm run soak`. 500 mails through 50 watches and 100 kills, on each store, with faults of the platforms;
// on PostgreSQL with two replicas and the database restarted under them.
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { openEmbeddedStore, openServedStore } from "../../../adapters/sql/index.ts"
import { hasPostgres, startPostgres } from "../postgres.ts"
import { runChaos } from "./run-chaos.ts"
import type { ChaosPlan } from "./run-chaos.ts"

const LONG = { kills: 100, mails: 500, watches: 50, seed: 20_261_124, faults: 50 }

await report("embedded, one replica", async () => {
  const folder = mkdtempSync(join(tmpdir(), "standpoint-soak-"))
  return { ...LONG, store: folder, open: () => openEmbeddedStore(folder), replicas: 1 }
})
if (hasPostgres()) {
  const postgres = await startPostgres()
  await report("PostgreSQL, two replicas, the database restarted", async () => {
    const url = await postgres.createDatabase()
    return { ...LONG, store: url, open: () => openServedStore(url), replicas: 2, disturb: () => postgres.restart() }
  })
  postgres.stop()
}
// Children and sockets of a run that failed would hold the process.
process.exit()

async function report(name: string, plan: () => Promise<ChaosPlan>): Promise<void> {
  const start = performance.now()
  const result = await runChaos(await plan())
  const seconds = Math.round((performance.now() - start) / 1_000)
  const isPerfect = [result.lost, result.twice, result.outOfOrder, result.cardsTwice].every((list) => list.length === 0)
  if (!isPerfect) process.exitCode = 1
  console.log(`${name}: ${isPerfect ? "passed" : "FAILED"} in ${seconds} s ${JSON.stringify(result)}`)
}
