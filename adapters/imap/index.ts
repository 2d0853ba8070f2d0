import type { Feed, ThreadSource } from "../../src/index.ts"
import { createFolderIndex } from "./folder-index.ts"
import { createMailbox } from "./mailbox.ts"
import { createMailboxFeed } from "./mailbox-feed.ts"
import { createMailboxSource } from "./mailbox-source.ts"

export interface ImapOptions {
  /** `imaps://user@host[:port]/folder`, or `imap://` without TLS from the start. */
  readonly address: string
  readonly password?: string | undefined
  /** The server said that mail came to the folder that these words name: a good moment for a look. */
  readonly onNews?: ((source: string) => void) | undefined
  readonly silenceMs?: number
  readonly reconnectMs?: number
  readonly maxMailBytes?: number
  readonly maxMessages?: number
}

export interface Imap {
  readonly source: ThreadSource
  readonly feed: Feed
  close(): void
}

/** Threads and new mail of one folder of a mailbox. */
export function createImap(options: ImapOptions): Imap {
  const url = new URL(options.address)
  const isTls = url.protocol === "imaps:"
  const folder = decodeURIComponent(url.pathname.slice(1))
  const mailbox = createMailbox({
    address: {
      host: url.hostname.replaceAll(/[[\]]/g, ""),
      port: Number(url.port === "" ? (isTls ? 993 : 143) : url.port),
      isTls,
      user: decodeURIComponent(url.username),
      password: options.password ?? "",
      folder,
    },
    silenceMs: options.silenceMs ?? 20_000,
    reconnectMs: options.reconnectMs ?? 1_000,
    onNews: () => options.onNews?.(`imap:${folder}`),
  })
  const reader = {
    mailbox,
    index: createFolderIndex(),
    folder,
    host: url.host,
    maxMailBytes: options.maxMailBytes ?? 25 * 1024 * 1024,
    maxMessages: options.maxMessages ?? 10_000,
  }
  return { source: createMailboxSource(reader), feed: createMailboxFeed(reader), close: () => mailbox.close() }
}
