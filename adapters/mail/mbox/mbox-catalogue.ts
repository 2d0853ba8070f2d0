// An mbox that is too large to be held: the first pass keeps of every message where it stands and what
// it answers to, and joins these into threads; bodies are read for the chosen thread alone. 400,000
// messages (1 GB) take some 50 MB, because texts are kept once, as bytes, and everything else as numbers.

import type { CatalogueEntry, ReadOptions, Skipped, ThreadCatalogue } from "../../../src/index.ts"
import type { Column, Texts } from "./compact.ts"
import { createColumn, createCountColumn, createTexts } from "./compact.ts"
import type { HeaderField } from "../mime/header-fields.ts"
import { firstField, readHeaderFields } from "../mime/header-fields.ts"
import { bareId, idsOf, parseMailDate } from "../mime/header-values.ts"
import type { MboxFile, Place } from "./mbox-members.ts"
import { readMembers } from "./mbox-members.ts"
import { splitMbox } from "./split-mbox.ts"
import { keepHeapSmall } from "./thrifty-heap.ts"
import { toMessage } from "../mime/to-message.ts"

// The header of a list mail has 4 KB, with a long way through relays 20 KB.
const HEAD_BYTES = 24 * 1024
// What a column holds; a mail that is longer is cut long before.
const MAX_LENGTH = 2 ** 32 - 1

interface Index {
  /** Every id that is known, if only by reference; its number is its node. */
  readonly ids: Texts
  /** Of every node another one of its group; a group's root names itself. */
  readonly groups: Column
  /** Of every message: its node, where it stands, which one of the file it is, when it was sent, and the numbers of its author and subject. */
  readonly nodes: Column
  readonly starts: Column
  readonly lengths: Column
  readonly numbers: Column
  readonly times: Column
  readonly authors: Column
  readonly subjects: Column
  readonly authorTexts: Texts
  readonly subjectTexts: Texts
  readonly skipped: Skipped[]
}

/** The threads of a large mbox. */
export async function openMboxCatalogue(file: MboxFile, options?: ReadOptions): Promise<ThreadCatalogue> {
  keepHeapSmall()
  const index = await buildIndex(file, options)
  const runs = runsOf(index)
  const decoded = await decodeSubjects(runs, index)
  // Made when they are asked for: the entries of 100,000 threads take more than the index.
  const entryOf = (run: number): CatalogueEntry => toEntry(runs, { run, index, decoded })
  return {
    entries: {
      length: runs.largestFirst.length,
      at: (number) => {
        const run = runs.largestFirst.at(number)
        return run === undefined ? undefined : entryOf(run)
      },
      *[Symbol.iterator]() {
        for (const run of runs.largestFirst) yield entryOf(run)
      },
    },
    readsThreadAlone: file.openRange !== undefined,
    skipped: index.skipped,
    findById: (id) => {
      const run = findRun(runs, { id, index })
      return run === undefined ? undefined : entryOf(run)
    },
    read: async (entry, readOptions) => {
      const run = findRun(runs, { id: entry.id.replace(/^mail:/, ""), index })
      const messages = run === undefined ? [] : [...runs.messagesOf(run)]
      const places = messages.map((message) => placeOf(message, index))
      return readMembers(file, places, readOptions)
    },
  }
}

/** The messages sorted by their groups: every group is a run in one array, and an object for none. */
interface Runs {
  readonly largestFirst: Int32Array
  messagesOf(run: number): Int32Array
  /** The one that stands first in the file. */
  firstOf(run: number): number
}

function runsOf(index: Index): Runs {
  const { order, starts } = groupMessages(index)
  const lengthOf = (run: number): number => (starts[run + 1] ?? 0) - (starts[run] ?? 0)
  const firstOf = (run: number): number => order[starts[run] ?? 0] ?? 0
  const largestFirst = new Int32Array(starts.length - 1).map((_, run) => run)
  largestFirst.sort((a, b) => lengthOf(b) - lengthOf(a) || firstOf(a) - firstOf(b))
  return { largestFirst, messagesOf: (run) => order.subarray(starts[run], starts[run + 1]), firstOf }
}

interface Grouped {
  /** Messages, those of a group side by side and as they stand in the file. */
  readonly order: Int32Array
  /** Where each group begins in `order`, and at last where all of them end. */
  readonly starts: Int32Array
}

