import type { Feed, ThreadSource } from "../../src/index.ts"
import { createNewsFeed } from "./news-feed.ts"
import { createNewsServer } from "./news-server.ts"
import { createNewsSource } from "./nntp-source.ts"

export interface NntpOptions {
  /** `nntp://[user@]host[:port]/group`, or `nntps://`. */
  readonly address: string
  readonly password?: string | undefined
  readonly silenceMs?: number
  readonly maxAnswerBytes?: number
  readonly maxMessages?: number
}

export interface Nntp {
  readonly source: ThreadSource
  readonly feed: Feed
  close(): void
}

/** Threads and new articles of a news server: lore's nntp.lore.kernel.org, gmane, any public-inbox. */
export function createNntp(options: NntpOptions): Nntp {
  const url = new URL(options.address)
  const isTls = url.protocol === "nntps:"
  const user = decodeURIComponent(url.username)
  const server = createNewsServer({
    address: {
      host: url.hostname.replaceAll(/[[\]]/g, ""),
      port: Number(url.port === "" ? (isTls ? 563 : 119) : url.port),
      isTls,
    },
    login: user === "" ? undefined : { user, password: options.password ?? "" },
    silenceMs: options.silenceMs ?? 20_000,
    maxAnswerBytes: options.maxAnswerBytes ?? 25 * 1024 * 1024,
  })
  const reader = {
    server,
    host: url.host,
    group: decodeURIComponent(url.pathname.slice(1)),
    // What needs a password is not for everybody.
    isPrivate: user !== "",
    maxMessages: options.maxMessages ?? 10_000,
  }
  return { source: createNewsSource(reader), feed: createNewsFeed(reader), close: () => server.close() }
}
