import type { SummaryMessage, SummaryThread } from "../model/summary.ts"
import type { ThreadFacts } from "./facts.ts"

/** What is said of the thread as a whole. */
export function summaryThread({ thread, language }: ThreadFacts): SummaryThread {
  const dates = thread.messages.flatMap((message) => message.sentAt ?? []).toSorted()
  const [startedAt, lastActivityAt] = [dates[0], dates.at(-1)]
  return {
    id: thread.id,
    subject: thread.subject,
    source: thread.source,
    ...(thread.permalink === undefined ? {} : { permalink: thread.permalink }),
    messageCount: thread.messages.filter((message) => message.isRebuilt !== true).length,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(lastActivityAt === undefined ? {} : { lastActivityAt }),
    ...(language === undefined ? {} : { language }),
  }
}

/** The list of messages that every excerpt points into. */
export function summaryMessages({ facts, people }: ThreadFacts): readonly SummaryMessage[] {
  return facts.map(({ message, parent }) => ({
    id: message.id,
    author: people.find(message.author)?.id ?? message.author.address,
    ...(parent === undefined ? {} : { inReplyTo: parent.message.id }),
    ...(message.sentAt === undefined ? {} : { sentAt: message.sentAt }),
    origin: message.isRebuilt === true ? "quoted" : "received",
    ...(message.permalink === undefined ? {} : { permalink: message.permalink }),
  }))
}
