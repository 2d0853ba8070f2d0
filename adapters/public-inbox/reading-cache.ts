import { Readable, Transform } from "node:stream"
import type { Reading } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import type { DiskCache, KeptAnswer } from "./http/disk-cache.ts"
import type { HttpAnswer, HttpClient } from "./http/http-client.ts"

export interface ReadingCache {
  /** The reading of that address: kept, confirmed by the archive, or read anew. Askers at the same time share one request. */
  read(url: URL, signal: AbortSignal | undefined, parse: Parse): Promise<Reading | undefined>
}

type Parse = (answer: HttpAnswer) => Promise<Reading | undefined>

export interface CacheOptions {
  readonly http: HttpClient
  readonly freshMs: number
  readonly now: () => number
  /** What outlives the process; absent where nothing may. */
  readonly disk?: DiskCache | undefined
}

interface Entry {
  readonly reading: Reading
  readonly readAt: number
  readonly validators: Validators
}

type Validators = Readonly<Record<string, string>>

// A thread of ordinary length takes 200 KB in memory.
const MAX_ENTRIES = 50

/** Keeps what was read last; asks with the validators that the archive gave, where it gave any. */
export function createReadingCache(options: CacheOptions): ReadingCache {
  const { freshMs, now, disk } = options
  const kept = new Map<string, Entry>()
  const running = new Map<string, Promise<Reading | undefined>>()

  async function find(url: URL, parse: Parse): Promise<Entry | undefined> {
    const held = kept.get(url.href)
    if (held !== undefined || disk === undefined) return held
    const answer = await disk.find(url)
    if (answer === undefined) return undefined
    // What parsed once parses again, unless this version is stricter: then the archive is asked.
    const reading = await parse(replay(answer)).catch(() => undefined)
    if (reading === undefined) return undefined
    return { reading, readAt: answer.readAt, validators: validatorsOf(answer) }
  }

  async function ask(url: URL, signal: AbortSignal | undefined, parse: Parse): Promise<Reading | undefined> {
    const known = await find(url, parse)
    const isFresh = known !== undefined && now() - known.readAt < freshMs
    const entry = isFresh ? known : await askArchive(url, { signal, parse, known, options })
    kept.delete(url.href)
    if (entry === undefined) return undefined
    kept.set(url.href, entry)
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_ENTRIES) break
      kept.delete(oldest)
    }
    return entry.reading
  }

  return {
    read: async (url, signal, parse) => {
      signal?.throwIfAborted()
      const entry = kept.get(url.href)
      if (entry !== undefined && now() - entry.readAt < freshMs) return entry.reading
      const shared = running.get(url.href)
      if (shared !== undefined) return shared
      const reading = ask(url, signal, parse).finally(() => running.delete(url.href))
      running.set(url.href, reading)
      return reading
    },
  }
}

interface Asking {
  readonly signal: AbortSignal | undefined
  readonly parse: Parse
  readonly known: Entry | undefined
  readonly options: CacheOptions
}

async function askArchive(url: URL, { signal, parse, known, options }: Asking): Promise<Entry | undefined> {
  const { http, disk, now } = options
  return http.ask(url, { headers: known?.validators ?? {}, signal }, async (answer) => {
    if (answer.status === 304 && known !== undefined) return { ...known, readAt: now() }
    const mayKeep =
      disk !== undefined && answer.status === 200 && !/no-store/i.test(answer.headers["cache-control"] ?? "")
    const pieces: Uint8Array[] = []
    const reading = await parse(mayKeep ? { ...answer, body: copied(answer.body, pieces) } : answer).catch(
      async (error: unknown) => {
        if (error instanceof AppError && error.code === "source-gone") await disk?.drop(url)
        throw error
      },
    )
    if (reading === undefined) {
      await disk?.drop(url)
      return undefined
    }
    const readAt = now()
    if (mayKeep)
      await disk.keep(url, { url: answer.url.href, headers: lasting(answer), readAt, body: Buffer.concat(pieces) })
    return { reading, readAt, validators: validatorsOf(answer) }
  })
}

/** The same bytes, and each of them kept as it goes by. */
function copied(body: Readable, pieces: Uint8Array[]): Readable {
  const copy = new Transform({
    transform: (piece: Uint8Array, _, done) => {
      pieces.push(piece)
      done(null, piece)
    },
  })
  body.on("error", (error) => copy.destroy(error))
  // Whoever reads it hears of the error; where nobody does any more, it is none.
  copy.on("error", () => undefined)
  return body.pipe(copy)
}

function replay({ url, headers, body }: KeptAnswer): HttpAnswer {
  return { status: 200, url: new URL(url), headers, body: Readable.from([body]) }
}

/** The fields that a later question needs. */
function lasting({ headers }: HttpAnswer): Readonly<Record<string, string>> {
  const names = ["etag", "last-modified", "content-type"]
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))
}

function validatorsOf({ headers }: Pick<HttpAnswer, "headers">): Validators {
  const etag = headers["etag"]
  const modified = headers["last-modified"]
  return {
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(modified === undefined ? {} : { "if-modified-since": modified }),
  }
}
