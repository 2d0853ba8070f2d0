// `npm run bench:mbox [megabytes]`: what a large mbox costs in memory and time, as figures for people.
// It writes the mbox (1,024 MB unless told) into the folder for temporary files, and removes it.

import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { measureProgram, writeLargeMbox } from "../support/mail/large-mbox.ts"

const megabytes = Number(process.argv[2] ?? 1_024)
const folder = mkdtempSync(join(tmpdir(), "standpoint-bench-"))
const mbox = join(folder, "list.mbox")
try {
  const mails = writeLargeMbox(mbox, megabytes * 1024 * 1024)
  process.stdout.write(`${megabytes} MB, ${mails} mails\n`)
  for (const args of [
    ["summarize", mbox, "--thread", "1", "--format", "json"],
    ["threads", mbox, "--limit", "100"],
    ["threads", mbox],
  ]) {
    const startedAt = performance.now()
    const { code, peakMegabytes } = await measureProgram(args)
    const seconds = (performance.now() - startedAt) / 1_000
    const words = args.map((word) => (word === mbox ? "MBOX" : word)).join(" ")
    process.stdout.write(`${words}: exit ${code}, ${peakMegabytes.toFixed(0)} MB at most, ${seconds.toFixed(1)} s\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
