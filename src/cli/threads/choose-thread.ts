import type { Thread } from "../../model/thread.ts"
import type { ReadOptions } from "../../platform/sources/thread-source.ts"
import { buildThreads } from "../../engine/threading/build-threads.ts"
import { choosable, pickThread } from "../../platform/sources/pick-thread.ts"
import { nameOf, readReference } from "../../platform/sources/read-source.ts"
import type { SourceContext } from "../../platform/sources/read-source.ts"
import { parseSource } from "../../platform/sources/source-grammar.ts"
import type { ThreadCatalogue } from "../../platform/sources/thread-catalogue.ts"
import { hasCatalogue } from "../../platform/sources/thread-catalogue.ts"
import { AppError } from "../../errors.ts"

export interface ChosenThread {
  readonly thread: Thread
  /** How many more the source holds that nobody chose between; worth a line on stderr. */
  readonly others: number
}

export interface Choice extends SourceContext {
  /** What `--thread` says: an id, a number of the list, or words of the subject. */
  readonly choice?: string | undefined
  readonly options?: ReadOptions
}

/** Words of a command to the one thread that they mean. Of a large place only that thread is read whole. */
export async function chooseThread(words: string, { choice, options, ...context }: Choice): Promise<ChosenThread> {
  const ref = parseSource(words, context)
  const catalogue = await openCatalogue(words, context, options)
  if (catalogue !== undefined) return fromCatalogue(catalogue, { choice, options, name: nameOf(ref) })
  const reading = await readReference(ref, context, options)
  const { thread, others } = pickThread(buildThreads(reading).map(choosable), { choice, about: reading.about })
  return { thread: thread.thread, others: choice === undefined ? others : 0 }
}

/** The threads of a place that is not read as a whole; undefined where it is. */
export async function openCatalogue(
  words: string,
  context: SourceContext,
  options?: ReadOptions,
): Promise<ThreadCatalogue | undefined> {
  const ref = parseSource(words, context)
  for (const source of context.sources) {
    if (!source.accepts(ref) || !hasCatalogue(source)) continue
    const catalogue = await source.openCatalogue(ref, options)
    if (catalogue !== undefined) return catalogue
  }
  return undefined
}

interface FromCatalogue {
  readonly choice: string | undefined
  readonly options: ReadOptions | undefined
  readonly name: string
}

async function fromCatalogue(
  catalogue: ThreadCatalogue,
  { choice, options, name }: FromCatalogue,
): Promise<ChosenThread> {
  const { thread: entry, others } = pickThread(catalogue.entries, { choice, findById: (id) => catalogue.findById(id) })
  const threads = buildThreads(await catalogue.read(entry, options))
  // By headers alone strangers may hang together; the engine has parted them.
  const thread = threads.find(({ messages }) => messages.some(({ id }) => `mail:${id}` === entry.id)) ?? threads[0]
  if (thread === undefined)
    throw new AppError("source-unreadable", `Cannot read "${name}": the thread has no readable message`)
  return { thread, others: choice === undefined ? others : 0 }
}
