import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const FILE_NAME = "standpoint.pid"

/** Leaves our process id beside the database, for whoever is refused. The lock itself is SQLite's own. */
export function signFolder(folder: string): () => void {
  const path = join(folder, FILE_NAME)
  writeFileSync(path, `${process.pid}\n`)
  return () => {
    rmSync(path, { force: true })
  }
}

/** The process that signed last. */
export function readSignature(folder: string): string | undefined {
  try {
    return /^\d+/.exec(readFileSync(join(folder, FILE_NAME), "utf8"))?.[0]
  } catch {
    return undefined
  }
}
