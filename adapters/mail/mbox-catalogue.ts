// An mbox that is too large to be held: the first pass keeps of every message where it stands and what
// it answers to, and joins these into threads; bodies are read for the chosen thread alone. 400,000
// messages (1 GB) take some 50 MB, because texts are kept once, as bytes, and everything else as numbers.

import type { CatalogueEntry, ReadOptions, Reading, Skipped, ThreadCatalogue } from "../../src/index.ts"
import type { Column, Texts } from "./compact.ts"
import { createColumn, createTexts } from "./compact.ts"
import type { HeaderField } from "./header-fields.ts"
import { firstField, readHeaderFields } from "./header-fields.ts"
import { bareId, idsOf, parseMailDate } from "./header-values.ts"
import { readMboxParts } from "./read-mbox.ts"
import type { MboxPart } from "./split-mbox.ts"
import { splitMbox } from "./split-mbox.ts"
import { toMessage } from "./to-message.ts"

export interface MboxFile {
  readonly name: string
  /** The whole file from its start, unpacked; may be asked for again. */
  readonly open: (options?: ReadOptions) => Promise<AsyncIterable<Buffer>>
  readonly maxMailBytes: number
}

// The header of a list mail has 4 KB, with a long way through relays 20 KB.
const HEAD_BYTES = 24 * 1024

interface Index {
  /** Every id that is known, if only by reference; its number is its node. */
  readonly ids: Texts
  /** Of every node another one of its group; a group's root names itself. */
  readonly groups: Column
  /** Of every message: its node, where it stands, when it was sent, and the numbers of its author and subject. */
  readonly nodes: Column
  readonly starts: Column
  readonly times: Column
  readonly authors: Column
  readonly subjects: Column
  readonly authorTexts: Texts
  readonly subjectTexts: Texts
  readonly skipped: Skipped[]
}

/** The threads of a large mbox. */
export async function openMboxCatalogue(file: MboxFile, options?: ReadOptions): Promise<ThreadCatalogue> {
  const index = await buildIndex(file, options)
  const runs = runsOf(index)
  const entries: CatalogueEntry[] = []
  for (const run of runs.largestFirst) {
    const entry = toEntry(runs, { run, index })
    entries.push(needsDecoding(entry.subject) ? await decoded(entry) : entry)
  }
  return {
    entries,
    skipped: index.skipped,
    read: async (entry, readOptions) => {
      const run = runs.largestFirst[entries.indexOf(entry)]
      const messages = run === undefined ? [] : [...runs.messagesOf(run)]
      return readMembers(file, new Set(messages.map((message) => index.starts.get(message))), readOptions)
    },
  }
}

/** The messages sorted by their groups: every group is a run in one array, and an object for none. */
interface Runs {
  readonly largestFirst: Int32Array
  messagesOf(run: number): Int32Array
}

function runsOf({ nodes, groups }: Index): Runs {
  const roots = new Int32Array(nodes.length)
  const order = new Int32Array(nodes.length)
  for (let message = 0; message < nodes.length; message++) {
    roots[message] = find(groups, nodes.get(message))
    order[message] = message
  }
  order.sort((a, b) => (roots[a] ?? 0) - (roots[b] ?? 0) || a - b)
  const starts = createColumn()
  for (let at = 0; at < order.length; at++) {
    if (at === 0 || roots[order[at] ?? 0] !== roots[order[at - 1] ?? 0]) starts.push(at)
  }
  const count = starts.length
  starts.push(order.length)
  const lengthOf = (run: number): number => starts.get(run + 1) - starts.get(run)
  const largestFirst = new Int32Array(count).map((_, run) => run)
  largestFirst.sort((a, b) => lengthOf(b) - lengthOf(a) || (order[starts.get(a)] ?? 0) - (order[starts.get(b)] ?? 0))
  return { largestFirst, messagesOf: (run) => order.subarray(starts.get(run), starts.get(run + 1)) }
}

