import type { Message, ReadOptions, Reading, Skipped, SourceRef, ThreadSource } from "../../src/index.ts"
import { readOne, threadMembers, withoutRepeats } from "../mail/index.ts"
import type { IndexEntry } from "./folder-index.ts"
import { MAX_INDEXED } from "./folder-index.ts"
import type { OpenFolder } from "./mailbox.ts"
import type { MailboxReader } from "./mailbox-feed.ts"
import { articleOf } from "./mailbox-feed.ts"

/**
 * Whole threads of a mail folder, by Message-ID. It takes `imap:` ids alone: whoever knows a bare
 * Message-ID must not get at private mail by it. In chat such an id is read only where an administrator
 * has allowed the folder (`privatePlace` of the feed).
 */
export function createMailboxSource(reader: MailboxReader): ThreadSource {
  return {
    name: "imap",
    schemes: ["imap"],
    hosts: [],
    forms: [{ words: `imap:${reader.folder}/<Message-ID>`, from: "anywhere" }],
    accepts: (ref: SourceRef) => (articleOf(ref, reader)?.id ?? "") !== "",
    read: async (ref: SourceRef, options?: ReadOptions) => {
      options?.signal?.throwIfAborted()
      const id = articleOf(ref, reader)?.id ?? ""
      return id === "" ? undefined : reader.mailbox.use(async (folder) => readThread(folder, { id, reader, options }))
    },
  }
}

interface Asked {
  readonly id: string
  readonly reader: MailboxReader
  readonly options: ReadOptions | undefined
}

async function readThread(folder: OpenFolder, { id, reader, options }: Asked): Promise<Reading | undefined> {
  const entries = await reader.index.read(folder, Math.max(1, folder.uidNext - MAX_INDEXED))
  const index = entries.map(({ message }) => ({ id: message.id, parents: parentsOf(message) }))
  const members = threadMembers(index, id)
  if (!members.has(id)) return undefined
  const wanted = entries.filter(({ message }) => members.has(message.id))
  const small = wanted.filter(({ size }) => size <= reader.maxMailBytes).slice(0, reader.maxMessages)
  const large = wanted.filter(({ size }) => size > reader.maxMailBytes)
  const { messages, skipped } = await fetchMessages(folder, small, options)
  const tooLong = large.map(({ message }) => ({
    id: message.id,
    reason: `longer than ${Math.floor(reader.maxMailBytes / 1024 / 1024)} MB`,
  }))
  const isCut = wanted.length - large.length > reader.maxMessages
  const reasons = isCut ? [`the thread has more than ${reader.maxMessages} messages`] : []
  return { source: "mail", messages: withoutRepeats(messages), skipped: [...skipped, ...tooLong], reasons, about: id }
}

function parentsOf(message: Message): readonly string[] {
  return message.inReplyTo === undefined ? message.references : [...message.references, message.inReplyTo]
}

async function fetchMessages(
  { client }: OpenFolder,
  entries: readonly IndexEntry[],
  options: ReadOptions | undefined,
): Promise<{ readonly messages: readonly Message[]; readonly skipped: readonly Skipped[] }> {
  const messages: Message[] = []
  const skipped: Skipped[] = []
  if (entries.length === 0) return { messages, skipped }
  const range = entries.map(({ uid }) => uid).join(",")
  // imapflow asks with BODY.PEEK: reading sets no flag.
  for await (const { uid, source } of client.fetch(range, { uid: true, source: true }, { uid: true })) {
    options?.signal?.throwIfAborted()
    const outcome = source === undefined ? "the server sent no text" : await readOne(source, uid)
    if (typeof outcome === "string") skipped.push({ id: `uid ${uid}`, reason: outcome })
    else messages.push(outcome)
    options?.onProgress?.({ done: messages.length + skipped.length, total: entries.length, unit: "messages" })
  }
  return { messages, skipped }
}
