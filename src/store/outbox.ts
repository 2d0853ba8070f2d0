import type { Change } from "../model/change.ts"
import type { ThreadId } from "../model/thread.ts"
import type { Note, Place } from "../platform/ask.ts"
import type { PostId } from "../platform/platform.ts"
import type { DigestItem } from "./followed-thread.ts"
import type { Claim, Renewal } from "./lease.ts"

/**
 * What an entry says. A card is drawn from the thread's summary at the moment of posting, so that it is never
 * older than need be; `changes` go under it; `mend` edits an earlier entry whose words were taken back; `replace`
 * puts a note in the place of a post whose thread is forgotten.
 */
export type OutboxContent =
  | { readonly kind: "card" }
  | { readonly kind: "changes"; readonly changes: readonly Change[] }
  | { readonly kind: "mend"; readonly entryId: string }
  | { readonly kind: "note"; readonly note: Note }
  | { readonly kind: "replace"; readonly postId: PostId; readonly note: Note }

/** One thing to be said in one place. */
export interface OutboxDraft {
  /** Also the key of the post on the platform: 25 characters at most, as Discord's nonce has it. */
  readonly id: string
  /** Entries of one lane are said one after the other, by position. */
  readonly lane: string
  readonly position: number
  readonly place: Place
  readonly threadId?: ThreadId | undefined
  readonly content: OutboxContent
  readonly dueAt: string
}

export interface OutboxEntry extends OutboxDraft {
  readonly state: "pending" | "done" | "given-up"
  /** How often it was claimed before: from the second time on it may have been said already. */
  readonly attempts: number
  readonly postId?: PostId | undefined
  readonly reason?: string | undefined
}

/** The one post in a place that shows a thread's summary. */
export interface CardPost {
  readonly threadId: ThreadId
  readonly placeKey: string
  readonly postId: PostId
  /** The summary that it shows. */
  readonly revision: number
}

export interface Delivery {
  readonly id: string
  readonly owner: string
  readonly at: string
  readonly postId?: PostId | undefined
  /** For a card: what is shown now. Where the thread has gone on meanwhile, the entry stays to be said again. */
  readonly card?: CardPost | undefined
}

export interface Delay {
  readonly id: string
  readonly owner: string
  readonly dueAt: string
  readonly reason: string
  /** It is certain that this try said nothing: it does not count, and nobody looks for an earlier post. */
  readonly isUnsaid: boolean
}

export interface Backlog {
  readonly pending: number
  readonly oldestDueAt?: string | undefined
}

export interface OutboxStore {
  /** A pending card of the same lane that nobody holds already stands for a new one. */
  add(drafts: readonly OutboxDraft[], now: Date): Promise<void>
  /** The first entry of each lane that is due, as many as asked for. */
  claimDue(claim: Claim): Promise<readonly OutboxEntry[]>
  renew(renewal: Renewal): Promise<void>
  /** False where the lease was lost. */
  done(delivery: Delivery): Promise<boolean>
  later(delay: Delay): Promise<void>
  giveUp(delivery: { readonly id: string; readonly owner: string; readonly reason: string }): Promise<void>
  find(id: string): Promise<OutboxEntry | undefined>
  ofThread(threadId: ThreadId): Promise<readonly OutboxEntry[]>
  rewrite(id: string, content: OutboxContent): Promise<void>
  card(threadId: ThreadId, placeKey: string): Promise<CardPost | undefined>
  cards(threadId: ThreadId): Promise<readonly CardPost[]>
  /** The card is gone from the platform: the next one is posted anew. */
  dropCard(threadId: ThreadId, placeKey: string): Promise<void>
  backlog(): Promise<Backlog>
  nextDue(): Promise<string | undefined>
  /** Places whose digest is due. */
  dueDigests(now: Date): Promise<readonly string[]>
  /**
   * Takes what waits for a place's digest and puts what `build` makes of it into the outbox, together with the
   * time of the next one. Does nothing where another replica was first.
   */
  takeDigest(taking: {
    readonly placeKey: string
    readonly dueAt: string
    readonly nextDueAt: string
    readonly build: (items: readonly DigestItem[]) => OutboxDraft | undefined
  }): Promise<boolean>
  digestItems(threadId: ThreadId): Promise<readonly DigestItem[]>
  rewriteDigestItem(item: DigestItem): Promise<void>
  /** Forgets what was said before this time. */
  prune(before: Date): Promise<number>
}
