import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/**
 * Puts every temporary folder of a run, those of the programs it starts included, into one that is removed
 * at its end, however a test ended.
 */
export function setup(): () => void {
  const before = process.env["TMPDIR"]
  const folder = mkdtempSync(join(tmpdir(), "standpoint-test-"))
  // The database and mail servers run as users of their own and have to get through.
  chmodSync(folder, 0o755)
  process.env["TMPDIR"] = folder
  return () => {
    if (before === undefined) delete process.env["TMPDIR"]
    else process.env["TMPDIR"] = before
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
