import type { Thread } from "../model/thread.ts"
import type { ReadOptions } from "../platform/thread-source.ts"
import { buildThreads } from "../engine/threading/build-threads.ts"
import { choosable, pickThread } from "../platform/pick-thread.ts"
import type { SourceContext } from "../platform/read-source.ts"
import { readSource } from "../platform/read-source.ts"

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

/** Words of a command to the one thread that they mean. */
export async function chooseThread(words: string, { choice, options, ...context }: Choice): Promise<ChosenThread> {
  const reading = await readSource(words, context, options)
  const { thread, others } = pickThread(buildThreads(reading).map(choosable), { choice, about: reading.about })
  return { thread: thread.thread, others: choice === undefined ? others : 0 }
}
