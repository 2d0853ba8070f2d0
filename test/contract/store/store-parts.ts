import type { FollowedThread, OutboxDraft, Place, Store, ThreadCommit, ThreadId, Watch } from "../../../src/index.ts"
import { aParticipant, aQuestion, aSummary } from "../../support/threads/a-summary.ts"

let count = 0
/** Names that no other case uses: a served store lives through the whole suite. */
export const fresh = (name: string): string => `${name}${(count += 1)}`
export const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds))
export const iso = (seconds: number): string => at(seconds).toISOString()
export const aPlace = (): Place => ({ platform: "slack", team: "T1", channel: fresh("C") })
export const claim = (seconds: number, owner = "a", limit = 10) => ({ now: at(seconds), owner, leaseMs: 30_000, limit })
/** A lease that ends at once, whichever clock it goes by. */
export const over = (ids: readonly string[], seconds: number, owner = "a") => ({
  ids,
  now: at(seconds),
  owner,
  leaseMs: 0,
})

export function aWatch(parts: Partial<Watch> = {}): Watch {
  return {
    id: fresh("w"),
    place: aPlace(),
    source: fresh("nntp:list"),
    scope: "feed",
    topics: ["questions"],
    filter: { from: ["ada"], subject: [], without: [] },
    createdBy: "slack/T1/U1",
    createdAt: iso(0),
    ...parts,
  }
}

export function newsOf(threadId: ThreadId, seconds: number) {
  return {
    threadId,
    source: `<${threadId}>`,
    feed: `feed-of-${threadId}`,
    at: iso(seconds),
    quietMs: 300_000,
    latestMs: 600_000,
    messageIds: [`message-of-${threadId}`],
  }
}

/** News, and the claim that they lead to. */
export async function aClaimedThread(store: Store, seconds = 0): Promise<FollowedThread> {
  const threadId: ThreadId = `mail:${fresh("m")}`
  await store.threads.noteNews([newsOf(threadId, seconds)])
  const claimed = await store.threads.claimDue(claim(seconds + 300, "a", 1_000))
  const thread = claimed.find((one) => one.id === threadId)
  if (thread === undefined) throw new Error("The thread is not due")
  return thread
}

export function aCommit(thread: FollowedThread, parts: Partial<ThreadCommit> = {}): ThreadCommit {
  return {
    thread,
    owner: "a",
    at: iso(301),
    summary: aSummary({ participants: [aParticipant("Ada")], questions: [aQuestion("Why?")] }),
    prints: [{ id: `message-of-${thread.id}`, print: "p1" }],
    gone: [],
    changes: [],
    outbox: [],
    digest: [],
    ...parts,
  }
}

export function aDraft(parts: Partial<OutboxDraft> = {}): OutboxDraft {
  return {
    id: fresh("e"),
    lane: fresh("lane"),
    position: 1,
    place: aPlace(),
    content: { kind: "card" },
    dueAt: iso(0),
    ...parts,
  }
}
