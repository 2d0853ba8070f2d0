import { AppError } from "../errors.ts"
import type { MessageId } from "../model/message.ts"
import type { Thread } from "../model/thread.ts"

/** What is needed of a thread to choose it. */
export interface Choosable {
  readonly id: string
  readonly subject: string
  readonly messageIds: readonly MessageId[]
}

export interface Pick<T extends Choosable> {
  readonly thread: T
  /** How many more the source holds; nobody chose between them where this is above 0 and nothing was said. */
  readonly others: number
}

export interface Wish {
  /** A thread id, a Message-ID in it, its number in the list (from 1), or words of its subject. */
  readonly choice?: string | undefined
  /** The message that the source was asked for: the thread that holds it is meant. */
  readonly about?: MessageId | undefined
}

/** One thread of many: by id, number or words of the subject; else the one that was asked for; else the first, which is the largest. */
export function pickThread<T extends Choosable>(threads: readonly T[], { choice, about }: Wish): Pick<T> {
  const others = Math.max(0, threads.length - 1)
  const first = threads[0]
  if (first === undefined) throw new AppError("thread-not-found", "Cannot find a thread: the source holds none")
  const wanted = choice?.trim() ?? ""
  if (wanted === "") {
    const asked = about === undefined ? undefined : threads.find(({ messageIds }) => messageIds.includes(about))
    return { thread: asked ?? first, others: asked === undefined ? others : 0 }
  }
  return { thread: byId(threads, wanted) ?? byNumber(threads, wanted) ?? byWords(threads, wanted), others }
}

/** A thread in the form that it is chosen by. */
export function choosable(thread: Thread): Choosable & { readonly thread: Thread } {
  return { id: thread.id, subject: thread.subject, messageIds: thread.messages.map(({ id }) => id), thread }
}

function byId<T extends Choosable>(threads: readonly T[], wanted: string): T | undefined {
  // Words are no id; looking for them in every id of a large list would only cost memory.
  if (/\s/.test(wanted)) return undefined
  const bare = wanted.replaceAll(/[<>]/g, "")
  return (
    threads.find(({ id }) => id === bare || id === `mail:${bare}`) ??
    threads.find(({ messageIds }) => messageIds.includes(bare.replace(/^mail:/, "")))
  )
}

function byNumber<T extends Choosable>(threads: readonly T[], wanted: string): T | undefined {
  if (!/^\d{1,7}$/.test(wanted)) return undefined
  const thread = threads[Number(wanted) - 1]
  if (thread === undefined) {
    throw new AppError("thread-not-found", `Cannot choose thread ${wanted}: the source holds ${threads.length}`, {
      hint: "Give a number from 1 on, as `standpoint threads` lists them",
    })
  }
  return thread
}

function byWords<T extends Choosable>(threads: readonly T[], wanted: string): T {
  const words = wanted.toLowerCase().split(/\s+/)
  const hits = threads.filter(({ subject }) => words.every((word) => subject.toLowerCase().includes(word)))
  const exact = hits.filter(({ subject }) => subject.toLowerCase() === wanted.toLowerCase())
  const [hit, second] = exact.length === 1 ? exact : hits
  if (hit !== undefined && second === undefined) return hit
  const reason =
    hit === undefined
      ? "no thread has that id or these words in its subject"
      : `${hits.length} threads have these words in their subject`
  throw new AppError("thread-not-found", `Cannot choose thread "${wanted}": ${reason}`, {
    hint: "List them with `standpoint threads SOURCE`, and give an id, a number or more words",
  })
}
