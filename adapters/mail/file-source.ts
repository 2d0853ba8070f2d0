import { createReadStream } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { join } from "node:path"
import type { Readable } from "node:stream"
import type { Message, ReadOptions, Reading, Skipped, SourceRef, ThreadSource } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { firstField, readHeaderFields } from "./header-fields.ts"
import { htmlToLines } from "./html-to-lines.ts"
import { pageReading, readPage } from "./page.ts"
import { slackThreadReading } from "./slack-json.ts"
import { readMboxMessages, withoutRepeats } from "./read-mbox.ts"
import { isFromLine } from "./split-mbox.ts"
import { toMessage } from "./to-message.ts"

const HINT = "Give an mbox, an .eml, a folder of them, a saved archive page or a saved Slack thread"

export interface FileSourceOptions {
  /** One mail longer than this is skipped: 25 MB is what most servers take at all. */
  readonly maxMailBytes?: number
  /** A page or a JSON file longer than this is refused. */
  readonly maxFileBytes?: number
  readonly stdin?: Readable
}

interface Bounds {
  readonly maxMailBytes: number
  readonly maxFileBytes: number
}

/** Threads from files: mbox, single mails, folders of mails, saved pages, saved Slack threads, and standard input. */
export function createFileSource(options: FileSourceOptions = {}): ThreadSource {
  const bounds = {
    maxMailBytes: options.maxMailBytes ?? 25 * 1024 * 1024,
    maxFileBytes: options.maxFileBytes ?? 50 * 1024 * 1024,
  }
  return {
    name: "file",
    schemes: [],
    hosts: [],
    forms: [
      {
        words: "the path of an mbox, a mail, a folder of them, a saved page or a saved Slack thread",
        from: "terminal",
      },
      { words: "- for standard input", from: "terminal" },
    ],
    accepts: (ref: SourceRef) => ref.kind === "path" || ref.kind === "stdin",
    read: async (ref: SourceRef, readOptions?: ReadOptions) => {
      if (ref.kind === "stdin") return readInput("-", options.stdin ?? process.stdin, bounds)
      return ref.kind === "path" ? readPath(ref.path, bounds, readOptions) : undefined
    },
  }
}

async function readPath(path: string, bounds: Bounds, options?: ReadOptions): Promise<Reading> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  if (facts.isDirectory()) return readFolder(path, bounds, options)
  return readInput(path, createReadStream(path), bounds)
}

/** Every mail of a folder, by name; what is no mail is passed over and told. */
async function readFolder(path: string, bounds: Bounds, options?: ReadOptions): Promise<Reading> {
  const names = (await readdir(path)).filter((name) => /\.(?:eml|mbox|mbx|msg|txt)$/i.test(name)).sort()
  const messages: Message[] = []
  const skipped: Skipped[] = []
  for (const [index, name] of names.entries()) {
    try {
      const reading = await readInput(join(path, name), createReadStream(join(path, name)), bounds)
      if (reading.source === "mail") messages.push(...reading.messages)
      skipped.push(...reading.skipped)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      skipped.push({ id: name, reason: error.message })
    }
    options?.onProgress?.({ done: index + 1, total: names.length, unit: "messages" })
  }
  if (messages.length === 0) {
    throw new AppError("source-unreadable", `Cannot read "${path}": no mail in this folder`, { hint: HINT })
  }
  return { source: "mail", messages: withoutRepeats(messages), skipped, reasons: [] }
}

/** Looks at the first bytes, and reads the rest as what they show. */
async function readInput(name: string, stream: Readable, bounds: Bounds): Promise<Reading> {
  try {
    const { head, chunks } = await peek(stream)
    const start = head.toString("latin1")
    if (start.trim() === "") throw nothingIn(name)
    if (isFromLine(start.slice(0, Math.max(0, start.indexOf("\n"))))) return await readMbox(name, chunks, bounds)
    const raw = await gather(name, chunks, bounds.maxFileBytes)
    return await readWhole(name, raw)
  } catch (error) {
    if (error instanceof AppError) throw error
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
  if (/^\s*[[{]/.test(text)) {
    const reading = slackThreadReading(parseJson(text))
    if (reading !== undefined) return reading
  }
  if (isMail(raw)) {
    return { source: "mail", messages: [await toMessage(raw, 0)], skipped: [], reasons: [] }
  }
  const plain = /^\s*<(?:!doctype|html|head|body|!--|\?xml)/i.test(text) ? htmlToLines(text) : text
  const page = readPage(plain)
  if (page !== undefined) return pageReading(page, text)
  throw new AppError("source-unreadable", `Cannot read "${name}": neither mail nor a saved archive page`, {
    hint: HINT,
  })
}

/** A mail says in its header who wrote it or by which way it came; "Re: title" alone is a page. */
function isMail(raw: Buffer): boolean {
  const { fields, bodyStart } = readHeaderFields(raw.toString("latin1", 0, 262_144))
  if (bodyStart === 0) return false
  const isRouted = ["message-id", "received", "mime-version", "return-path", "delivered-to"].some(
    (name) => firstField(fields, name) !== undefined,
  )
  const isSigned = firstField(fields, "from") !== undefined
  return (
    (isSigned && (isRouted || firstField(fields, "date") !== undefined)) ||
    (isRouted && firstField(fields, "subject") !== undefined)
  )
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

async function peek(stream: Readable): Promise<{ readonly head: Buffer; readonly chunks: AsyncIterable<Buffer> }> {
  const iterator: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]()
  const first: Buffer[] = []
  let length = 0
  while (length < 1_024) {
    const next = await iterator.next()
    if (next.done === true) break
    first.push(next.value)
    length += next.value.length
  }
  async function* chunks(): AsyncGenerator<Buffer> {
    yield* first
    for (;;) {
      const next = await iterator.next()
      if (next.done === true) return
      yield next.value
    }
  }
  return { head: Buffer.concat(first), chunks: chunks() }
}

async function gather(name: string, chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > maxBytes) {
      const limit = `${Math.floor(maxBytes / 1024 / 1024)} MB`
      throw new AppError("source-unreadable", `Cannot read "${name}": not an mbox, and longer than ${limit}`, {
        hint: HINT,
      })
    }
    pieces.push(chunk)
  }
  return Buffer.concat(pieces)
}

function nothingIn(name: string): AppError {
  return new AppError("source-unreadable", `Cannot read "${name}": no message in it`, { hint: HINT })
}

const REASON_BY_CODE: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  EISDIR: "it is a folder",
}

function unreadable(name: string, cause: unknown): AppError {
  const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : ""
  const reason = REASON_BY_CODE[code] ?? "reading it failed"
  return new AppError("source-unreadable", `Cannot read "${name}": ${reason}`, {
    cause,
    hint: code === "ENOENT" ? "Look at how the path is spelled; relative ones start at the current folder" : HINT,
  })
}
