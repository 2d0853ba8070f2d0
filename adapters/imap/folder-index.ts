import type { FeedItem, Message, SourceRef } from "../../src/index.ts"
import { feedItemOf, toMessage } from "../mail/index.ts"
import type { OpenFolder } from "./mailbox.ts"

/** A message of the folder without its words. */
export interface IndexEntry {
  readonly uid: number
  readonly size: number
  readonly message: Message
}

export interface FolderIndex {
  /** All that the folder holds from `uid` on, in order of arrival. */
  read(folder: OpenFolder, from: number): Promise<readonly IndexEntry[]>
}

// Headers of 20,000 messages take 20 MB; a list's folder of one year is smaller.
export const MAX_INDEXED = 20_000
const HEADERS = ["from", "subject", "date", "message-id", "in-reply-to", "references"]

/** Keeps the headers of a folder, so that each is fetched once; a new UIDVALIDITY makes all of it void. */
export function createFolderIndex(): FolderIndex {
  let validity = ""
  let byUid = new Map<number, IndexEntry>()
  let known = { from: 1, to: 0 }
  return {
    read: async (folder, from) => {
      if (folder.validity !== validity) {
        validity = folder.validity
        byUid = new Map()
        known = { from: 1, to: 0 }
      }
      const isEmpty = known.to === 0
      const missing = isEmpty || from < known.from ? from : known.to + 1
      for (const entry of await fetchHeaders(folder, missing)) byUid.set(entry.uid, entry)
      const uids = [...byUid.keys()]
      for (const uid of uids.slice(0, Math.max(0, uids.length - MAX_INDEXED))) byUid.delete(uid)
      known = { from: isEmpty ? from : Math.min(from, known.from), to: Math.max(known.to, ...uids, 0) }
      return [...byUid.values()].filter(({ uid }) => uid >= from).sort((a, b) => a.uid - b.uid)
    },
  }
}

/** `n:*` always names the last message, even where it is older than n. */
async function fetchHeaders(folder: OpenFolder, from: number): Promise<readonly IndexEntry[]> {
  const entries: IndexEntry[] = []
  const query = { uid: true, size: true, headers: HEADERS }
  for await (const { uid, size, headers } of folder.client.fetch(`${from}:*`, query, { uid: true })) {
    if (uid < from || headers === undefined) continue
    entries.push({ uid, size: size ?? 0, message: await toMessage(headers, uid) })
  }
  return entries
}

export function toFeedItem(folderName: string, { message }: IndexEntry): FeedItem {
  const thread: SourceRef = { kind: "id", scheme: "imap", rest: `${folderName}/${message.id}` }
  return feedItemOf(message, thread)
}