/** By counting: a sort that compares would copy everything several times. */
function groupMessages({ nodes, groups }: Index): Grouped {
  const roots = new Int32Array(nodes.length)
  const ends = new Int32Array(groups.length)
  for (let message = 0; message < nodes.length; message++) {
    const root = find(groups, nodes.get(message))
    roots[message] = root
    ends[root] = (ends[root] ?? 0) + 1
  }
  const starts = createCountColumn()
  let end = 0
  for (const [root, count] of ends.entries()) {
    if (count > 0) starts.push(end)
    end += count
    ends[root] = end
  }
  starts.push(end)
  const order = new Int32Array(nodes.length)
  for (let message = nodes.length - 1; message >= 0; message--) {
    const root = roots[message] ?? 0
    const at = (ends[root] ?? 0) - 1
    order[at] = message
    ends[root] = at
  }
  return { order, starts: Int32Array.from({ length: starts.length }, (_, run) => starts.get(run)) }
}

function findRun(runs: Runs, { id, index }: { readonly id: string; readonly index: Index }): number | undefined {
  const node = index.ids.find(id)
  if (node === undefined) return undefined
  const root = find(index.groups, node)
  return runs.largestFirst.find((run) => find(index.groups, index.nodes.get(runs.firstOf(run))) === root)
}

async function buildIndex(file: MboxFile, options: ReadOptions | undefined): Promise<Index> {
  const index: Index = {
    ids: createTexts(),
    groups: createCountColumn(),
    nodes: createCountColumn(),
    starts: createColumn(),
    lengths: createCountColumn(),
    numbers: createCountColumn(),
    times: createColumn(),
    authors: createCountColumn(),
    subjects: createCountColumn(),
    authorTexts: createTexts(),
    subjectTexts: createTexts(),
    skipped: [],
  }
  for await (const { raw, start, end, number } of splitMbox(await file.open(options), {
    maxBytes: HEAD_BYTES,
    headsOnly: true,
  })) {
    options?.signal?.throwIfAborted()
    const { fields } = readHeaderFields(raw.toString("latin1"))
    if (fields.length === 0) index.skipped.push({ id: `message ${number + 1}`, reason: "no mail: it has no header" })
    else addMessage(index, { fields, start, end, number })
  }
  return index
}

interface Found extends Place {
  readonly fields: readonly HeaderField[]
}

function addMessage(index: Index, { fields, start, end, number }: Found): void {
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
  index.lengths.push(Math.min(end - start, MAX_LENGTH))
  index.numbers.push(number)
  index.times.push(Date.parse(parseMailDate(firstField(fields, "date")) ?? ""))
}

function placeOf(message: number, { starts, lengths, numbers }: Index): Place {
  const start = starts.get(message)
  return { start, end: start + lengths.get(message), number: numbers.get(message) }
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
  /** Subjects in letters, where their bytes are none. */
  readonly decoded: ReadonlyMap<number, string>
}

function toEntry(runs: Runs, { run, index, decoded }: EntryOf): CatalogueEntry {
  const messages = runs.messagesOf(run)
  const authors = new Set<number>()
  let latest = Number.NaN
  for (const message of messages) {
    const time = index.times.get(message)
    authors.add(index.authors.get(message))
    if (!(time <= latest) && !Number.isNaN(time)) latest = time
  }
  const first = firstOf(messages, index)
  const subject = index.subjects.get(first)
  return {
    id: `mail:${idOf(first, index)}`,
    subject: decoded.get(subject) ?? index.subjectTexts.get(subject),
    messageCount: messages.length,
    people: authors.size,
    lastActivityAt: Number.isNaN(latest) ? undefined : new Date(latest).toISOString(),
    get messageIds() {
      return Array.from(runs.messagesOf(run), (message) => idOf(message, index))
    },
  }
}

/** The message that was sent first. */
function firstOf(messages: Int32Array, { times }: Index): number {
  let first = messages[0] ?? 0
  for (const message of messages) {
    const time = times.get(message)
    if (time < times.get(first) || (Number.isNaN(times.get(first)) && !Number.isNaN(time))) first = message
  }
  return first
}

async function decodeSubjects(runs: Runs, index: Index): Promise<ReadonlyMap<number, string>> {
  const decoded = new Map<number, string>()
  for (const run of runs.largestFirst) {
    const number = index.subjects.get(firstOf(runs.messagesOf(run), index))
    const text = index.subjectTexts.get(number)
    if (needsDecoding(text) && !decoded.has(number)) decoded.set(number, await decodedSubject(text))
  }
  return decoded
}

function idOf(message: number, { ids, nodes }: Index): string {
  return ids.get(nodes.get(message))
}

function needsDecoding(subject: string): boolean {
  return subject.includes("=?") || !/^[ -~]*$/.test(subject)
}

async function decodedSubject(bytes: string): Promise<string> {
  return (await toMessage(Buffer.from(`Subject: ${bytes}\n\n`, "latin1"), 0)).subject
}
