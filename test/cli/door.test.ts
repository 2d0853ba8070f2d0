import { statSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { aFolder } from "../support/a-file.ts"
import { standpoint, startServer } from "./support.ts"

// Each starts the built program five times.
const TITLE = "words in the terminal while the bot holds the embedded store"

describe.skipIf(process.platform === "win32")(TITLE, { timeout: 120_000 }, () => {
  it("are answered by the running bot, through a socket that its owner alone may use", async () => {
    const STANDPOINT_DATA = aFolder()
    await startServer({ STANDPOINT_DATA })

    const said = await standpoint(["settings", "mentions", "on"], { env: { STANDPOINT_DATA } })
    const wrong = await standpoint(["watch", "nntp:org.example.list"], { env: { STANDPOINT_DATA } })

    expect([said.code, said.stderr]).toEqual([0, ""])
    expect(said.stdout).toContain("mentioned when it is your turn")
    expect([wrong.code, wrong.stdout]).toEqual([2, ""])
    expect(wrong.stderr).toMatch(/^[A-Z].*\n {2}\S/)
    expect(statSync(join(STANDPOINT_DATA, "standpoint.sock")).mode & 0o777).toBe(0o600)
  })

  it("store check and store export go through it; store import says who holds the store", async () => {
    const STANDPOINT_DATA = aFolder()
    const file = join(aFolder(), "back-up.jsonl")
    const { pid, stop } = await startServer({ STANDPOINT_DATA })

    const check = await standpoint(["store", "check"], { env: { STANDPOINT_DATA } })
    const out = await standpoint(["store", "export", file], { env: { STANDPOINT_DATA } })
    const refused = await standpoint(["store", "import", file], { env: { STANDPOINT_DATA } })
    await stop("SIGTERM")
    const restored = await standpoint(["store", "import", file], { env: { STANDPOINT_DATA: aFolder() } })

    expect(check.stdout).toContain("No problem was found")
    expect([out.code, out.stderr]).toEqual([0, ""])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain(`process ${pid} holds it`)
    expect(restored.code).toBe(0)
  })

  it("a socket that a killed bot left behind keeps nobody out", async () => {
    const STANDPOINT_DATA = aFolder()
    const { stop } = await startServer({ STANDPOINT_DATA })
    await stop("SIGKILL")

    const alone = await standpoint(["watches"], { env: { STANDPOINT_DATA } })
    await startServer({ STANDPOINT_DATA })
    const asked = await standpoint(["watches"], { env: { STANDPOINT_DATA } })

    expect([alone.code, alone.stderr]).toEqual([0, ""])
    expect([asked.code, asked.stderr, asked.stdout]).toEqual([0, "", alone.stdout])
  })
})
