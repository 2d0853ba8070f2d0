// What archives sent, kept over restarts and for the terminal: one file an address, a line of JSON and then the bytes as
// they came. It only ever saves work: whatever cannot be written or read (a full disk, a damaged file) is as if it had
// never been there.

import { createHash, randomUUID } from "node:crypto"
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { z } from "zod"

export interface KeptAnswer {
  /** Where the answer came from, after redirects. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly readAt: number
  readonly body: Buffer
}

export interface DiskCache {
  find(url: URL): Promise<KeptAnswer | undefined>
  /** Never throws. */
  keep(url: URL, answer: KeptAnswer): Promise<void>
  drop(url: URL): Promise<void>
}

export interface DiskCacheOptions {
  readonly folder: string
  readonly maxBytes?: number
  readonly now: () => number
}

// Threads come packed, 50 KB each on average: this is some thousand of them.
const MAX_BYTES = 200 * 1024 * 1024
const MAX_ANSWER_BYTES = 20 * 1024 * 1024
// What an archive removed must not live on here, and nobody asks for a thread of last month without asking the archive.
const MAX_AGE_MS = 7 * 86_400_000

const Head = z.object({
  version: z.literal(1),
  asked: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  readAt: z.number(),
  sha256: z.string(),
})

/** The cache in a folder, which is made when something is kept for the first time. */
export function createDiskCache({ folder, maxBytes = MAX_BYTES, now }: DiskCacheOptions): DiskCache {
  const pathOf = (url: URL): string => join(folder, `${hashOf(url.href)}.answer`)
  return {
    find: async (url) => {
      const file = await readFile(pathOf(url)).catch(() => undefined)
      const kept = file === undefined ? undefined : parse(file, url)
      if (kept !== undefined && now() - kept.readAt < MAX_AGE_MS) return kept
      if (file !== undefined) await remove(pathOf(url))
      return undefined
    },
    keep: async (url, answer) => {
      if (answer.body.length > MAX_ANSWER_BYTES) return
      const path = pathOf(url)
      const draft = `${path}.${randomUUID()}.draft`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(draft, serialize(url, answer), { mode: 0o600 })
        await rename(draft, path)
        await utimes(path, new Date(answer.readAt), new Date(answer.readAt))
        await prune(folder, { maxBytes, now: now() })
      } catch {
        // A full disk, most of all: the half that was written must not stay there.
        await remove(draft)
      }
    },
    drop: async (url) => remove(pathOf(url)),
  }
}

function serialize(asked: URL, { url, headers, readAt, body }: KeptAnswer): Buffer {
  const head: z.infer<typeof Head> = { version: 1, asked: asked.href, url, headers, readAt, sha256: hashOf(body) }
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body])
}

function parse(file: Buffer, asked: URL): KeptAnswer | undefined {
  const end = file.indexOf(10)
  const head = end === -1 ? undefined : Head.safeParse(parseJson(file.toString("utf8", 0, end))).data
  const body = file.subarray(end + 1)
  if (head === undefined || head.asked !== asked.href || head.sha256 !== hashOf(body)) return undefined
  return { url: head.url, headers: head.headers, readAt: head.readAt, body }
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** The oldest go first; drafts of a process that was killed go with them. */
async function prune(
  folder: string,
  { maxBytes, now }: { readonly maxBytes: number; readonly now: number },
): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(?:answer|draft)$/.test(name))
  const files = await Promise.all(names.map(async (name) => describeFile(join(folder, name))))
  const newestFirst = files.flatMap((file) => (file === undefined ? [] : [file])).sort((a, b) => b.at - a.at)
  let total = 0
  for (const { path, size, at } of newestFirst) {
    total += size
    if (total > maxBytes || now - at > MAX_AGE_MS) await remove(path)
  }
}

async function describeFile(path: string): Promise<{ path: string; size: number; at: number } | undefined> {
  const facts = await stat(path).catch(() => undefined)
  return facts === undefined ? undefined : { path, size: facts.size, at: facts.mtimeMs }
}

async function remove(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined)
}

function hashOf(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex")
}
