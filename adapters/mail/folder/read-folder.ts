import { createReadStream } from "node:fs"
import { readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import type { Message, ReadOptions, Reading, Skipped } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { firstField, readHeaderFields } from "../mime/header-fields.ts"
import { bareId, idsOf } from "../mime/header-values.ts"
import { readOne, withoutRepeats } from "../mbox/read-mbox.ts"
import { threadMembers } from "./thread-members.ts"

// A header longer than this is cut for the index: ids stand far above.
const INDEX_BYTES = 64 * 1024

/** Whether a folder is a Maildir: mail servers deliver into new/, readers move to cur/. */
export async function isMaildir(path: string): Promise<boolean> {
  const names: readonly string[] = await readdir(path).catch(() => [])
  return names.includes("cur") && names.includes("new")
}

/** The files of a Maildir, by the part of their names that never changes, oldest delivery first. */
export async function maildirFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const folder of ["new", "cur"]) {
    for (const name of await readdir(join(path, folder)).catch(() => [])) {
      if (!name.startsWith(".")) files.set(name.replace(/:2,[^/]*$/, ""), join(path, folder, name))
    }
  }
  return new Map([...files].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true })))
}

/** Every mail of these files; what cannot be read is told and loses no other. */
export async function readMailFiles(
  files: readonly string[],
  { maxMailBytes, options }: { readonly maxMailBytes: number; readonly options?: ReadOptions | undefined },
): Promise<Reading> {
  const messages: Message[] = []
  const skipped: Skipped[] = []
  for (const [index, path] of files.entries()) {
    options?.signal?.throwIfAborted()
    const outcome = await readMailFile(path, index, maxMailBytes)
    if (typeof outcome === "string") skipped.push({ id: path, reason: outcome })
    else messages.push(outcome)
    options?.onProgress?.({ done: index + 1, total: files.length, unit: "messages" })
  }
  return { source: "mail", messages: withoutRepeats(messages), skipped, reasons: [] }
}

/** The thread of a Maildir that a message belongs to, found by the headers alone. */
export async function readMaildirThread(
  path: string,
  {
    id,
    maxMailBytes,
    options,
  }: { readonly id: string; readonly maxMailBytes: number; readonly options?: ReadOptions | undefined },
): Promise<Reading | undefined> {
  const index = []
  for (const file of (await maildirFiles(path)).values()) {
    const head = await readHead(file).catch(() => undefined)
    // Gone between the listing and the reading: moved, and listed again at the next look.
    if (head === undefined) continue
    const { fields } = readHeaderFields(head)
    const parents = [...idsOf(firstField(fields, "references")), ...idsOf(firstField(fields, "in-reply-to"))]
    index.push({ id: bareId(firstField(fields, "message-id")) ?? "", parents, file })
  }
  const members = threadMembers(index, id)
  if (!members.has(id)) return undefined
  const files = index.filter((entry) => members.has(entry.id)).map(({ file }) => file)
  return { ...(await readMailFiles(files, { maxMailBytes, options })), about: id }
}

/** The first bytes of a mail, as latin1 characters. */
export async function readHead(file: string): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(file, { end: INDEX_BYTES - 1 }) as AsyncIterable<Buffer>)
    chunks.push(chunk)
  return Buffer.concat(chunks).toString("latin1")
}

async function readMailFile(path: string, index: number, maxMailBytes: number): Promise<Message | string> {
  try {
    if ((await stat(path)).size > maxMailBytes) return `longer than ${Math.floor(maxMailBytes / 1024 / 1024)} MB`
    return await readOne(await readFile(path), index)
  } catch (error) {
    if (error instanceof AppError) throw error
    return "it cannot be opened"
  }
}
