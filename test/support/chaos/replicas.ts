import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

export interface Replicas {
  start(count: number): void
  /** Ends one without warning; another is started in its place. False where none runs. */
  kill(random: () => number): boolean
  /** Something was heard from a replica. */
  noteLife(): void
  stop(): Promise<void>
}

// So many that end one after the other before they ask for anything: it is not the killing that ends them.
const MAX_STILLBORN = 20

/** Processes that follow threads in the world at `url` with one store, to be killed at any moment. */
export function createReplicas({
  url,
  store,
  onStillborn,
}: {
  readonly url: string
  readonly store: string
  readonly onStillborn: () => void
}): Replicas {
  // Compiled once for all: a replica is started as often as one is killed.
  const cache = mkdtempSync(join(tmpdir(), "standpoint-compiled-"))
  const script = fileURLToPath(new URL("replica.ts", import.meta.url))
  const children = new Set<ChildProcess>()
  let isOver = false
  let stillborn = 0
  const startOne = (): void => {
    const env = { ...process.env, NODE_COMPILE_CACHE: cache }
    const child = spawn(process.execPath, [script, url, store], { stdio: ["pipe", "ignore", "inherit"], env })
    children.add(child)
    child.once("exit", () => {
      children.delete(child)
      if (isOver) return
      stillborn += 1
      if (stillborn > MAX_STILLBORN) onStillborn()
      else startOne()
    })
  }
  return {
    start: (count) => {
      for (let index = 0; index < count; index += 1) startOne()
    },
    kill: (random) => {
      const victims = [...children]
      return victims[Math.floor(random() * victims.length)]?.kill("SIGKILL") === true
    },
    noteLife: () => {
      stillborn = 0
    },
    stop: async () => {
      isOver = true
      const ends = [...children].map((child) => once(child, "exit"))
      for (const child of children) child.kill("SIGKILL")
      await Promise.all(ends)
      rmSync(cache, { recursive: true, force: true })
    },
  }
}
