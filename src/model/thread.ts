import type { Message, MessageId } from "./message.ts"

export type SourceKind = "mail" | "page" | "slack" | "discord"

/** Source-qualified and stable while the thread grows: `mail:<root id>`, `page:<hash>`, `slack:<channel>/<ts>`, `discord:<id>`. */
export type ThreadId = `${string}:${string}`

/** What could not be read, and why, in words for people. */
export interface Skipped {
  readonly id: string
  readonly reason: string
}

/** What a source handed over: a heap of messages in any order, not yet threads. */
export interface Reading {
  readonly source: SourceKind
  readonly messages: readonly Message[]
  readonly skipped: readonly Skipped[]
  /** Why something may be missing (a page cut short, a bound that was hit); empty where everything was read. */
  readonly reasons: readonly string[]
  /** Given by sources that hand over exactly one thread (Slack, Discord, a saved page). */
  readonly threadId?: ThreadId | undefined
  readonly permalink?: string | undefined
  /** The message that was asked for, where the reference named one: the thread that holds it is meant. */
  readonly about?: MessageId | undefined
}

/** Messages that belong together, oldest first; a reply never stands before what it answers. */
export interface Thread {
  readonly id: ThreadId
  readonly source: SourceKind
  readonly subject: string
  readonly messages: readonly Message[]
  readonly skipped: readonly Skipped[]
  readonly reasons: readonly string[]
  readonly permalink?: string | undefined
}
