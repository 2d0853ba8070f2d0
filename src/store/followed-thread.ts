import type { Change } from "../model/change.ts"
import type { Summary } from "../model/summary.ts"
import type { ThreadId } from "../model/thread.ts"
import type { Place } from "../platform/ask.ts"
import type { ThreadNews } from "./followed-source.ts"
import type { Claim, Renewal } from "./lease.ts"
import type { OutboxDraft } from "./outbox.ts"

/** A thread of which a summary is kept. No body of any message is. */
export interface FollowedThread {
  readonly id: ThreadId
  readonly source: string
  /** Every source that leads to it: a list, another list, itself. */
  readonly feeds: readonly string[]
  readonly summary?: Summary | undefined
  /** Counts the summaries that were kept; 0 before the first. */
  readonly revision: number
  /** When it was last summarised: the clock's own changes are told from here on. */
  readonly lookedAt?: string | undefined
  /** The first news that nobody has been told of. */
  readonly newsSince?: string | undefined
  /** Counts news, so that what comes during a look is not lost. */
  readonly newsCount: number
  readonly dueAt?: string | undefined
}

/** What a message looked like when it was last read: enough to see that it was edited, and no words. */
export interface MessagePrint {
  readonly id: string
  readonly print: string
}

/** One step of a thread in the log that catchup reads. */
export interface LoggedChanges {
  readonly threadId: ThreadId
  readonly revision: number
  readonly at: string
  readonly changes: readonly Change[]
}

/** Changes that wait for the digest of a place. */
export interface DigestItem {
  readonly id: string
  readonly place: Place
  readonly threadId: ThreadId
  readonly changes: readonly Change[]
  readonly at: string
}

/** A new summary, the changes it brings and the messages that tell them: written together or not at all. */
export interface ThreadCommit {
  readonly thread: FollowedThread
  readonly owner: string
  readonly at: string
  readonly summary: Summary
  readonly prints: readonly MessagePrint[]
  /** Messages that the thread no longer has. */
  readonly gone: readonly string[]
  readonly changes: readonly Change[]
  /** When the clock alone will change something. */
  readonly nextDueAt?: string | undefined
  readonly outbox: readonly OutboxDraft[]
  readonly digest: readonly DigestItem[]
}

export interface ThreadStore {
  find(id: ThreadId): Promise<FollowedThread | undefined>
  ofSources(sources: readonly string[]): Promise<readonly FollowedThread[]>
  /** Threads that these messages belong to. */
  ofMessages(messageIds: readonly string[]): Promise<ReadonlyMap<string, ThreadId>>
  ofParticipant(address: string): Promise<readonly FollowedThread[]>
  prints(id: ThreadId): Promise<ReadonlyMap<string, string>>
  noteNews(news: readonly ThreadNews[]): Promise<void>
  claimDue(claim: Claim): Promise<readonly FollowedThread[]>
  renew(renewal: Renewal): Promise<void>
  /** False where the lease was lost, and nothing is written. */
  commit(commit: ThreadCommit): Promise<boolean>
  /** Gives a claimed thread back without a summary. */
  release(id: ThreadId, owner: string, dueAt: string | undefined): Promise<void>
  /** What was known under one id goes on under another: the root turned up later. */
  rename(id: ThreadId, to: ThreadId, owner: string): Promise<boolean>
  log(id: ThreadId, afterRevision: number): Promise<readonly LoggedChanges[]>
  rewriteLog(entry: LoggedChanges): Promise<void>
  remove(id: ThreadId): Promise<boolean>
  nextDue(): Promise<string | undefined>
  count(): Promise<number>
}
