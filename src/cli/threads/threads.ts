import type { Thread } from "../../model/thread.ts"
import { buildThreads } from "../../engine/threading/build-threads.ts"
import { summarise } from "../../engine/summarise.ts"
import type { SourceContext } from "../../platform/sources/read-source.ts"
import { readSource } from "../../platform/sources/read-source.ts"
import type { CatalogueEntry, ThreadCatalogue } from "../../platform/sources/thread-catalogue.ts"
import type { ReadOptions, ThreadSource } from "../../platform/sources/thread-source.ts"
import { openCatalogue } from "./choose-thread.ts"
import type { Terminal } from "../terminal/terminal.ts"
import type { Counting } from "./count-questions.ts"
import { countOpen, countQuestions, MAX_PASSES } from "./count-questions.ts"
import { renderThreads } from "./threads-text.ts"

export const THREADS_FORMATS = ["text", "json"] as const
export type ThreadsFormat = (typeof THREADS_FORMATS)[number]

export interface ThreadsOptions {
  readonly format: ThreadsFormat
  /** So many at most; of a large place the open questions are counted for just these. */
  readonly limit?: number | undefined
}

export interface ThreadsParts {
  readonly sources: readonly ThreadSource[]
  readonly terminal: Terminal
  readonly readOptions?: ReadOptions
}

/** One line of the list: a thread of the source, as `--thread` takes it. */
export interface ListedThread {
  /** What `--thread` takes, beside the id and words of the subject. */
  readonly number: number
  readonly id: string
  readonly subject: string
  readonly people: number
  readonly messages: number
  /** Undefined where its words were not read; JSON says "not counted". */
  readonly openQuestions: number | undefined
  readonly lastActivityAt: string | undefined
}

/** The threads that a source holds, largest first, to stdout. */
export async function threadsCommand(source: string, options: ThreadsOptions, parts: ThreadsParts): Promise<void> {
  const { terminal } = parts
  const list = await openList(source, options, parts)
  const text = options.format === "json" ? threadsAsJson(list.rows) : renderThreads(list.rows, terminal)
  for (const page of pagesOf(text)) terminal.writeOut(page)
  if (list.hidden > 0) terminal.writeError(`${list.hidden} more threads are not shown.\n`)
  if (list.remark !== undefined) terminal.writeError(list.remark)
}

interface List {
  /** What is shown; may be gone through more than once. */
  readonly rows: Iterable<ListedThread>
  readonly hidden: number
  readonly remark: string | undefined
}

async function openList(source: string, options: ThreadsOptions, parts: ThreadsParts): Promise<List> {
  const { sources, readOptions } = parts
  const context = { sources, origin: "terminal" } as const
  const catalogue = await openCatalogue(source, context, readOptions)
  if (catalogue !== undefined) return openCatalogued(source, catalogue, { ...options, readOptions })
  const all = await listWhole(source, context, parts)
  const shown = all.slice(0, options.limit)
  return { rows: shown, hidden: all.length - shown.length, remark: undefined }
}

async function openCatalogued(source: string, catalogue: ThreadCatalogue, counting: Counting): Promise<List> {
  const { length } = catalogue.entries
  const shown = Math.min(counting.limit ?? length, length)
  const counts = await countQuestions(catalogue, counting)
  const counted = counts.filter((count) => count !== undefined).length
  return {
    rows: { [Symbol.iterator]: () => listEntries(catalogue, { counts, length: shown }) },
    hidden: length - shown,
    remark: counted >= shown ? undefined : notCounted(source, { catalogue, counted }),
  }
}

// A write for each of 100,000 rows costs more than making them.
const PAGE_CHARACTERS = 65_536

function* pagesOf(pieces: Iterable<string>): Generator<string> {
  let page = ""
  for (const piece of pieces) {
    page += piece
    if (page.length < PAGE_CHARACTERS) continue
    yield page
    page = ""
  }
  if (page !== "") yield page
}

function notCounted(
  source: string,
  { catalogue, counted }: { readonly catalogue: ThreadCatalogue; readonly counted: number },
): string {
  if (!catalogue.readsThreadAlone)
    return `Open questions were not counted: every thread of a packed file costs a pass over it. Unpack it, or give --limit ${MAX_PASSES} or less.\n`
  return `Open questions were counted for ${counted} of the largest threads. standpoint threads ${source} --limit N counts them for the N largest.\n`
}

async function listWhole(
  source: string,
  context: SourceContext,
  { readOptions }: ThreadsParts,
): Promise<readonly ListedThread[]> {
  const threads = buildThreads(await readSource(source, context, readOptions))
  return threads.map((thread, index) => toListed(thread, index + 1))
}

function toListed(thread: Thread, number: number): ListedThread {
  const summary = summarise(thread)
  const { thread: facts, participants } = summary
  return {
    number,
    id: thread.id,
    subject: thread.subject,
    people: participants.length,
    messages: facts.messageCount,
    openQuestions: countOpen(summary),
    lastActivityAt: facts.lastActivityAt,
  }
}

function* listEntries(
  { entries }: ThreadCatalogue,
  { counts, length }: { readonly counts: readonly (number | undefined)[]; readonly length: number },
): Generator<ListedThread> {
  let number = 0
  for (const entry of entries) {
    if (number === length) return
    yield fromEntry(entry, { number: number + 1, openQuestions: counts[number] })
    number++
  }
}

function fromEntry(
  entry: CatalogueEntry,
  { number, openQuestions }: Pick<ListedThread, "number" | "openQuestions">,
): ListedThread {
  return {
    number,
    id: entry.id,
    subject: entry.subject,
    people: entry.people,
    messages: entry.messageCount,
    openQuestions,
    lastActivityAt: entry.lastActivityAt,
  }
}

/** A row in the words of JSON: what was not counted says so. */
function* threadsAsJson(threads: Iterable<ListedThread>): Generator<string> {
  let before = "[\n"
  for (const thread of threads) {
    const row = { ...thread, openQuestions: thread.openQuestions ?? "not counted" }
    yield before + JSON.stringify([row], undefined, 2).slice(2, -2)
    before = ",\n"
  }
  yield before === "[\n" ? "[]\n" : "\n]\n"
}
