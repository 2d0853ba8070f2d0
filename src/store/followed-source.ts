import type { ThreadId } from "../model/thread.ts"
import type { Claim, Renewal } from "./lease.ts"

/** A source that is looked at now and then, for all who watch it. */
export interface FollowedSource {
  readonly source: string
  readonly scope: "thread" | "feed"
  /** Where the next look at a feed goes on; for a thread, what it looked like. */
  readonly cursor?: string | undefined
  readonly dueAt: string
  readonly failingSince?: string | undefined
  readonly isFailureTold: boolean
}

/** A thread got something new. */
export interface ThreadNews {
  readonly threadId: ThreadId
  /** Words that name the thread for reading. */
  readonly source: string
  /** The feed that told of it; for a thread that is watched by itself, the same as `source`. */
  readonly feed: string
  readonly at: string
  /** The quiet period after `at`, and the longest that the first untold news may wait. */
  readonly quietMs: number
  readonly latestMs: number
  /** New messages that now belong to the thread. */
  readonly messageIds: readonly string[]
}

export interface Look {
  readonly source: string
  readonly owner: string
  readonly cursor?: string | undefined
  readonly dueAt: string
  readonly failingSince?: string | undefined
  readonly isFailureTold: boolean
  readonly news: readonly ThreadNews[]
}

export interface SourceStore {
  /** Begins to follow; what is followed already goes on as it was. */
  follow(source: FollowedSource): Promise<void>
  /** Sources that nobody watches any more are looked at no more. */
  unfollowUnwatched(): Promise<number>
  find(source: string): Promise<FollowedSource | undefined>
  claimDue(claim: Claim): Promise<readonly FollowedSource[]>
  /** Something came there: it is looked at now. Gives whether it is followed. */
  makeDue(source: string, now: Date): Promise<boolean>
  renew(renewal: Renewal): Promise<void>
  /** The cursor and the news it led to, together; false where the lease was lost, and nothing is written. */
  saveLook(look: Look): Promise<boolean>
  nextDue(): Promise<string | undefined>
  count(): Promise<number>
}

/** When a thread is looked at after some news: the quiet period later, and never later than the longest delay. */
export function newsDueAt({ at, quietMs, latestMs }: ThreadNews, newsSince: string): string {
  return new Date(Math.min(Date.parse(at) + quietMs, Date.parse(newsSince) + latestMs)).toISOString()
}
