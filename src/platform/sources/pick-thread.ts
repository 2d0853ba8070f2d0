import { AppError } from "../../errors.ts"
import type { MessageId } from "../../model/message.ts"
import type { Thread } from "../../model/thread.ts"
import type { Listing } from "./thread-catalogue.ts"

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

export interface Wish<T extends Choosable> {
  /** A thread id, a Message-ID in it, its number in the list (from 1), or words of its subject. */
  readonly choice?: string | undefined
  /** The message that the source was asked for: the thread that holds it is meant. */
  readonly about?: MessageId | undefined
  /** The thread with that id, or with a message of that id; without it all of them are gone through. */
  readonly findById?: ((id: string) => T | undefined) | undefined
}

/** One thread of many: by id, number or words of the subject; else the one that was asked for; else the first, which is the largest. */
export function pickThread<T extends Choosable>(threads: Listing<T>, { choice, about, findById }: Wish<T>): Pick<T> {
  const others = Math.max(0, threads.length - 1)
  const first = threads.at(0)
  if (first === undefined) throw new AppError("thread-not-found", "Cannot find a thread: the source holds none")
  const wanted = choice?.trim() ?? ""
  if (wanted === "") {
    const asked = about === undefined ? undefined : find(threads, ({ messageIds }) => messageIds.includes(about))
    return { thread: asked ?? first, others: asked === undefined ? others : 0 }
  }
  const thread =
    byNumber(threads, wanted) ?? byId(threads, { wanted, findById }) ?? byWords(threads, checkNumber(threads, wanted))
  return { thread, others }
}

/** A thread in the form that it is chosen by. */
export function choosable(thread: Thread): Choosable & { readonly thread: Thread } {
  return { id: thread.id, subject: thread.subject, messageIds: thread.messages.map(({ id }) => id), thread }
}

const NUMBER = /^\d{1,7}$/

function byNumber<T extends Choosable>(threads: Listing<T>, wanted: string): T | undefined {
  const number = NUMBER.test(wanted) ? Number(wanted) : 0
  return number === 0 ? undefined : threads.at(number - 1)
}

/** A number that is no id either is one too high. */
function checkNumber<T extends Choosable>(threads: Listing<T>, wanted: string): string {
  if (!NUMBER.test(wanted)) return wanted
  throw new AppError("thread-not-found", `Cannot choose thread ${wanted}: the source holds ${threads.length}`, {
    hint: "Give a number from 1 on, as `standpoint threads` lists them",
  })
}

function byId<T extends Choosable>(
  threads: Listing<T>,
  { wanted, findById }: { readonly wanted: string; readonly findById: Wish<T>["findById"] },
): T | undefined {
  if (/\s/.test(wanted)) return undefined
  const bare = wanted.replaceAll(/[<>]/g, "")
  const inner = bare.replace(/^mail:/, "")
  if (findById !== undefined) return findById(inner)
  return (
    find(threads, ({ id }) => id === bare || id === `mail:${bare}`) ??
    find(threads, ({ messageIds }) => messageIds.includes(inner))
  )
}

function find<T extends Choosable>(threads: Listing<T>, isMeant: (thread: T) => boolean): T | undefined {
  for (const thread of threads) if (isMeant(thread)) return thread
  return undefined
}

function byWords<T extends Choosable>(threads: Listing<T>, wanted: string): T {
  const words = wanted.toLowerCase().split(/\s+/)
  const hits: T[] = []
  for (const thread of threads) {
    const subject = thread.subject.toLowerCase()
    if (words.every((word) => subject.includes(word))) hits.push(thread)
  }
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
