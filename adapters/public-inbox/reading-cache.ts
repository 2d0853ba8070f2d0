import type { Reading } from "../../src/index.ts"
import type { HttpAnswer, HttpClient } from "./http-client.ts"

export interface ReadingCache {
  /** The reading of that address: kept, confirmed by the archive, or read anew. Askers at the same time share one request. */
  read(
    url: URL,
    signal: AbortSignal | undefined,
    parse: (answer: HttpAnswer) => Promise<Reading | undefined>,
  ): Promise<Reading | undefined>
}

export interface CacheOptions {
  readonly http: HttpClient
  readonly freshMs: number
  readonly now: () => number
}

interface Entry {
  readonly reading: Reading
  readonly readAt: number
  readonly validators: Readonly<Record<string, string>>
}

// A thread of ordinary length takes 200 KB in memory.
const MAX_ENTRIES = 50

/** Keeps what was read last; asks with the validators that the archive gave, where it gave any. */
export function createReadingCache({ http, freshMs, now }: CacheOptions): ReadingCache {
  const kept = new Map<string, Entry>()
  const running = new Map<string, Promise<Reading | undefined>>()

  async function ask(...[url, signal, parse]: Parameters<ReadingCache["read"]>): Promise<Reading | undefined> {
    const entry = kept.get(url.href)
    const request = { headers: entry?.validators ?? {}, signal }
    const answered = await http.ask(url, request, async (answer) => {
      if (answer.status === 304 && entry !== undefined) return { reading: entry.reading, validators: entry.validators }
      return { reading: await parse(answer), validators: validatorsOf(answer) }
    })
    kept.delete(url.href)
    if (answered.reading === undefined) return undefined
    kept.set(url.href, { reading: answered.reading, readAt: now(), validators: answered.validators })
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_ENTRIES) break
      kept.delete(oldest)
    }
    return answered.reading
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

function validatorsOf({ headers }: HttpAnswer): Readonly<Record<string, string>> {
  const etag = headers["etag"]
  const modified = headers["last-modified"]
  return {
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(modified === undefined ? {} : { "if-modified-since": modified }),
  }
}
