import type { FeedItem, Message, SourceRef } from "../../../src/index.ts"

/** A message as a feed tells of it; `thread` names its whole thread at the same place. */
export function feedItemOf(message: Message, thread: SourceRef): FeedItem {
  return {
    id: message.id,
    inReplyTo: message.inReplyTo?.includes("@") === true ? message.inReplyTo : undefined,
    references: message.references.filter((id) => id.includes("@")),
    author: message.author,
    subject: message.subject,
    sentAt: message.sentAt,
    thread,
  }
}
