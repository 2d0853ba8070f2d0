import { buildThreads } from "../../engine/threading/build-threads.ts"
import { AppError } from "../../errors.ts"
import type { Thread } from "../../model/thread.ts"
import { readReference } from "../../platform/sources/read-source.ts"
import type { SourceRef, ThreadSource } from "../../platform/sources/thread-source.ts"

/** The thread that a reference means, whole: the one that holds the message asked for, else the largest. */
export async function readThreadOf(ref: SourceRef, sources: readonly ThreadSource[]): Promise<Thread> {
  const reading = await readReference(ref, { sources })
  const threads = buildThreads(reading)
  const asked = reading.about ?? (ref.kind === "message-id" ? ref.id : undefined)
  const largest = threads.toSorted((left, right) => right.messages.length - left.messages.length)[0]
  const thread = threads.find((one) => one.messages.some((message) => message.id === asked)) ?? largest
  if (thread === undefined) throw new AppError("thread-not-found", "Cannot read a watched thread: no message in it")
  return thread
}

/** The thread without the words of people who asked not to be summarized; their messages keep their places. */
export function withoutPeople(thread: Thread, addresses: ReadonlySet<string>): Thread {
  if (addresses.size === 0) return thread
  return {
    ...thread,
    messages: thread.messages.map((message) =>
      addresses.has(message.author.address)
        ? { ...message, body: "", subject: "", isDeleted: true, reactions: [], attachments: [] }
        : message,
    ),
  }
}
