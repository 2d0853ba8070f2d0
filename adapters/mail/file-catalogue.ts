import type { Stats } from "node:fs"
import { createReadStream } from "node:fs"
import { stat } from "node:fs/promises"
import { basename, dirname } from "node:path"
import type { Readable } from "node:stream"
import type { ReadOptions, ThreadCatalogue } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { gather, unreadable } from "./file-errors.ts"
import { parseJson, startsWithFromLine } from "./mbox/first-bytes.ts"
import { openMboxCatalogue } from "./mbox/mbox-catalogue.ts"
import type { ByteRange } from "./mbox/mbox-members.ts"
import type { OpenInput } from "./open-input.ts"
import { openInput } from "./open-input.ts"
import { openSlackDay, openSlackExport } from "./slack/slack-export.ts"

export interface Bounds {
  readonly maxMailBytes: number
  readonly maxFileBytes: number
  readonly maxHeldBytes: number
  readonly maxMessages: number
  readonly maxThreadBytes: number
}

/** Threads of a large mbox, of a Slack export or of a day of one; undefined for what `read` gives whole. */
export async function openFileCatalogue(
  path: string,
  bounds: Bounds,
  options?: ReadOptions,
): Promise<ThreadCatalogue | undefined> {
  const facts = await factsOf(path)
  if (!facts.isFile()) return undefined
  const stream = createReadStream(path)
  try {
    const input = await openInput(path, stream)
    return await openByKind(input, { path, size: facts.size, bounds, options })
  } catch (error) {
    if (error instanceof AppError || options?.signal?.aborted === true) throw error
    throw unreadable(path, error)
  } finally {
    stream.destroy()
  }
}

interface OpenFile {
  readonly path: string
  readonly size: number
  readonly bounds: Bounds
  readonly options: ReadOptions | undefined
}

async function openByKind({ head, chunks, isGzip }: OpenInput, file: OpenFile): Promise<ThreadCatalogue | undefined> {
  const { path, size, bounds, options } = file
  if (head.toString("latin1", 0, 4) === "PK\u0003\u0004") {
    return openSlackExport(await gather(path, chunks, bounds.maxFileBytes * 10), path)
  }
  if (/^\s*\[/.test(head.toString("utf8"))) {
    const json = parseJson((await gather(path, chunks, bounds.maxFileBytes)).toString("utf8"))
    return openSlackDay(json, basename(dirname(path)))
  }
  // Text of mails packs to a fifth.
  const isLarge = size > bounds.maxHeldBytes / (isGzip ? 5 : 1)
  if (!isLarge || !startsWithFromLine(head)) return undefined
  const open = async (readOptions?: ReadOptions): Promise<AsyncIterable<Buffer>> =>
    (await openInput(path, counted(createReadStream(path), size, readOptions))).chunks
  const openRange = ({ start, end }: ByteRange): AsyncIterable<Buffer> =>
    createReadStream(path, { start, end: end - 1 })
  return openMboxCatalogue({ ...bounds, name: path, open, openRange: isGzip ? undefined : openRange }, options)
}

async function* counted(stream: Readable, total: number, options: ReadOptions | undefined): AsyncGenerator<Buffer> {
  let done = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    done += chunk.length
    options?.onProgress?.({ done, total, unit: "bytes" })
    yield chunk
  }
}

/** What the system says of a path. */
export async function factsOf(path: string): Promise<Stats> {
  return stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
}
