import { mkdirSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** Makes a Maildir of a folder: its first mail was seen already, the others are new. */
export function makeMaildir(path: string, mails: readonly string[]): void {
  for (const part of ["cur", "new", "tmp"]) mkdirSync(join(path, part), { recursive: true })
  for (const [index, mail] of mails.entries())
    if (index === 0) writeFileSync(join(path, "cur", "1700000000.M0.host:2,S"), mail)
    else deliver(path, `170000000${index}.M${index}.host`, mail)
}

/** Delivers as Maildir wants it: whole before it can be seen. */
export function deliver(path: string, name: string, mail: string): void {
  writeFileSync(join(path, "tmp", name), mail)
  renameSync(join(path, "tmp", name), join(path, "new", name))
}
