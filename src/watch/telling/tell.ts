import { emptySummary, findChanges } from "../../engine/changes/find-changes.ts"
import { topicOf } from "../../engine/changes/topic.ts"
import type { Change, Topic } from "../../model/change.ts"
import type { ParticipantId, Summary } from "../../model/summary.ts"
import type { Place } from "../../platform/ask.ts"
import { placeKey } from "../../platform/place-key.ts"
import { toOutline } from "../../render/to-outline.ts"
import type { DigestItem, FollowedThread } from "../../store/followed-thread.ts"
import type { OutboxDraft } from "../../store/outbox.ts"
import type { Mute, PlaceSettings, Watch } from "../../store/watch.ts"

/** One place that watches a thread, with all that decides how it is told. */
export interface Listener {
  readonly place: Place
  /** Those that do not rest and whose filter lets the thread through. */
  readonly watches: readonly Watch[]
  readonly settings: PlaceSettings | undefined
  readonly mute: Mute | undefined
  readonly hasCard: boolean
  /** Participants that are the one who alone reads the place. */
  readonly readerIds: readonly ParticipantId[]
}

export interface Step {
  readonly thread: FollowedThread
  readonly summary: Summary
  readonly changes: readonly Change[]
  readonly at: string
  readonly newId: () => string
}

export interface Telling {
  readonly outbox: readonly OutboxDraft[]
  readonly digest: readonly DigestItem[]
}

// Positions in a lane: a thread's steps follow one another, and in a step the card stands before what goes under it.
const POSITIONS_A_STEP = 1_000

/** What one place is told of one step of a thread: the card, what goes under it, or a line of its digest. */
export function tellPlace(listener: Listener, step: Step): Telling {
  const { changes } = step
  if (listener.mute !== undefined && !isMuteOver(listener, step)) return NOTHING
  const { watches } = listener
  const topics = new Set(watches.flatMap((watch) => watch.topics))
  const told = changes.filter((change) => topics.has(topicOf(change)) && !isOwn(change, listener))
  const show = listener.settings?.show ?? "replies"
  if (show === "digest") return { outbox: [], digest: told.length === 0 ? [] : [toDigestItem(listener, step, told)] }
  if (!listener.hasCard)
    return isWorthCard(watches, topics, step) ? { outbox: [toCardDraft(listener, step)], digest: [] } : NOTHING
  const card = isCardOutdated(listener, step) ? [toCardDraft(listener, step)] : []
  const replies = show === "replies" && told.length > 0 ? [toReplyDraft(listener, step, told)] : []
  return { outbox: [...card, ...replies], digest: [] }
}

/** Where an entry stands in its lane: `rank` orders those of one step. */
export function positionOf(thread: Pick<FollowedThread, "revision">, rank: number): number {
  return (thread.revision + 1) * POSITIONS_A_STEP + rank
}

/** Entries about one thread in one place follow one another. */
export function laneOf(threadId: string, place: Place): string {
  return `${placeKey(place)} ${threadId}`
}

const NOTHING: Telling = { outbox: [], digest: [] }

/** Whether a mute has run out since the last step: the card may show less than was found meanwhile. */
export function isMuteOver(
  { mute }: Listener,
  { at, thread, summary }: Pick<Step, "at" | "thread" | "summary">,
): boolean {
  if (mute === undefined || mute.until === "unmuted") return false
  return mute.until === "reply" ? hasReply(thread.summary, summary) : mute.until.at <= at
}

/** Whether a person wrote something new; robots do not count. */
export function hasReply(before: Summary | undefined, after: Summary): boolean {
  const known = new Set(before?.messages.map((message) => message.id))
  const bots = new Set(
    after.participants.filter((participant) => participant.isBot).map((participant) => participant.id),
  )
  return after.messages.some((message) => !known.has(message.id) && !bots.has(message.author))
}

// In a direct message the reader is one person: what they did themselves is no news to them.
function isOwn(change: Change, { readerIds }: Listener): boolean {
  return "by" in change && change.by !== undefined && readerIds.includes(change.by.id)
}

// Whoever watches one thread wants its card; a list's threads get one once something of interest is in them.
function isWorthCard(watches: readonly Watch[], topics: ReadonlySet<Topic>, { summary }: Step): boolean {
  if (watches.some((watch) => watch.scope === "thread")) return true
  return findChanges(emptySummary(summary), summary).some((change) => topics.has(topicOf(change)))
}

function isCardOutdated(listener: Listener, step: Step): boolean {
  const before = step.thread.summary
  if (before === undefined || isMuteOver(listener, step)) return true
  return JSON.stringify(toOutline(before)) !== JSON.stringify(toOutline(step.summary))
}

function toCardDraft({ place }: Listener, step: Step): OutboxDraft {
  return toDraft(place, step, 0, { kind: "card" })
}

function toReplyDraft({ place }: Listener, step: Step, changes: readonly Change[]): OutboxDraft {
  return toDraft(place, step, POSITIONS_A_STEP - 1, { kind: "changes", changes })
}

function toDraft(
  place: Place,
  { thread, at, newId }: Step,
  rank: number,
  content: OutboxDraft["content"],
): OutboxDraft {
  return {
    id: newId(),
    lane: laneOf(thread.id, place),
    position: positionOf(thread, rank),
    place,
    threadId: thread.id,
    content,
    dueAt: at,
  }
}

function toDigestItem({ place }: Listener, { thread, at, newId }: Step, changes: readonly Change[]): DigestItem {
  return { id: newId(), place, threadId: thread.id, changes, at }
}
