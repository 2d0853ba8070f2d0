import type { Message, ReadOptions, Reading, Skipped, SourceRef, ThreadSource } from "../../src/index.ts"
import type { IndexedMessage } from "../mail/index.ts"
import { bareId, firstField, idsOf, readHeaderFields, readOne, threadMembers } from "../mail/index.ts"
import type { NewsServer } from "./news-server.ts"
import { refused, selectGroup } from "./news-server.ts"
import type { NewsPlace } from "./news-place.ts"
import { placeOf } from "./news-place.ts"
import type { NntpAnswer, NntpConnection } from "./nntp-connection.ts"
import { readOverview } from "./overview.ts"

export interface NewsReader {
  readonly server: NewsServer
  readonly host: string
  readonly group: string
  readonly isPrivate: boolean
  readonly maxMessages: number
}

// Answers come within days; 20,000 articles are a month of linux-kernel, and their overview 6 MB.
const MAX_OVERVIEW = 20_000
const OVERVIEW_STEP = 2_000
// Mail overtakes mail: an answer may have come in a little before what it answers.
const EARLY_ANSWERS = 200
// The deepest thread of 2,600 list mails has 60 levels.
const MAX_ANCESTORS = 500
// Commands under way at once: enough to hide the way there and back.
const PIPELINE = 20

/** Whole threads of a newsgroup, by Message-ID or article number. */
export function createNewsSource(reader: NewsReader): ThreadSource {
  return {
    name: "nntp",
    schemes: ["nntp"],
    hosts: [reader.host],
    forms: [{ words: `nntp:${reader.group}/<number or Message-ID>`, from: "anywhere" }],
    // A group behind a password is not opened to whoever guesses a Message-ID.
    accepts: (ref: SourceRef) =>
      (ref.kind === "message-id" && !reader.isPrivate) || placeOf(ref, reader)?.article !== undefined,
    read: async (ref: SourceRef, options?: ReadOptions) => {
      options?.signal?.throwIfAborted()
      const place = ref.kind === "message-id" ? { group: reader.group, article: `<${ref.id}>` } : placeOf(ref, reader)
      if (place?.article === undefined) return undefined
      return reader.server.talk(async (connection) => readThread(connection, place, { reader, options }))
    },
  }
}

interface Asked {
  readonly reader: NewsReader
  readonly options: ReadOptions | undefined
}

async function readThread(
  connection: NntpConnection,
  { group, article = "" }: NewsPlace,
  asked: Asked,
): Promise<Reading | undefined> {
  const { low, high } = await selectGroup(connection, group)
  const { own, heads } = await climb(connection, article)
  if (own === undefined) return undefined
  const first = (await oldestNumber(connection, heads)) ?? low
  const from = Math.max(low, high - MAX_OVERVIEW + 1, first - EARLY_ANSWERS)
  const index: IndexedMessage[] = [...heads]
  for (let start = from; start <= high; start += OVERVIEW_STEP) {
    asked.options?.signal?.throwIfAborted()
    const entries = await readOverview(connection, { from: start, to: Math.min(high, start + OVERVIEW_STEP - 1) })
    index.push(...entries.map(({ message }) => ({ id: message.id, parents: message.references })))
  }
  const members = [...threadMembers(index, own)]
  const { maxMessages } = asked.reader
  const { messages, skipped } = await readArticles(connection, members.slice(0, maxMessages), asked)
  const reasons = [
    ...(members.length > maxMessages ? [`the thread has more than ${maxMessages} messages`] : []),
    ...(first < from ? [`the thread began more than ${MAX_OVERVIEW} articles ago: early answers may be missing`] : []),
  ]
  return { source: "mail", messages, skipped, reasons, about: own }
}

interface Climbed {
  /** The Message-ID of the article that was asked for; undefined where there is none. */
  readonly own: string | undefined
  readonly heads: readonly IndexedMessage[]
}

/** An article and everything above it, each as far as its own header tells: the newest may name its parent alone. */
async function climb(connection: NntpConnection, article: string): Promise<Climbed> {
  const heads: IndexedMessage[] = []
  const seen = new Set([article])
  let level = [article]
  while (level.length > 0 && seen.size < MAX_ANCESTORS) {
    const answers = await Promise.all(level.map(async (name) => connection.send(`HEAD ${name}`)))
    const found = answers.flatMap((answer) => headOf(answer))
    heads.push(...found)
    const above = found.flatMap(({ parents }) => parents.filter((id) => id.includes("@")).map((id) => `<${id}>`))
    level = [...new Set(above)].filter((name) => !seen.has(name)).slice(0, MAX_ANCESTORS - seen.size)
    for (const name of level) seen.add(name)
  }
  return { own: heads[0]?.id, heads }
}

function headOf(answer: NntpAnswer): readonly IndexedMessage[] {
  if (answer.code === 430 || answer.code === 423) return []
  if (answer.code !== 221 || answer.block === undefined) throw refused("an article", answer)
  const { fields } = readHeaderFields(answer.block.toString("latin1"))
  const id = bareId(firstField(fields, "message-id"))
  const parents = [...idsOf(firstField(fields, "references")), ...idsOf(firstField(fields, "in-reply-to"))]
  return id === undefined ? [] : [{ id, parents }]
}

/** The lowest number that any of these articles has in the selected group, where the server tells it. */
async function oldestNumber(connection: NntpConnection, heads: readonly IndexedMessage[]): Promise<number | undefined> {
  const answers = await Promise.all(heads.map(async ({ id }) => connection.send(`STAT <${id}>`)))
  const numbers = answers.filter(({ code }) => code === 223).map(({ text }) => Number(/^\d+/.exec(text)?.[0] ?? 0))
  const known = numbers.filter((number) => number > 0)
  return known.length === 0 ? undefined : Math.min(...known)
}

async function readArticles(
  connection: NntpConnection,
  ids: readonly string[],
  { options }: Asked,
): Promise<{ readonly messages: readonly Message[]; readonly skipped: readonly Skipped[] }> {
  const messages: Message[] = []
  const skipped: Skipped[] = []
  for (let start = 0; start < ids.length; start += PIPELINE) {
    options?.signal?.throwIfAborted()
    const batch = ids.slice(start, start + PIPELINE)
    const answers = await Promise.all(batch.map(async (id) => connection.send(`ARTICLE <${id}>`)))
    for (const [index, { code, block }] of answers.entries()) {
      const id = batch[index] ?? ""
      // An ancestor that this group never had is simply not there.
      if (code === 430 || code === 423) continue
      const outcome = block === undefined ? `the news server answers ${code}` : await readOne(block, start + index)
      if (typeof outcome === "string") skipped.push({ id, reason: outcome })
      else messages.push(outcome)
    }
    options?.onProgress?.({ done: Math.min(ids.length, start + PIPELINE), total: ids.length, unit: "messages" })
  }
  return { messages, skipped }
}
