// An mbox that is too large to be held: the first pass keeps of every message where it stands and what
// it answers to, and joins these into threads; bodies are read for the chosen thread alone. 400,000
// messages (1 GB) take about 150 MB, because ids are kept once and everything else as numbers.

import type { CatalogueEntry, ReadOptions, Reading, Skipped, ThreadCatalogue } from "../../src/index.ts"
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
const HEAD_BYTES = 32 * 1024

interface Index {
  readonly nodeById: Map<string, number>
  /** Of every id that is known, if only by reference: the id, and a node of its group (the group's root names itself). */
  readonly ids: string[]
  readonly groups: number[]
  /** Of every message: its node, where it stands, when it was sent, and the numbers of its author and subject. */
  readonly nodes: number[]
  readonly starts: number[]
  readonly times: number[]
  readonly authors: number[]
  readonly subjects: number[]
  readonly authorTexts: Texts
  readonly subjectTexts: Texts
  readonly skipped: Skipped[]
}

/** The threads of a large mbox. */
export async function openMboxCatalogue(file: MboxFile, options?: ReadOptions): Promise<ThreadCatalogue> {
  const index = await buildIndex(file, options)
  const members = new Map<number, number[]>()
  for (const [message, node] of index.nodes.entries()) {
    const group = find(index.groups, node)
    const list = members.get(group)
    if (list === undefined) members.set(group, [message])
    else list.push(message)
  }
  const messagesByEntry = new WeakMap<CatalogueEntry, readonly number[]>()
  const entries: CatalogueEntry[] = []
  for (const messages of [...members.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))) {
    const entry = await toEntry(messages, index)
    messagesByEntry.set(entry, messages)
    entries.push(entry)
  }
  return {
    entries,
    skipped: index.skipped,
    read: async (entry, readOptions) => {
      const starts = new Set((messagesByEntry.get(entry) ?? []).map((message) => index.starts[message] ?? -1))
      return readMembers(file, starts, readOptions)
    },
  }
}

async function buildIndex(file: MboxFile, options: ReadOptions | undefined): Promise<Index> {
  const index: Index = {
    nodeById: new Map(),
    ids: [],
    groups: [],
    nodes: [],
    starts: [],
    times: [],
    authors: [],
    subjects: [],
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
  readonly fields: ReturnType<typeof readHeaderFields>["fields"]
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

function nodeOf(index: Index, id: string): number {
  const known = index.nodeById.get(id)
  if (known !== undefined) return known
  const node = index.groups.length
  const kept = detached(id)
  index.nodeById.set(kept, node)
  index.ids.push(kept)
  index.groups.push(node)
  return node
}

/** A copy: a slice would keep the whole header in memory. */
function detached(text: string): string {
  return Buffer.from(text, "latin1").toString("latin1")
}

function find(groups: number[], node: number): number {
  let root = node
  while (groups[root] !== root) root = groups[root] ?? root
  let current = node
  while (groups[current] !== root) {
    const next = groups[current] ?? root
    groups[current] = root
    current = next
  }
  return root
}

function join(groups: number[], a: number, b: number): void {
  groups[find(groups, a)] = find(groups, b)
}

async function toEntry(messages: readonly number[], index: Index): Promise<CatalogueEntry> {
  const at = (message: number): number => index.times[message] ?? Number.NaN
  const idOf = (message: number): string => index.ids[index.nodes[message] ?? -1] ?? ""
  const dated = messages.filter((message) => !Number.isNaN(at(message))).sort((a, b) => at(a) - at(b))
  const first = dated[0] ?? messages[0] ?? 0
  const latest = dated.at(-1)
  return {
    id: `mail:${idOf(first)}`,
    subject: await decodeSubject(index.subjectTexts.get(index.subjects[first] ?? -1)),
    messageCount: messages.length,
    people: new Set(messages.map((message) => index.authors[message])).size,
    lastActivityAt: latest === undefined ? undefined : new Date(at(latest)).toISOString(),
    get messageIds() {
      return messages.map(idOf)
    },
  }
}

/** Texts that are kept once, however often they come. */
interface Texts {
  add(text: string): number
  get(number: number): string
}

function createTexts(): Texts {
  const numberByText = new Map<string, number>()
  const texts: string[] = []
  return {
    add: (text) => {
      const known = numberByText.get(text)
      if (known !== undefined) return known
      const kept = detached(text)
      numberByText.set(kept, texts.length)
      texts.push(kept)
      return texts.length - 1
    },
    get: (number) => texts[number] ?? "",
  }
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

async function decodeSubject(subject: string): Promise<string> {
  if (!subject.includes("=?") && /^[ -~]*$/.test(subject)) return subject
  return (await toMessage(Buffer.from(`Subject: ${subject}\n\n`, "latin1"), 0)).subject
}
