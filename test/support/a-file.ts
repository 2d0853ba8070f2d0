import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"

/** A folder of one's own, which goes with all temporary folders when the run ends. */
export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), "standpoint-"))
}

/** A file of this name, which may hold folders, in a folder of its own. */
export function aFile(name: string, content: string | Uint8Array): string {
  const path = join(aFolder(), name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}
