import { z } from "zod"
import type { Feed, FeedNews, SourceRef } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { parseCursor } from "../mail/index.ts"
import type { FolderIndex, IndexEntry } from "./folder-index.ts"
import { toFeedItem } from "./folder-index.ts"
import type { Mailbox, OpenFolder } from "./mailbox.ts"

export interface MailboxReader {
  readonly mailbox: Mailbox
  readonly index: FolderIndex
  readonly folder: string
  readonly host: string
  readonly maxMailBytes: number
  readonly maxMessages: number
}

// Enough to know again what was told before the server numbered everything anew.
const MAX_RECENT = 500

const Cursor = z.object({ validity: z.string(), uid: z.number().int().nonnegative(), recent: z.array(z.string()) })
type Cursor = z.infer<typeof Cursor>

/** New mail of one folder by UID: nothing missed, nothing told twice, nothing marked as read. */
export function createMailboxFeed(reader: MailboxReader): Feed {
  return {
    name: "imap",
    accepts: (ref: SourceRef) => articleOf(ref, reader)?.id === "",
    privatePlace: (ref: SourceRef) => (articleOf(ref, reader) === undefined ? undefined : `imap:${reader.folder}`),
    readNew: async (ref, cursor, options) => {
      options?.signal?.throwIfAborted()
      if (articleOf(ref, reader) === undefined)
        throw new AppError("source-unknown", "Cannot watch this: it is not the folder that is set up")
      reader.mailbox.listen()
      return reader.mailbox.use(async (folder) => look(folder, parseCursor(Cursor, cursor), reader))
    },
  }
}

/** The Message-ID that a reference names in this folder; empty for the folder itself, undefined for what is elsewhere. */
export function articleOf(
  ref: SourceRef,
  { folder, host }: Pick<MailboxReader, "folder" | "host">,
): { readonly id: string } | undefined {
  if (ref.kind === "url") {
    const isHere = /^imaps?:$/.test(ref.url.protocol) && ref.url.host === host
    return isHere && decodeURIComponent(ref.url.pathname.slice(1)) === folder ? { id: "" } : undefined
  }
  if (ref.kind !== "id" || ref.scheme !== "imap") return undefined
  if (ref.rest === folder) return { id: "" }
  const id = ref.rest.startsWith(`${folder}/`) ? ref.rest.slice(folder.length + 1) : ""
  return id.includes("@") || id.startsWith("nomid-") ? { id } : undefined
}

async function look(folder: OpenFolder, before: Cursor | undefined, reader: MailboxReader): Promise<FeedNews> {
  const isRenumbered = before !== undefined && before.validity !== folder.validity
  const from = before === undefined || isRenumbered ? Math.max(1, folder.uidNext - MAX_RECENT) : before.uid + 1
  // A server tells what came when it is asked for anything but a FETCH.
  await folder.client.noop()
  const entries = await reader.index.read(folder, from)
  const told = new Set(before?.recent)
  const fresh = before === undefined ? [] : entries.filter(({ message }) => !told.has(message.id))
  return {
    items: fresh.map((entry) => toFeedItem(reader.folder, entry)),
    cursor: toCursor(folder, entries, isRenumbered ? { ...before, uid: 0 } : before),
    hasMore: false,
  }
}

function toCursor(folder: OpenFolder, entries: readonly IndexEntry[], before: Cursor | undefined): string {
  const recent = [...new Set([...(before?.recent ?? []), ...entries.map(({ message }) => message.id)])].slice(
    -MAX_RECENT,
  )
  const uid = Math.max(before?.uid ?? folder.uidNext - 1, 0, ...entries.map((entry) => entry.uid))
  const cursor: Cursor = { validity: folder.validity, uid, recent }
  return JSON.stringify(cursor)
}
