import { buildThreads } from "../engine/threading/build-threads.ts"
import { summarise } from "../engine/summarise.ts"
import type { Summary } from "../model/summary.ts"
import type { CatalogueEntry, ThreadCatalogue } from "../platform/thread-catalogue.ts"
import type { ReadOptions } from "../platform/thread-source.ts"

/** Where every thread costs a pass over the whole place: a dozen is what fits on a screen and in a minute. */
export const MAX_PASSES = 12
// Reading and weighing takes about a millisecond a message: nobody asked for more than some ten seconds of it.
const MAX_UNASKED_MESSAGES = 10_000

export interface Counting {
  /** So many of the largest threads are listed; all of these are counted, for they were asked for. */
  readonly limit?: number | undefined
  readonly readOptions?: ReadOptions | undefined
}

/** How many questions are open in each of the first threads: in as many of them as can be read in good time. */
export async function countQuestions(catalogue: ThreadCatalogue, counting: Counting): Promise<readonly number[]> {
  const { limit, readOptions } = counting
  const wanted = chooseEntries(catalogue, limit)
  const total = wanted.reduce((sum, { messageCount }) => sum + messageCount, 0)
  const counts: number[] = []
  let before = 0
  for (const entry of wanted) {
    readOptions?.onProgress?.({ done: before, total, unit: "messages" })
    const [thread] = buildThreads(await catalogue.read(entry, withoutProgress(readOptions)))
    counts.push(thread === undefined ? 0 : countOpen(summarise(thread)))
    before += entry.messageCount
  }
  return counts
}

export function countOpen({ questions }: Summary): number {
  return questions.filter(({ status }) => status === "open").length
}

function chooseEntries(
  { entries, readsThreadAlone }: ThreadCatalogue,
  limit: number | undefined,
): readonly CatalogueEntry[] {
  const length = Math.min(entries.length, limit ?? Number.POSITIVE_INFINITY)
  if (!readsThreadAlone && length > MAX_PASSES) return []
  const chosen: CatalogueEntry[] = []
  let messages = 0
  for (const entry of entries) {
    messages += entry.messageCount
    const isBeyond = limit === undefined && readsThreadAlone && messages > MAX_UNASKED_MESSAGES
    if (chosen.length === length || isBeyond) break
    chosen.push(entry)
  }
  return chosen
}

function withoutProgress(options: ReadOptions | undefined): ReadOptions {
  return options?.signal === undefined ? {} : { signal: options.signal }
}
