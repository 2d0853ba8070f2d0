import type { ErrorCode } from "../errors.ts"
import type { Outline, OutlineLine } from "../model/outline.ts"
import type { ThreadId } from "../model/thread.ts"
import type { SourceRef } from "./sources/thread-source.ts"

export type PlatformName = "slack" | "discord" | "terminal"

/** Where something is said: a channel, or a thread in it. */
export interface Place {
  readonly platform: PlatformName
  /** Slack team or enterprise id, Discord guild id. */
  readonly team?: string | undefined
  readonly channel: string
  readonly thread?: string | undefined
}

/** Who asks, with what the platform itself vouches for. */
export interface Asker {
  readonly platform: PlatformName
  readonly team?: string | undefined
  readonly userId: string
  readonly name: string
  /** The mail address that the platform has verified for this account; never one that the person claims. */
  readonly verifiedAddress?: string | undefined
  readonly may: { readonly manageChannel: boolean; readonly administer: boolean }
  /** IANA name. */
  readonly timeZone?: string | undefined
}

/** One request in words, whatever it came in by: slash command, mention, shortcut, button, terminal. */
export interface Ask {
  /** The words of the chat grammar, without the command's own name: `summarize https://…`, `waiting me`. */
  readonly words: string
  readonly asker: Asker
  readonly place: Place
  /** The thread that the request was made in or about, where there is one. */
  readonly here?: SourceRef | undefined
}

/** What goes back. Private replies reach the asker alone. */
export interface Reply {
  readonly visibility: "private" | "public"
  readonly content: Card | Note
}

/** The picture of one thread, with what can be done to it. */
export interface Card {
  readonly kind: "card"
  readonly threadId: ThreadId
  /** Words that name this thread again, for what an adapter adds to a card of its own (all of it, corrections). */
  readonly source?: string | undefined
  readonly outline: Outline
  readonly actions: readonly CardAction[]
}

/** A few lines: an answer to a command, a change to tell, an error with its way out. */
export interface Note {
  readonly kind: "note"
  readonly lines: readonly OutlineLine[]
  readonly isError?: boolean
  /** Of a foreseen failure: what the terminal's exit code is made from. */
  readonly code?: ErrorCode
}

/** A button. Pressing it is an Ask with these words by whoever presses. */
export interface CardAction {
  readonly label: string
  readonly words: string
  readonly style: "primary" | "plain"
}
