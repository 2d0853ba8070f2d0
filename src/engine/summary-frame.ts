import type { Message } from "../model/message.ts"
import type { SummaryMessage, SummaryThread } from "../model/summary.ts"
import type { Author, MessageFacts, ThreadFacts } from "./facts.ts"
import type { Kept } from "./kept.ts"

/** What is said of the thread as a whole. */
export function summaryThread({ thread, language, unchanged }: ThreadFacts, kept: Pick<Kept, "span">): SummaryThread {
  const before = kept.span.upTo <= unchanged ? kept.span : EMPTY_SPAN
  kept.span = spanOf(before, thread.messages)
  const { startedAt, lastActivityAt, received } = kept.span
  return {
    id: thread.id,
    subject: thread.subject,
    source: thread.source,
    ...(thread.permalink === undefined ? {} : { permalink: thread.permalink }),
    // The contract wants one at least; a thread that is only quoted counts what is quoted.
    messageCount: received === 0 ? thread.messages.length : received,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(lastActivityAt === undefined ? {} : { lastActivityAt }),
    ...(language === undefined ? {} : { language }),
  }
}

/** From when to when a thread goes, told from so many of its messages. */
export interface Span {
  readonly upTo: number
  readonly startedAt: string | undefined
  readonly lastActivityAt: string | undefined
  readonly received: number
}

export const EMPTY_SPAN: Span = { upTo: 0, startedAt: undefined, lastActivityAt: undefined, received: 0 }

function spanOf(before: Span, messages: readonly Message[]): Span {
  let { startedAt, lastActivityAt, received } = before
  for (const { sentAt, isRebuilt } of messages.slice(before.upTo)) {
    if (isRebuilt !== true) received++
    if (sentAt === undefined) continue
    if (startedAt === undefined || sentAt < startedAt) startedAt = sentAt
    if (lastActivityAt === undefined || sentAt > lastActivityAt) lastActivityAt = sentAt
  }
  return { upTo: messages.length, startedAt, lastActivityAt, received }
}

/** The list of messages that every excerpt points into. */
export function summaryMessages({ facts, authors, unchanged }: ThreadFacts, kept: Kept): readonly SummaryMessage[] {
  const messages = kept.messages.slice(0, unchanged)
  for (let index = messages.length; index < facts.length; index++) {
    const [entry, author] = [facts[index], authors[index]]
    if (entry !== undefined && author !== undefined) messages.push(summaryMessage(entry, author))
  }
  kept.messages = messages
  return messages
}

function summaryMessage({ message, parent }: MessageFacts, author: Author): SummaryMessage {
  return {
    id: message.id,
    author: author.id,
    ...(parent === undefined ? {} : { inReplyTo: parent.message.id }),
    ...(message.sentAt === undefined ? {} : { sentAt: message.sentAt }),
    origin: message.isRebuilt === true ? "quoted" : "received",
    ...(message.permalink === undefined ? {} : { permalink: message.permalink }),
  }
}
