import type { Feed, ThreadSource } from "../../src/index.ts"
import type { Resolve } from "./http/allowed-hosts.ts"
import { allowHosts } from "./http/allowed-hosts.ts"
import { toInbox } from "./archive-url.ts"
import { createDiskCache } from "./http/disk-cache.ts"
import { createHttpClient } from "./http/http-client.ts"
import { createListFeed } from "./list-feed.ts"
import type { ArchiveLimits } from "./public-inbox-source.ts"
import { createThreadReader } from "./public-inbox-source.ts"

export type { ArchiveLimits } from "./public-inbox-source.ts"

export interface PublicInboxOptions {
  /** Base addresses; the first one resolves bare Message-IDs. */
  readonly archives: readonly string[]
  /** `host` or `host:port` that may be read beside those of the archives. */
  readonly allowHosts?: readonly string[]
  readonly limits?: Partial<ArchiveLimits>
  readonly userAgent?: string
  readonly silenceMs?: number
  readonly retryDelaysMs?: readonly number[]
  readonly patienceMs?: number
  readonly freshMs?: number
  /** Where answers are kept over restarts; nowhere without it. */
  readonly cacheFolder?: string | undefined
  readonly now?: () => number
  readonly resolve?: Resolve
}

export interface PublicInbox {
  readonly source: ThreadSource
  readonly feed: Feed
  close(): Promise<void>
}

const MEGABYTE = 1024 * 1024
/** The longest threads of lore have 3,000 mails and 30 MB; mail servers take 25 MB at most. */
export const ARCHIVE_LIMITS: ArchiveLimits = {
  maxThreadBytes: 50 * MEGABYTE,
  maxMailBytes: 25 * MEGABYTE,
  maxMessages: 10_000,
  maxRatio: 200,
}

/** Threads and lists of public-inbox archives (lore.kernel.org and its like) over HTTP. */
export function createPublicInbox(options: PublicInboxOptions): PublicInbox {
  const archives = options.archives.map(toInbox)
  const allowed = allowHosts({ archives, hosts: options.allowHosts ?? [], resolve: options.resolve })
  const now = options.now ?? Date.now
  const http = createHttpClient({
    allowed,
    userAgent: options.userAgent ?? "standpoint (summaries of mail threads; one request at a time)",
    silenceMs: options.silenceMs ?? 20_000,
    retryDelaysMs: options.retryDelaysMs ?? [1_000, 4_000],
    patienceMs: options.patienceMs ?? 10_000,
    now,
  })
  const limits = { ...ARCHIVE_LIMITS, ...options.limits }
  const disk = options.cacheFolder === undefined ? undefined : createDiskCache({ folder: options.cacheFolder, now })
  const reader = { archives, allowed, http, limits, freshMs: options.freshMs ?? 15_000, now, disk }
  return { source: createThreadReader(reader), feed: createListFeed(reader), close: async () => http.close() }
}
