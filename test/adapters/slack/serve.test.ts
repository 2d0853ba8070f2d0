import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { afterEach, describe, expect, it } from "vitest"
import { aCommand } from "../../support/slack-payloads.ts"
import { startSlack } from "../../support/slack-server.ts"
import { APP_TOKEN, BOT_TOKEN, ROOT } from "../../support/slack-world.ts"

const LINK = `https://example.slack.com/archives/C0GENERAL/p${ROOT.replace(".", "")}`
const folders: string[] = []

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

// Another process starts here, on a machine that may be busy.
describe("standpoint serve with Slack's tokens", { timeout: 120_000 }, () => {
  it("is ready once the connection stands, answers, and ends cleanly on SIGTERM", async () => {
    const slack = await startSlack()
    const program = await serve({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    })

    const ready = await program.logged("ready")
    await slack.send("slash_commands", aCommand(slack, LINK))
    const card = await slack.waitFor("respond")
    const health = await fetch(new URL("/healthz", String(ready["url"])))
    const code = await program.stop()
    await slack.stop()

    expect(ready["platforms"]).toBe("slack")
    expect(JSON.stringify(card["blocks"])).toContain("Who stands where")
    expect(health.status).toBe(200)
    expect(code).toBe(0)
    expect(slack.faults).toEqual([])
  })

  it("says in one line what is wrong when Slack refuses the token", async () => {
    const slack = await startSlack()
    const program = await serve({
      SLACK_BOT_TOKEN: "xoxb-old",
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    })

    const code = await program.ended
    await slack.stop()

    expect(code).toBe(2)
    expect(program.lines.join("\n")).toContain("Cannot log in to Slack: Slack no longer takes the bot's token")
    expect(program.lines.join("\n")).not.toContain("    at ")
  })
})

interface Program {
  readonly lines: string[]
  readonly ended: Promise<number | null>
  /** The log line with this message, when it comes. */
  logged(message: string): Promise<Readonly<Record<string, unknown>>>
  stop(): Promise<number | null>
}

async function serve(settings: Readonly<Record<string, string>>): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), "standpoint-"))
  folders.push(folder)
  const child = spawn(process.execPath, [join(process.cwd(), "dist/src/main.js"), "serve"], {
    cwd: folder,
    env: { PATH: process.env["PATH"], STANDPOINT_DATA: folder, STANDPOINT_PORT: "0", ...settings },
    stdio: ["ignore", "ignore", "pipe"],
  })
  const lines: string[] = []
  const waiting: (() => void)[] = []
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve))
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line)
    for (const wake of waiting.splice(0)) wake()
  })
  return {
    lines,
    ended,
    logged: async (message) => {
      for (;;) {
        const found = lines.find((line) => line.includes(`"msg":"${message}"`))
        if (found !== undefined) return JSON.parse(found) as Readonly<Record<string, unknown>>
        const over = await Promise.race([
          ended.then(() => true),
          new Promise<boolean>((resolve) => waiting.push(() => resolve(false))),
        ])
        if (over) throw new Error(`The program ended before it said "${message}": ${lines.join("\n")}`)
      }
    },
    stop: () => {
      child.kill("SIGTERM")
      return ended
    },
  }
}
