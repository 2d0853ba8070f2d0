import { stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { watch } from "chokidar"
import { z } from "zod"
import type { Feed, FeedItem, FeedNews, SourceRef } from "../../../src/index.ts"
import { AppError, toSourceWords } from "../../../src/index.ts"
import { feedItemOf } from "./feed-item.ts"
import { isMaildir, maildirFiles, readHead } from "./read-folder.ts"
import { parseCursor } from "./parse-cursor.ts"
import { toMessage } from "../mime/to-message.ts"

export interface MaildirFeedOptions {
  /** The Maildirs that are set up; no other folder can be watched. */
  readonly folders: readonly string[]
  /** Mail was delivered to the place that these words name: a good moment for a look. */
  readonly onNews?: ((source: string) => void) | undefined
}

export interface MaildirFeed extends Feed {
  /** Resolves once deliveries are noticed. */
  ready(): Promise<void>
  close(): Promise<void>
}

const Cursor = z.object({ seen: z.array(z.string()) })

/** New mail of Maildirs by file name: a name is unique for ever, and only its flags change. */
export function createMaildirFeed({ folders: named, onNews }: MaildirFeedOptions): MaildirFeed {
  const folders = named.map((folder) => resolve(folder))
  const watcher =
    onNews === undefined
      ? undefined
      : watch(
          folders.map((folder) => join(folder, "new")),
          { ignoreInitial: true, depth: 0 },
        )
  const isReady = new Promise<void>((done) => {
    if (watcher === undefined) done()
    else watcher.once("ready", () => done())
  })
  watcher?.on("add", (file) => {
    const folder = folders.find((candidate) => dirname(file) === join(candidate, "new"))
    if (folder !== undefined) onNews?.(wordsFor(folder))
  })
  return {
    name: "maildir",
    accepts: (ref: SourceRef) => ref.kind === "path" && maildirOf(ref, folders) !== undefined,
    privatePlace: (ref: SourceRef) => {
      const folder = maildirOf(ref, folders)
      return folder === undefined ? undefined : wordsFor(folder)
    },
    readNew: async (ref, cursor, options) => {
      options?.signal?.throwIfAborted()
      const folder = maildirOf(ref, folders)
      if (folder === undefined)
        throw new AppError("source-unknown", "Cannot watch this: it is not a Maildir that is set up")
      return look(folder, cursor)
    },
    ready: async () => isReady,
    close: async () => watcher?.close(),
  }
}

function maildirOf(ref: SourceRef, folders: readonly string[]): string | undefined {
  if (ref.kind === "path") return folders.find((folder) => folder === resolve(ref.path))
  return ref.kind === "id" && ref.scheme === "maildir"
    ? folders.find((folder) => ref.rest.startsWith(`${encodeURI(folder)}#`))
    : undefined
}

function wordsFor(folder: string): string {
  return toSourceWords({ kind: "path", path: folder })
}

async function look(folder: string, cursor: string | undefined): Promise<FeedNews> {
  await stat(folder).catch((cause: unknown) => {
    throw new AppError("source-gone", `Cannot watch "${folder}": there is no such folder`, { cause })
  })
  if (!(await isMaildir(folder))) throw new AppError("source-gone", `Cannot watch "${folder}": it is no Maildir`)
  const files = await maildirFiles(folder)
  const before = parseCursor(Cursor, cursor)
  const seen = before && new Set(before.seen)
  const items: FeedItem[] = []
  const gone = new Set<string>()
  if (seen !== undefined) {
    for (const [name, file] of files) {
      if (seen.has(name)) continue
      const head = await readHead(file).catch(() => undefined)
      if (head === undefined) gone.add(name)
      else items.push(await toItem(folder, head))
    }
  }
  // A file that was moved while we looked is not seen yet: the next look finds it under its new name.
  return {
    items,
    cursor: JSON.stringify({ seen: [...files.keys()].filter((name) => !gone.has(name)) }),
    hasMore: false,
  }
}

async function toItem(folder: string, head: string): Promise<FeedItem> {
  const message = await toMessage(Buffer.from(head, "latin1"), 0)
  return feedItemOf(message, { kind: "id", scheme: "maildir", rest: `${encodeURI(folder)}#${message.id}` })
}
