import type { Message, ReadOptions, Reading, SourceRef, ThreadSource } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { readMboxMessages } from "../mail/index.ts"
import type { ArchiveAddress } from "./archive-url.ts"
import { isResolver, messageIdIn, messageUrl, parseArchiveUrl, threadUrl, toInbox } from "./archive-url.ts"
import type { AllowedHosts } from "./http/allowed-hosts.ts"
import type { DiskCache } from "./http/disk-cache.ts"
import type { HttpAnswer, HttpClient } from "./http/http-client.ts"
import { gunzipWithin } from "./http/gunzip.ts"
import { createReadingCache } from "./reading-cache.ts"

export interface ArchiveLimits {
  readonly maxThreadBytes: number
  readonly maxMailBytes: number
  readonly maxMessages: number
  readonly maxRatio: number
}

export interface ArchiveReader {
  readonly archives: readonly URL[]
  readonly allowed: AllowedHosts
  readonly http: HttpClient
  readonly limits: ArchiveLimits
  /** A thread that was read so lately is not asked for again. */
  readonly freshMs: number
  readonly now: () => number
  readonly disk?: DiskCache | undefined
}

/** Whole threads of public-inbox archives, by any of their addresses or by Message-ID at the first configured archive. */
export function createThreadReader(reader: ArchiveReader): ThreadSource {
  const cache = createReadingCache(reader)
  const [first] = reader.archives
  return {
    name: "public-inbox",
    schemes: [],
    hosts: reader.allowed.names,
    forms: [
      { words: `an address of a message at ${reader.allowed.names.join(" or ")}`, from: "anywhere" },
      ...(first === undefined
        ? []
        : [{ words: `a Message-ID (looked up at ${first.host})`, from: "anywhere" as const }]),
    ],
    accepts: (ref: SourceRef) =>
      ref.kind === "url" ? isReadable(ref.url, reader) : ref.kind === "message-id" && first !== undefined,
    read: async (ref: SourceRef, options?: ReadOptions) => {
      const address = addressOf(ref, reader)
      if (address === undefined) return undefined
      const asked = await resolveRedirect(address, reader, options?.signal)
      return cache.read(threadUrl(asked.inbox, asked.messageId), options?.signal, async (answer) =>
        toReading(answer, { asked, limits: reader.limits, options }),
      )
    },
  }
}

type ThreadAddress = Extract<ArchiveAddress, { readonly kind: "thread" }>

function isReadable(url: URL, { allowed, archives }: ArchiveReader): boolean {
  return allowed.has(url) || (archives.length > 0 && isResolver(url))
}

function addressOf(ref: SourceRef, { archives, allowed }: ArchiveReader): ThreadAddress | undefined {
  const [first] = archives
  const id =
    ref.kind === "message-id" ? ref.id : ref.kind === "url" && !allowed.has(ref.url) ? messageIdIn(ref.url) : undefined
  if (id !== undefined && first !== undefined) return { kind: "thread", inbox: toInbox(first), messageId: id }
  if (ref.kind !== "url") return undefined
  const address = parseArchiveUrl(ref.url)
  if (address?.kind === "thread") return address
  throw new AppError("source-unknown", `Cannot read ${ref.url.href}: it names a whole list, not a thread`, {
    hint: "Give the address of one message of the thread; `watch` takes whole lists",
  })
}

/** `/r/<id>` knows in which list a message is; an archive that has no such address is asked in its own list. */
async function resolveRedirect(
  address: ThreadAddress,
  { http, archives }: ArchiveReader,
  signal: AbortSignal | undefined,
): Promise<ThreadAddress> {
  if (address.inbox.pathname !== "/r/" && address.inbox.pathname !== "/") return address
  const target = await http.ask(messageUrl(address.inbox, address.messageId), { signal }, async ({ status, url }) =>
    status < 400 ? parseArchiveUrl(url) : undefined,
  )
  if (target?.kind === "thread") return target
  const own = archives.find(({ host }) => host === address.inbox.host)
  return own === undefined ? address : { ...address, inbox: own }
}

interface Asked {
  readonly asked: ThreadAddress
  readonly limits: ArchiveLimits
  readonly options: ReadOptions | undefined
}

async function toReading(answer: HttpAnswer, { asked, limits, options }: Asked): Promise<Reading | undefined> {
  const { status, url } = answer
  if (status === 410) throw new AppError("source-gone", `Cannot read ${url.href}: the archive has removed it for good`)
  if (status === 404 || status === 300) return undefined
  if (status !== 200) throw new AppError("source-unreachable", `Cannot read ${url.href}: the archive answers ${status}`)
  // Where the archive sent us on, its own address is the one that links must have.
  const served = parseArchiveUrl(url)
  const inbox = served?.inbox ?? asked.inbox
  const name = `thread "${asked.messageId}"`
  const chunks = gunzipWithin(answer.body, { maxBytes: limits.maxThreadBytes, maxRatio: limits.maxRatio, name })
  const { messages, skipped } = await readMboxMessages(counted(chunks, options), limits)
  if (messages.length === 0) return undefined
  return {
    source: "mail",
    messages: messages.map((message) => withPermalink(message, inbox)),
    skipped,
    reasons: [],
    about: asked.messageId,
    permalink: messageUrl(inbox, asked.messageId).href,
  }
}

async function* counted(chunks: AsyncIterable<Buffer>, options: ReadOptions | undefined): AsyncGenerator<Buffer> {
  let done = 0
  for await (const chunk of chunks) {
    done += chunk.length
    options?.onProgress?.({ done, unit: "bytes" })
    yield chunk
  }
}

function withPermalink(message: Message, inbox: URL): Message {
  return message.id.startsWith("nomid-") ? message : { ...message, permalink: messageUrl(inbox, message.id).href }
}
