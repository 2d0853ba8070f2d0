import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"

/** The built program, as it runs under `standpoint serve`. */
export interface Program {
  readonly lines: string[]
  readonly ended: Promise<number | null>
  /** The log line with this message, when it comes. */
  logged(message: string): Promise<Readonly<Record<string, unknown>>>
  stop(): Promise<number | null>
}

const folders: string[] = []

/** A folder for the store, which outlives a restart of the program. */
export async function aDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "standpoint-"))
  folders.push(folder)
  return folder
}

export async function removeDataFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

/** What one command of the built program prints, run to its end. */
export async function runOnce(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<string> {
  const child = spawn(process.execPath, [join(process.cwd(), "dist/src/main.js"), ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], STANDPOINT_DATA: folder, ...settings },
    stdio: ["ignore", "pipe", "ignore"],
  })
  let printed = ""
  for await (const chunk of child.stdout) printed += String(chunk)
  return printed
}

export async function serve(folder: string, settings: Readonly<Record<string, string>>): Promise<Program> {
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
