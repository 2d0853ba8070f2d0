/** A message's own id: Message-ID without angle brackets (mail), ts (Slack), snowflake (Discord). */
export type MessageId = string

/** An address or account that somebody writes from. `name` is what they call themselves there. */
export interface Identity {
  readonly name?: string | undefined
  /** Mail address in lower case, or the platform's user id. */
  readonly address: string
  readonly isBot?: boolean | undefined
}

/** A platform's reaction to a message: in chat rooms they are votes. */
export interface Reaction {
  /** The emoji's name without colons (`+1`, `thumbsup`), or the character itself. */
  readonly emoji: string
  readonly by: readonly Identity[]
}

/** One thing that one person sent. Bodies are decoded text with LF line ends; nothing is cut from them. */
export interface Message {
  readonly id: MessageId
  readonly medium: "mail" | "chat"
  readonly author: Identity
  readonly to: readonly Identity[]
  readonly cc: readonly Identity[]
  readonly subject: string
  readonly body: string
  /** ISO 8601 in UTC; absent where the message gives no usable date. */
  readonly sentAt?: string | undefined
  readonly inReplyTo?: MessageId | undefined
  /** Oldest first, as RFC 5322 has it. */
  readonly references: readonly MessageId[]
  readonly permalink?: string | undefined
  /** Headers that later stages look at, names in lower case: user-agent, x-mailer, list-id, auto-submitted, … */
  readonly headers: Readonly<Record<string, string>>
  readonly reactions: readonly Reaction[]
  /** Chat: people that the text mentions by account. The body shows them as `@Name`. */
  readonly mentions: readonly Identity[]
  /** Names of attached files. */
  readonly attachments: readonly string[]
  /** A deleted message keeps its place and loses its words. */
  readonly isDeleted?: boolean | undefined
  /** Decoding lost something of this message (bad charset, broken MIME): its words count, completeness does not. */
  readonly defect?: string | undefined
  /** Known from quotes alone: rebuilt, never received. */
  readonly isRebuilt?: boolean | undefined
}
