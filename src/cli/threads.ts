import type { Thread } from "../model/thread.ts"
import { buildThreads } from "../engine/threading/build-threads.ts"
import { summarise } from "../engine/summarise.ts"
import type { SourceContext } from "../platform/read-source.ts"
import { readSource } from "../platform/read-source.ts"
import type { CatalogueEntry, ThreadCatalogue } from "../platform/thread-catalogue.ts"
import type { ReadOptions, ThreadSource } from "../platform/thread-source.ts"
import { openCatalogue } from "./choose-thread.ts"
import type { Terminal } from "./terminal.ts"
import { renderThreads } from "./threads-text.ts"

export const THREADS_FORMATS = ["text", "json"] as const
export type ThreadsFormat = (typeof THREADS_FORMATS)[number]

export interface ThreadsOptions {
  readonly format: ThreadsFormat
  /** Reading what is asked still takes the words of every thread; of a large place, of so many threads. */
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
  /** Undefined where its words were not read. */
  readonly openQuestions: number | undefined
  readonly lastActivityAt: string | undefined
}

// A thread of a large mbox takes one pass over the file: a dozen is what fits on a screen and in a minute.
const MAX_READ_OF_CATALOGUE = 12

/** The threads that a source holds, largest first, to stdout. */
export async function threadsCommand(source: string, options: ThreadsOptions, parts: ThreadsParts): Promise<void> {
  const { terminal } = parts
  const context = { sources: parts.sources, origin: "terminal" } as const
  const catalogue = await openCatalogue(source, context, parts.readOptions)
  const threads =
    catalogue === undefined ? await listWhole(source, context, parts) : await listCatalogue(catalogue, parts)
  const shown = options.limit === undefined ? threads : threads.slice(0, options.limit)
  terminal.writeOut(
    options.format === "json" ? `${JSON.stringify(shown, undefined, 2)}\n` : renderThreads(shown, terminal),
  )
  if (shown.length < threads.length)
    terminal.writeError(`${threads.length - shown.length} more threads are not shown.\n`)
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
  const { questions, thread: facts, participants } = summarise(thread)
  return {
    number,
    id: thread.id,
    subject: thread.subject,
    people: participants.length,
    messages: facts.messageCount,
    openQuestions: questions.filter(({ status }) => status === "open").length,
    lastActivityAt: facts.lastActivityAt,
  }
}

async function listCatalogue(
  catalogue: ThreadCatalogue,
  { readOptions }: ThreadsParts,
): Promise<readonly ListedThread[]> {
  const listed: ListedThread[] = []
  // What is at hand costs nothing to read; of a file every thread costs a pass over it.
  const small = catalogue.entries.length <= MAX_READ_OF_CATALOGUE
  for (const [index, entry] of catalogue.entries.entries()) {
    listed.push(
      small ? await readEntry(catalogue, { entry, number: index + 1, readOptions }) : fromEntry(entry, index + 1),
    )
  }
  return listed
}

interface EntryToRead {
  readonly entry: CatalogueEntry
  readonly number: number
  readonly readOptions: ReadOptions | undefined
}

async function readEntry(
  catalogue: ThreadCatalogue,
  { entry, number, readOptions }: EntryToRead,
): Promise<ListedThread> {
  const [thread] = buildThreads(await catalogue.read(entry, readOptions))
  const known = fromEntry(entry, number)
  return thread === undefined ? known : { ...known, openQuestions: toListed(thread, number).openQuestions }
}

function fromEntry(entry: CatalogueEntry, number: number): ListedThread {
  return {
    number,
    id: entry.id,
    subject: entry.subject,
    people: entry.people,
    messages: entry.messageCount,
    openQuestions: undefined,
    lastActivityAt: entry.lastActivityAt,
  }
}
