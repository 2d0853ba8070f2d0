import type { Message, MessageId } from "../model/message.ts"
import type { Summary } from "../model/summary.ts"
import type { Reading, Thread } from "../model/thread.ts"
import type { Kept } from "./kept.ts"
import { createKept } from "./kept.ts"
import { summarise } from "./summarise.ts"
import { buildThread } from "./threading/build-threads.ts"
import { asReceived, nameAuthor } from "./threading/names/name-authors.ts"
import type { Naming } from "./threading/names/naming.ts"
import { createNaming, goOnNaming } from "./threading/names/naming.ts"
import { mayShowLost } from "./threading/quoted/rebuild-quoted.ts"

/** Where a growing thread comes from: a Reading without its messages. */
export type AnalysisSource = Partial<Omit<Reading, "messages">> & Pick<Reading, "source">

/** A thread that grows. Messages may come in any order; the summary is the same, byte for byte, as of the whole at once. */
export interface Analysis {
  /** Takes in a message that belongs to the thread; one with a known id replaces it (an edit, a deletion). */
  readonly add: (message: Message) => Summary
  /** As it stands; undefined as long as there is no message. */
  readonly summary: () => Summary | undefined
}

export function createAnalysis(source: AnalysisSource, messages: readonly Message[] = []): Analysis {
  const kept: Kept = createKept()
  const heap = createHeap(messages)
  let thread = messages.length === 0 ? undefined : wholeThread(source, heap)
  let summary = thread && summarise(thread, kept)
  // Once nothing is lost in a thread, a message that answers one of its messages shows nothing lost either.
  let isWhole = false
  /** Of the thread as it stands; made where it grows at its end, and kept while it does. */
  let naming: Naming | undefined
  return {
    add: (message) => {
      const isLast =
        thread !== undefined &&
        comesLast(message, heap) &&
        (isWhole ? answersOneOf(message, heap) : !mayShowLost(message, thread.messages))
      isWhole = isLast
      put(heap, message)
      naming = isLast ? (naming ?? namingOf(thread)) : undefined
      if (thread !== undefined && naming !== undefined && goOnNaming(naming, message))
        thread = append(thread, nameAuthor(message, naming), kept)
      else {
        thread = wholeThread(source, heap)
        naming = undefined
      }
      summary = summarise(thread, kept)
      return summary
    },
    summary: () => summary,
  }
}

/** All messages that came, with what tells whether another one comes last. */
interface Heap {
  readonly messageById: Map<MessageId, Message>
  /** Every id that a message names as what it answers. */
  readonly answered: Set<MessageId>
  /** The youngest date; undefined once a message without one has come: nobody knows its place. */
  latest: string | undefined
}

function createHeap(messages: readonly Message[]): Heap {
  const heap: Heap = { messageById: new Map(), answered: new Set(), latest: "" }
  for (const message of messages) put(heap, message)
  return heap
}

function put(heap: Heap, message: Message): void {
  heap.messageById.set(message.id, message)
  if (message.inReplyTo !== undefined) heap.answered.add(message.inReplyTo)
  for (const id of message.references) heap.answered.add(id)
  const { latest } = heap
  heap.latest =
    latest === undefined || message.sentAt === undefined || message.sentAt < latest ? latest : message.sentAt
  if (message.sentAt === undefined) heap.latest = undefined
}

/** The rule: a new message is the youngest, and nobody answers it yet. Then nothing else moves. */
function comesLast(message: Message, { messageById, answered, latest }: Heap): boolean {
  if (latest === undefined || message.sentAt === undefined || message.sentAt <= latest) return false
  return !messageById.has(message.id) && !answered.has(message.id)
}

function answersOneOf({ medium, inReplyTo, references }: Message, { messageById }: Heap): boolean {
  if (medium === "chat") return true
  return (inReplyTo !== undefined && messageById.has(inReplyTo)) || references.some((id) => messageById.has(id))
}

function namingOf(thread: Thread | undefined): Naming {
  return createNaming((thread?.messages ?? []).map(asReceived))
}

function wholeThread(source: AnalysisSource, { messageById }: Heap): Thread {
  return buildThread({ skipped: [], reasons: [], ...source, messages: [...messageById.values()] })
}

function append(thread: Thread, message: Message, { factsById }: Kept): Thread {
  const candidates = [message.inReplyTo ?? "", ...message.references.toReversed()]
  const parent = candidates.find((id) => id !== message.id && factsById.has(id))
  const placed = parent === undefined || parent === message.inReplyTo ? message : { ...message, inReplyTo: parent }
  return { ...thread, messages: [...thread.messages, placed] }
}
