import { createReadStream } from "node:fs"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import type { Readable } from "node:stream"
import type { CatalogueSource, ReadOptions, Reading, SourceRef } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import type { Bounds } from "./file-catalogue.ts"
import { factsOf, openFileCatalogue } from "./file-catalogue.ts"
import { gather, nothingIn, READING_HINT, unreadable } from "./file-errors.ts"
import { parseJson, startsWithFromLine } from "./mbox/first-bytes.ts"
import { isMail } from "./mime/is-mail.ts"
import { openInput } from "./open-input.ts"
import { readHtmlPage } from "./pages/html-page.ts"
import { pageReading, readPage } from "./pages/page.ts"
import { isMaildir, maildirFiles, readMaildirThread, readMailFiles } from "./folder/read-folder.ts"
import { readMboxMessages, withoutRepeats } from "./mbox/read-mbox.ts"
import { slackThreadReading } from "./slack/slack-json.ts"
import { toMessage } from "./mime/to-message.ts"

export interface FileSourceOptions {
  /** One mail longer than this is skipped: 25 MB is what most servers take at all. */
  readonly maxMailBytes?: number
  /** A page or a JSON file longer than this is refused. */
  readonly maxFileBytes?: number
  /** An mbox longer than this is not held as a whole: an index of it is made, and one thread is read. */
  readonly maxHeldBytes?: number
  /** A thread of such an mbox with more messages or more bytes than these is refused. */
  readonly maxMessages?: number
  readonly maxThreadBytes?: number
  readonly stdin?: Readable
}

const MEGABYTE = 1024 * 1024

/** Threads from files: mboxes, mails, folders and Maildirs, archive pages, Slack threads and exports, standard input; gzip undone. */
export function createFileSource(options: FileSourceOptions = {}): CatalogueSource {
  const bounds = {
    maxMailBytes: options.maxMailBytes ?? 25 * MEGABYTE,
    maxFileBytes: options.maxFileBytes ?? 50 * MEGABYTE,
    maxHeldBytes: options.maxHeldBytes ?? 64 * MEGABYTE,
    maxMessages: options.maxMessages ?? 10_000,
    maxThreadBytes: options.maxThreadBytes ?? 50 * MEGABYTE,
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
      ref.kind === "path" ? openFileCatalogue(ref.path, bounds, readOptions) : undefined,
  }
}

async function readMaildirMessage(
  rest: string,
  { maxMailBytes }: Bounds,
  options?: ReadOptions,
): Promise<Reading | undefined> {
  const at = rest.lastIndexOf("#")
  return at === -1
    ? undefined
    : readMaildirThread(decodeFolder(rest.slice(0, at)), { id: rest.slice(at + 1), maxMailBytes, options })
}

/** A path with a space is no word of the grammar: the feed has escaped it. */
function decodeFolder(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

async function readPath(path: string, bounds: Bounds, options?: ReadOptions): Promise<Reading> {
  options?.signal?.throwIfAborted()
  if ((await factsOf(path)).isDirectory()) return readFolder(path, bounds, options)
  const catalogue = await openFileCatalogue(path, bounds, options)
  const largest = catalogue?.entries.at(0)
  if (catalogue !== undefined && largest !== undefined) return catalogue.read(largest, options)
  return readInput(path, createReadStream(path), { bounds, options })
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
