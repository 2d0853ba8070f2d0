import { createFileSource } from "../../../adapters/mail/index.ts"
import type { Reading } from "../../../src/index.ts"

/** What the real source makes of a file, with no settings of its own. */
export async function readPath(path: string): Promise<Reading | undefined> {
  return createFileSource().read({ kind: "path", path })
}
