import { buildThreads } from "../../engine/threading/build-threads.ts"
import { summarise } from "../../engine/summarise.ts"
import type { Summary } from "../../model/summary.ts"
import type { CatalogueEntry, ThreadCatalogue } from "../../platform/sources/thread-catalogue.ts"
import type { ReadOptions } from "../../platform/sources/thread-source.ts"

/** Where every thread costs a pass over the whole place: a dozen is what fits on a screen and in a minute. */
export const MAX_PASSES = 12
// Reading and weighing takes about a millisecond a message: nobody asked for more than some ten seconds of it.
const MAX_UNASKED_MESSAGES = 10_000
// Robots that answer themselves for years make threads of 50,000 messages.
const MAX_THREAD_MESSAGES = 5_000

export interface Counting {
  /** So many of the largest threads are listed; all of these are counted, for they were asked for. */
  readonly limit?: number | undefined
  readonly readOptions?: ReadOptions | undefined
}

/** How many questions are open in each of the first threads; undefined for those that would take too long. */
export async function countQuestions(
  catalogue: ThreadCatalogue,
  counting: Counting,
): Promise<readonly (number | undefined)[]> {
  const { limit, readOptions } = counting
  const wanted = chooseEntries(catalogue, limit)
  const total = wanted.reduce((sum, entry) => sum + (entry?.messageCount ?? 0), 0)
  const counts: (number | undefined)[] = []
  let before = 0
  for (const entry of wanted) {
    readOptions?.onProgress?.({ done: before, total, unit: "messages" })
    counts.push(entry === undefined ? undefined : await countThread(catalogue, entry, readOptions))
    before += entry?.messageCount ?? 0
  }
  return counts
}

async function countThread(
  catalogue: ThreadCatalogue,
  entry: CatalogueEntry,
  readOptions: ReadOptions | undefined,
): Promise<number> {
  const threads = buildThreads(await catalogue.read(entry, withoutProgress(readOptions)))
  const largest = threads.toSorted((left, right) => right.messages.length - left.messages.length)[0]
  return largest === undefined ? 0 : countOpen(summarise(largest))
}

export function countOpen({ questions }: Summary): number {
  return questions.filter(({ status }) => status === "open").length
}

/** The first entries, without those that are too large to be weighed for one number in a list. */
function chooseEntries(
  { entries, readsThreadAlone }: ThreadCatalogue,
  limit: number | undefined,
): readonly (CatalogueEntry | undefined)[] {
  const length = Math.min(entries.length, limit ?? Number.POSITIVE_INFINITY)
  if (!readsThreadAlone && length > MAX_PASSES) return []
  const chosen: (CatalogueEntry | undefined)[] = []
  let messages = 0
  for (const entry of entries) {
    const isTooLarge = entry.messageCount > MAX_THREAD_MESSAGES
    if (!isTooLarge) messages += entry.messageCount
    const isBeyond = limit === undefined && readsThreadAlone && messages > MAX_UNASKED_MESSAGES
    if (chosen.length === length || isBeyond) break
    chosen.push(isTooLarge ? undefined : entry)
  }
  return chosen
}

function withoutProgress(options: ReadOptions | undefined): ReadOptions {
  return options?.signal === undefined ? {} : { signal: options.signal }
}
