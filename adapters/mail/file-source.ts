import type { Stats } from "node:fs"
import { createReadStream } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import type { Readable } from "node:stream"
import type { CatalogueSource, ReadOptions, Reading, SourceRef, ThreadCatalogue } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import type { ByteRange } from "./mbox-catalogue.ts"
import { openMboxCatalogue } from "./mbox-catalogue.ts"
import { gather, nothingIn, READING_HINT, unreadable } from "./file-errors.ts"
import { isMail } from "./is-mail.ts"
import { openInput } from "./open-input.ts"
import { readHtmlPage } from "./html-page.ts"
import { pageReading, readPage } from "./page.ts"
import { isMaildir, maildirFiles, readMaildirThread, readMailFiles } from "./read-folder.ts"
import { readMboxMessages, withoutRepeats } from "./read-mbox.ts"
import { openSlackDay, openSlackExport } from "./slack-export.ts"
import { slackThreadReading } from "./slack-json.ts"
import { isFromLine } from "./split-mbox.ts"
import { toMessage } from "./to-message.ts"

export interface FileSourceOptions {
  /** One mail longer than this is skipped: 25 MB is what most servers take at all. */
  readonly maxMailBytes?: number
  /** A page or a JSON file longer than this is refused. */
  readonly maxFileBytes?: number
  /** An mbox longer than this is not held as a whole: an index of it is made, and one thread is read. */
  readonly maxHeldBytes?: number
  readonly stdin?: Readable
}

interface Bounds {
  readonly maxMailBytes: number
  readonly maxFileBytes: number
  readonly maxHeldBytes: number
}

const MEGABYTE = 1024 * 1024

/** Threads from files: mboxes, mails, folders and Maildirs, archive pages, Slack threads and exports, standard input; gzip undone. */
export function createFileSource(options: FileSourceOptions = {}): CatalogueSource {
  const bounds = {
    maxMailBytes: options.maxMailBytes ?? 25 * MEGABYTE,
    maxFileBytes: options.maxFileBytes ?? 50 * MEGABYTE,
    maxHeldBytes: options.maxHeldBytes ?? 64 * MEGABYTE,
  }
  return {
    name: "file",
    schemes: ["maildir"],
    hosts: [],
    forms: [
      {
        words: "the path of an mbox, a mail, a folder of them, a Maildir, a saved page or a saved Slack thread",
        from: "terminal",
      },
      { words: "- for standard input", from: "terminal" },
    ],
    accepts: (ref: SourceRef) =>
      ref.kind === "path" || ref.kind === "stdin" || (ref.kind === "id" && ref.scheme === "maildir"),
    read: async (ref: SourceRef, readOptions?: ReadOptions) => {
      if (ref.kind === "stdin") return readInput("-", options.stdin ?? process.stdin, { bounds, options: readOptions })
      if (ref.kind === "id") return readMaildirMessage(ref.rest, bounds, readOptions)
      return ref.kind === "path" ? readPath(ref.path, bounds, readOptions) : undefined
    },
    openCatalogue: async (ref: SourceRef, readOptions?: ReadOptions) =>
      ref.kind === "path" ? openCatalogue(ref.path, bounds, readOptions) : undefined,
  }
}

async function readMaildirMessage(
  rest: string,
  { maxMailBytes }: Bounds,
  options?: ReadOptions,
): Promise<Reading | undefined> {
  const at = rest.lastIndexOf("#")
  return at === -1 ? undefined : readMaildirThread(rest.slice(0, at), { id: rest.slice(at + 1), maxMailBytes, options })
}

async function readPath(path: string, bounds: Bounds, options?: ReadOptions): Promise<Reading> {
  options?.signal?.throwIfAborted()
  if ((await factsOf(path)).isDirectory()) return readFolder(path, bounds, options)
  const catalogue = await openCatalogue(path, bounds, options)
  const largest = catalogue?.entries.at(0)
  if (catalogue !== undefined && largest !== undefined) return catalogue.read(largest, options)
  return readInput(path, createReadStream(path), { bounds, options })
}

