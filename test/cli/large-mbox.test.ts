import { existsSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { measureProgram, outputOf, writeLargeMbox } from "../support/mail/large-mbox.ts"

const MEGABYTE = 1024 * 1024
// The program itself takes 130 MB with a small thread; held as a whole, this file takes more than 1,000.
const PEAK_MEGABYTES = 240

describe("an mbox of 256 MB", () => {
  let folder = ""
  let mbox = ""
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "standpoint-large-"))
    mbox = join(folder, "list.mbox")
    writeLargeMbox(mbox, 256 * MEGABYTE)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it("has one of its threads summarized in bounded memory", { timeout: 180_000 }, async () => {
    const { code, out, error, peakMegabytes } = await measureProgram([
      "summarize",
      mbox,
      "--thread",
      "Waiting readers, part 999",
      "--format",
      "json",
    ])

    expect([code, error]).toEqual([0, ""])
    expect(JSON.parse(out)).toMatchObject({ thread: { subject: "Waiting readers, part 999" } })
    expect(peakMegabytes).toBeGreaterThan(50)
    expect(peakMegabytes).toBeLessThan(PEAK_MEGABYTES)
  })

  it("has its threads listed in bounded memory", { timeout: 180_000 }, async () => {
    const { code, out, error, peakMegabytes } = await measureProgram(["threads", mbox, "--limit", "40"])
    const rows = out.trimEnd().split("\n")

    expect([code, rows.length]).toEqual([0, 41])
    expect(error).toMatch(/^\d+ more threads are not shown\.\n$/)
    expect(rows[1]).toMatch(/^ *1 +\d+ +\d+ +\d+ +20\d\d-\d\d-\d\d +Waiting readers, part \d+$/)
    expect(peakMegabytes).toBeLessThan(PEAK_MEGABYTES)
  })

  it.runIf(existsSync("/usr/bin/script"))(
    "shows how far it is, how fast and for how long still, on a terminal",
    async () => {
      const command = `"${process.execPath}" dist/src/main.js threads "${mbox}" --limit 3`
      const { out } = await outputOf("/usr/bin/script", ["-qec", command, "/dev/null"])

      expect(out).toMatch(/Reading .+ \d+% +\d+\.\d MB\/s +\d+ s left/)
      expect(out).toMatch(/Waiting readers/)
    },
    180_000,
  )
})
