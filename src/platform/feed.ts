import type { Identity, MessageId } from "../model/message.ts"
import type { SourceRef } from "./sources/thread-source.ts"

/** What a feed says of one new message: enough to know its thread and whether anybody cares, and no body. */
export interface FeedItem {
  readonly id: MessageId
  /** Message-IDs without angle brackets; what is no id (no `@`) is left out, or strangers' threads merge. */
  readonly inReplyTo?: MessageId | undefined
  readonly references: readonly MessageId[]
  readonly author: Identity
  readonly subject: string
  readonly sentAt?: string | undefined
  /** Names the message's whole thread for the same source: what `accepts` and `read` of a ThreadSource take. */
  readonly thread: SourceRef
}

export interface FeedNews {
  /** In the order in which the source got them. */
  readonly items: readonly FeedItem[]
  /** Where the next look goes on: opaque to everybody but the feed. */
  readonly cursor: string
  /** More is there than one look takes: look again at once. */
  readonly hasMore: boolean
}

/** A place that new messages come out of: a list, a mailbox. One look serves every watch on it. */
export interface Feed {
  readonly name: string
  /** Whether this reference names a whole list here, not one thread. */
  accepts(ref: SourceRef): boolean
  /**
   * Words for the private place that this belongs to, be it the place itself or a thread of it: only where an
   * administrator named these may it be shown. Undefined for what everybody may read, and for what is not of this feed.
   */
  privatePlace(ref: SourceRef): string | undefined
  /** What came since `cursor`; without one nothing, and the cursor from which on everything is new. */
  readNew(ref: SourceRef, cursor: string | undefined, options?: { readonly signal?: AbortSignal }): Promise<FeedNews>
}