/** Threads of a large mbox, of a Slack export or of a day of one; undefined for what `read` gives whole. */
async function openCatalogue(
  path: string,
  bounds: Bounds,
  options?: ReadOptions,
): Promise<ThreadCatalogue | undefined> {
  const facts = await factsOf(path)
  if (!facts.isFile()) return undefined
  const open = async (readOptions?: ReadOptions): Promise<AsyncIterable<Buffer>> =>
    (await openInput(path, counted(createReadStream(path), facts.size, readOptions))).chunks
  const stream = createReadStream(path)
  try {
    const { head, chunks, isGzip } = await openInput(path, stream)
    if (head.toString("latin1", 0, 4) === "PK\u0003\u0004") {
      return openSlackExport(await gather(path, chunks, bounds.maxFileBytes * 10), path)
    }
    if (/^\s*\[/.test(head.toString("utf8"))) {
      const json = parseJson((await gather(path, chunks, bounds.maxFileBytes)).toString("utf8"))
      return openSlackDay(json, basename(dirname(path)))
    }
    // Text of mails packs to a fifth.
    const isLarge = facts.size > bounds.maxHeldBytes / (isGzip ? 5 : 1)
    if (!isLarge || !startsWithFromLine(head)) return undefined
    const openRange = ({ start, end }: ByteRange): AsyncIterable<Buffer> =>
      createReadStream(path, { start, end: end - 1 })
    return await openMboxCatalogue({ name: path, open, openRange: isGzip ? undefined : openRange, maxMailBytes: bounds.maxMailBytes }, options)
  } catch (error) {
    if (error instanceof AppError || options?.signal?.aborted === true) throw error
    throw unreadable(path, error)
  } finally {
    stream.destroy()
  }
}

async function* counted(stream: Readable, total: number, options: ReadOptions | undefined): AsyncGenerator<Buffer> {
  let done = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    done += chunk.length
    options?.onProgress?.({ done, total, unit: "bytes" })
    yield chunk
  }
}

async function factsOf(path: string): Promise<Stats> {
  return stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
}

/** A Maildir, or every mail of a folder by name; what is no mail is passed over and told. */
async function readFolder(path: string, bounds: Bounds, options?: ReadOptions): Promise<Reading> {
  const { maxMailBytes } = bounds
  const reading = (await isMaildir(path))
    ? await readMailFiles([...(await maildirFiles(path)).values()], { maxMailBytes, options })
    : await readMixedFolder(path, bounds, options)
  if (reading.messages.length > 0) return { ...reading, messages: withoutRepeats(reading.messages) }
  throw new AppError("source-unreadable", `Cannot read "${path}": no mail in this folder`, { hint: READING_HINT })
}

async function readMixedFolder(path: string, bounds: Bounds, options?: ReadOptions): Promise<Reading> {
  const names = (await readdir(path)).filter((name) => /\.(?:eml|mbox|mbx|msg|txt)(?:\.gz)?$/i.test(name)).sort()
  const readings: Reading[] = []
  for (const [index, name] of names.entries()) {
    try {
      readings.push(
        await readInput(join(path, name), createReadStream(join(path, name)), { bounds, options: undefined }),
      )
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      readings.push({ source: "mail", messages: [], skipped: [{ id: name, reason: error.message }], reasons: [] })
    }
    options?.onProgress?.({ done: index + 1, total: names.length, unit: "messages" })
  }
  const messages = readings.filter(({ source }) => source === "mail").flatMap((reading) => reading.messages)
  return { source: "mail", messages, skipped: readings.flatMap(({ skipped }) => skipped), reasons: [] }
}

interface Input {
  readonly bounds: Bounds
  readonly options: ReadOptions | undefined
}

/** Looks at the first bytes, and reads the rest as what they show. */
async function readInput(name: string, stream: Readable, { bounds, options }: Input): Promise<Reading> {
  try {
    options?.signal?.throwIfAborted()
    const { head, chunks } = await openInput(name, stream)
    if (head.toString("latin1").trim() === "") throw nothingIn(name)
    if (startsWithFromLine(head)) return await readMbox(name, chunks, bounds)
    return await readWhole(name, await gather(name, chunks, bounds.maxFileBytes))
  } catch (error) {
    if (error instanceof AppError || options?.signal?.aborted === true) throw error
    throw unreadable(name, error)
  } finally {
    stream.destroy()
  }
}

function startsWithFromLine(head: Buffer): boolean {
  const start = head.toString("latin1")
  return isFromLine(start.slice(0, Math.max(0, start.indexOf("\n"))))
}

async function readMbox(name: string, chunks: AsyncIterable<Buffer>, { maxMailBytes }: Bounds): Promise<Reading> {
  const { messages, skipped } = await readMboxMessages(chunks, { maxMailBytes })
  if (messages.length === 0) throw nothingIn(name)
  return { source: "mail", messages, skipped, reasons: [] }
}

async function readWhole(name: string, raw: Buffer): Promise<Reading> {
  const text = raw.toString("utf8").replace(/^\uFEFF/, "")
  const slack = /^\s*\{/.test(text) ? slackThreadReading(parseJson(text)) : undefined
  if (slack !== undefined) return slack
  if (isMail(raw)) return { source: "mail", messages: [await toMessage(raw, 0)], skipped: [], reasons: [] }
  const isHtml = /^\s*<(?:!doctype|html|head|body|!--|\?xml)/i.test(text)
  const page = isHtml ? readHtmlPage(text) : readPage(text)
  if (page !== undefined) return pageReading(page, text)
  throw new AppError("source-unreadable", `Cannot read "${name}": neither mail nor a saved archive page`, {
    hint: READING_HINT,
  })
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
