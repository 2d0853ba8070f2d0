import { spawn } from "node:child_process"
import { createInterface } from "node:readline"
import { describe, expect, it, onTestFinished } from "vitest"
import { bareEnv, PROGRAM, standpoint } from "./support.ts"

interface LogLine {
  readonly msg: string
  readonly level: string
  readonly [field: string]: unknown
}

interface Running {
  readonly url: string
  readonly lines: readonly LogLine[]
  readonly stdout: () => string
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts the built bot on a free port and waits for its line "ready". */
async function startServer(env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn(process.execPath, [PROGRAM, "serve"], { env: { ...bareEnv(), STANDPOINT_PORT: "0", ...env } })
  const closed = new Promise<number | null>((done) => child.on("close", done))
  onTestFinished(async () => {
    child.kill("SIGKILL")
    await closed
  })
  const lines: LogLine[] = []
  let stdout = ""
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk))
  const ready = new Promise<LogLine>((resolve, reject) => {
    createInterface(child.stderr).on("line", (line) => {
      lines.push(JSON.parse(line) as LogLine)
      if (lines.at(-1)?.msg === "ready") resolve(lines.at(-1) as LogLine)
    })
    void closed.then((code) => reject(new Error(`ended with ${code} before it was ready`)))
  })
  const { url } = await ready
  const stop = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return closed
  }
  return { url: String(url), lines, stdout: () => stdout, stop }
}

describe("standpoint serve", () => {
  it("logs JSON lines on stderr and nothing on stdout, and says when it is ready", async () => {
    const { lines, stdout } = await startServer()

    expect(lines.filter(({ msg }) => msg === "ready")).toHaveLength(1)
    expect(lines.find(({ msg }) => msg === "ready")).toMatchObject({ level: "info", platforms: "" })
    expect(stdout()).toBe("")
  })

  it("answers /healthz and /metrics", async () => {
    const { url } = await startServer()

    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("process_cpu_seconds_total")
  })

  it.each(["SIGTERM", "SIGINT"] as const)("ends with exit code 0 on %s", async (signal) => {
    const { stop, lines } = await startServer()

    expect(await stop(signal)).toBe(0)
    expect(lines.at(-1)?.msg).toBe("stopping")
  })

  it("does not start with wrong settings: all of them are told, with exit code 2", async () => {
    const { code, stderr, stdout } = await standpoint(["serve"], {
      env: { STANDPOINT_PORT: "many", STANDPOINT_LOG: "loud" },
    })

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toMatch(/STANDPOINT_PORT[^]*STANDPOINT_LOG/)
  })
})
