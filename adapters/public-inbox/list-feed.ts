// New mail of a whole list over HTTP, for archives that offer neither NNTP nor IMAP. `new.atom` is
// always up to date and holds the last 25 alone; the archive's search by time of arrival holds all,
// but a busy server may answer it from an old index. So: the feed at every look, and where a look
// finds nothing that it knows, the search too, until that has caught up. Both overlap with what was
// seen, and what was seen is not told again.

import type { Feed, FeedItem, FeedNews, SourceRef } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { feedItemOf, parseCursor, readMboxMessages } from "../mail/index.ts"
import { z } from "zod"
import { readAtom } from "./atom.ts"
import { messageUrl, parseArchiveUrl } from "./archive-url.ts"
import { gunzipWithin } from "./http/gunzip.ts"
import type { HttpAnswer } from "./http/http-client.ts"
import type { ArchiveReader } from "./public-inbox-source.ts"

// Mail that a relay held back arrives with an older time of receipt.
const OVERLAP_MS = 6 * 3_600_000
// linux-kernel, the busiest list of lore, gets 300 mails in six hours.
const MAX_SEEN = 3_000
const MAX_ATOM_BYTES = 5 * 1024 * 1024

/** `gap`: more came than the feed holds, and the search has not shown all of it yet. */
const Cursor = z.object({ at: z.number(), seen: z.array(z.string()), gap: z.boolean() })
type Cursor = z.infer<typeof Cursor>

/** The feed of any list below the allowed archives. */
export function createListFeed(reader: ArchiveReader): Feed {
  return {
    name: "public-inbox",
    accepts: (ref: SourceRef) => inboxOf(ref, reader) !== undefined,
    privatePlace: () => undefined,
    readNew: async (ref, cursor, options) => {
      const inbox = inboxOf(ref, reader)
      if (inbox === undefined)
        throw new AppError("source-unknown", "Cannot watch this: it is not the address of a list")
      return look(inbox, parseCursor(Cursor, cursor), { reader, signal: options?.signal })
    },
  }
}

async function look(inbox: URL, before: Cursor | undefined, looking: Looking): Promise<FeedNews> {
  const now = looking.reader.now()
  const recent = await latest(inbox, looking)
  if (before === undefined) {
    // What is older than this look is not news: the search would bring it up later.
    const found = (await search(inbox, now - OVERLAP_MS, looking)) ?? []
    return { items: [], cursor: next({ at: now, seen: [], gap: false }, [...found, ...recent]), hasMore: false }
  }
  const seen = new Set(before.seen)
  const isGap = before.gap || (recent.length > 0 && recent.every(({ id }) => !seen.has(id)))
  const found = isGap ? ((await search(inbox, before.at - OVERLAP_MS, looking)) ?? recent) : recent
  const newest = recent[0]?.id
  const isBehind = newest !== undefined && !found.some(({ id }) => id === newest) && now - before.at < OVERLAP_MS
  const ids = new Set(found.map(({ id }) => id))
  // Archives list the newest first.
  const items = [...recent.filter(({ id }) => !ids.has(id)), ...found].toReversed()
  const cursor = next({ at: isBehind ? before.at : now, seen: before.seen, gap: isBehind }, items)
  return { items: items.filter(({ id }) => !seen.has(id)), cursor, hasMore: false }
}

function next(cursor: Cursor, items: readonly FeedItem[]): string {
  const seen = [...new Set([...cursor.seen, ...items.map(({ id }) => id)])].slice(-MAX_SEEN)
  return JSON.stringify({ ...cursor, seen })
}

function inboxOf(ref: SourceRef, { allowed }: ArchiveReader): URL | undefined {
  if (ref.kind !== "url" || !allowed.has(ref.url)) return undefined
  const address = parseArchiveUrl(ref.url)
  return address?.kind === "list" ? address.inbox : undefined
}

interface Looking {
  readonly reader: ArchiveReader
  readonly signal: AbortSignal | undefined
}

/** Everything that arrived since then; undefined where the archive cannot search. */
async function search(
  inbox: URL,
  since: number,
  { reader, signal }: Looking,
): Promise<readonly FeedItem[] | undefined> {
  const url = new URL(inbox)
  url.searchParams.set("q", `rt:${Math.floor(since / 1000)}..`)
  url.searchParams.set("x", "m")
  return reader.http.ask(url, { method: "POST", signal }, async (answer) => {
    if (answer.status === 404) return (await textOf(answer)).includes("No results") ? [] : undefined
    if (answer.status !== 200 || !/gzip/.test(answer.headers["content-type"] ?? "")) return undefined
    const { maxThreadBytes: maxBytes, maxRatio } = reader.limits
    const chunks = gunzipWithin(answer.body, { maxBytes, maxRatio, name: `the new mail of ${inbox.href}` })
    const { messages } = await readMboxMessages(chunks, reader.limits)
    return messages.map((message) => feedItemOf(message, threadOf(inbox, message.id)))
  })
}

async function latest(inbox: URL, { reader, signal }: Looking): Promise<readonly FeedItem[]> {
  return reader.http.ask(new URL("new.atom", inbox), { signal }, async (answer) => {
    if (answer.status === 404 || answer.status === 410) {
      throw new AppError("source-gone", `Cannot watch ${inbox.href}: there is no such list`, {
        hint: "Look whether the address is right; `unwatch` stops asking for it",
      })
    }
    if (answer.status !== 200) {
      throw new AppError("source-unreachable", `Cannot read ${answer.url.href}: the archive answers ${answer.status}`)
    }
    return readAtom(await textOf(answer)).map((entry) => ({ ...entry, thread: threadOf(inbox, entry.id) }))
  })
}

function threadOf(inbox: URL, id: string): SourceRef {
  return { kind: "url", url: messageUrl(inbox, id) }
}

async function textOf({ body }: HttpAnswer): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > MAX_ATOM_BYTES)
      throw new AppError("limit-reached", "Cannot read the list: its feed is longer than 5 MB")
    pieces.push(chunk)
  }
  return Buffer.concat(pieces).toString("utf8")
}