async function buildIndex(file: MboxFile, options: ReadOptions | undefined): Promise<Index> {
  const index: Index = {
    ids: createTexts(),
    groups: createColumn(),
    nodes: createColumn(),
    starts: createColumn(),
    times: createColumn(),
    authors: createColumn(),
    subjects: createColumn(),
    authorTexts: createTexts(),
    subjectTexts: createTexts(),
    skipped: [],
  }
  for await (const { raw, start, number } of splitMbox(await file.open(options), { maxBytes: HEAD_BYTES })) {
    options?.signal?.throwIfAborted()
    const { fields } = readHeaderFields(raw.toString("latin1"))
    if (fields.length === 0) index.skipped.push({ id: `message ${number + 1}`, reason: "no mail: it has no header" })
    else addMessage(index, { fields, start, number })
  }
  return index
}

interface Found {
  readonly fields: readonly HeaderField[]
  readonly start: number
  readonly number: number
}

function addMessage(index: Index, { fields, start, number }: Found): void {
  const id = bareId(firstField(fields, "message-id")) ?? `nomid-${number}`
  const references = idsOf(firstField(fields, "references"))
  const parents = [references[0], references.at(-1), idsOf(firstField(fields, "in-reply-to"))[0]]
  const node = nodeOf(index, id)
  for (const parent of new Set(parents))
    if (parent?.includes("@") === true) join(index.groups, node, nodeOf(index, parent))
  index.subjects.push(index.subjectTexts.add(firstField(fields, "subject") ?? ""))
  index.authors.push(index.authorTexts.add(firstField(fields, "from") ?? ""))
  index.nodes.push(node)
  index.starts.push(start)
  index.times.push(Date.parse(parseMailDate(firstField(fields, "date")) ?? ""))
}

function nodeOf({ ids, groups }: Index, id: string): number {
  const node = ids.add(id)
  if (node === groups.length) groups.push(node)
  return node
}

function find(groups: Column, node: number): number {
  let root = node
  while (groups.get(root) !== root) root = groups.get(root)
  let current = node
  while (groups.get(current) !== root) {
    const next = groups.get(current)
    groups.set(current, root)
    current = next
  }
  return root
}

function join(groups: Column, a: number, b: number): void {
  groups.set(find(groups, a), find(groups, b))
}

interface EntryOf {
  readonly run: number
  readonly index: Index
}

function toEntry(runs: Runs, { run, index }: EntryOf): CatalogueEntry {
  const messages = runs.messagesOf(run)
  const authors = new Set<number>()
  let first = messages[0] ?? 0
  let latest = Number.NaN
  for (const message of messages) {
    const time = index.times.get(message)
    authors.add(index.authors.get(message))
    if (time < index.times.get(first) || Number.isNaN(index.times.get(first))) first = message
    if (!(time <= latest) && !Number.isNaN(time)) latest = time
  }
  return {
    id: `mail:${idOf(first, index)}`,
    subject: index.subjectTexts.get(index.subjects.get(first)),
    messageCount: messages.length,
    people: authors.size,
    lastActivityAt: Number.isNaN(latest) ? undefined : new Date(latest).toISOString(),
    get messageIds() {
      return Array.from(runs.messagesOf(run), (message) => idOf(message, index))
    },
  }
}

function idOf(message: number, { ids, nodes }: Index): string {
  return ids.get(nodes.get(message))
}

async function readMembers(
  { open, maxMailBytes }: MboxFile,
  starts: ReadonlySet<number>,
  options: ReadOptions | undefined,
): Promise<Reading> {
  const parts = chosen(splitMbox(await open(options), { maxBytes: maxMailBytes }), starts)
  const { messages, skipped } = await readMboxParts(parts, { maxMailBytes })
  return { source: "mail", messages, skipped, reasons: [] }
}

async function* chosen(parts: AsyncIterable<MboxPart>, starts: ReadonlySet<number>): AsyncGenerator<MboxPart> {
  let left = starts.size
  for await (const part of parts) {
    if (!starts.has(part.start)) continue
    yield part
    left--
    if (left === 0) return
  }
}

function needsDecoding(subject: string): boolean {
  return subject.includes("=?") || !/^[ -~]*$/.test(subject)
}

async function decoded(entry: CatalogueEntry): Promise<CatalogueEntry> {
  const { subject } = await toMessage(Buffer.from(`Subject: ${entry.subject}\n\n`, "latin1"), 0)
  return { ...entry, subject }
}
