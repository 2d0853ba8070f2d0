import { spawn } from "node:child_process"
import { join, resolve } from "node:path"
import { createInterface } from "node:readline"
import { onTestFinished } from "vitest"
import { aFolder } from "../support/a-file.ts"

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface CallOptions {
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

export const PROGRAM = resolve("dist/src/main.js")

/** Calls the built program as a shell would, with no setting but the given ones, and waits for its end. */
export async function standpoint(
  args: readonly string[],
  { input, env = {}, cwd }: CallOptions = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: { ...bareEnv(), ...env }, cwd })
  let stdout = ""
  let stderr = ""
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk))
  // A program that ends without reading its input closes the pipe; that is no fault of the test.
  child.stdin.on("error", () => {})
  child.stdin.end(input ?? "")
  const code = await new Promise<number | null>((done) => child.on("close", done))
  return { code, stdout, stderr }
}

export interface LogLine {
  readonly msg: string
  readonly level: string
  readonly [field: string]: unknown
}

export interface Running {
  readonly url: string
  readonly pid: number | undefined
  readonly lines: readonly LogLine[]
  readonly stdout: () => string
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
}

/** Starts the built bot on a free port and waits for its line "ready". */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<Running> {
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
  return { url: String(url), pid: child.pid, lines, stdout: () => stdout, stop }
}

/** A home of its own, so that no setting of the machine leaks in and nothing of the test leaks out. */
export function bareEnv(): Record<string, string> {
  const home = aFolder()
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    XDG_DATA_HOME: join(home, "data"),
    TZ: "UTC",
    GIT_CONFIG_NOSYSTEM: "1",
  }
}
