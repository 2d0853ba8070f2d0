import { AppError } from "../../errors.ts"
import type { Change } from "../../model/change.ts"
import type { Platform, PostId } from "../../platform/platform.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { FollowedThread } from "../../store/followed-thread.ts"
import type { CardPost, OutboxEntry } from "../../store/outbox.ts"
import { changesNote, livingCardActions, toCard } from "./cards.ts"
import { delayAfter } from "../looking/delay.ts"
import { findMentions } from "./mentions.ts"
import type { Pace } from "../looking/pace.ts"
import { stopPlace } from "./stop-place.ts"
import { findSight } from "./visibility.ts"
import type { WatcherParts } from "../watcher-parts.ts"

export interface DeliverParts extends WatcherParts {
  readonly pace: Pace
}

type Said = { readonly postId?: PostId | undefined; readonly card?: CardPost | undefined }

// After so many tries an entry stands in nobody's way any longer: at a minute a try, a week.
const MAX_ATTEMPTS = 10_000
// How the platform was last seen to be: a card drawn before the summary that we know of is drawn again.
const UNKNOWN_REVISION = -1

/**
 * Says one entry of the outbox, once.
 *
 * From the second try on the platform is first asked for a post with this key: the first may have gone through
 * without our hearing of it.
 */
export async function deliver(entry: OutboxEntry, parts: DeliverParts): Promise<void> {
  const { store, owner, clock, meters, pace } = parts
  const now = clock.now()
  const turn = pace.take(entry, now)
  if (turn !== undefined) return delay(entry, parts, { dueAt: turn.toISOString(), reason: "pace", isUnsaid: true })
  try {
    const platform = parts.platforms.find((candidate) => candidate.name === entry.place.platform)
    if (platform === undefined || !platform.isConnected())
      return await delay(entry, parts, { dueAt: delayAfter(now, 3), reason: "not-connected", isUnsaid: true })
    const said = await say(entry, platform, parts)
    if (said === undefined) return
    await store.outbox.done({ id: entry.id, owner, at: clock.now().toISOString(), ...said })
    meters.lag((clock.now().getTime() - Date.parse(entry.dueAt)) / 1_000, entry.place.platform)
  } catch (error) {
    await noteFailure(entry, error, parts)
  }
}

async function say(entry: OutboxEntry, platform: Platform, parts: DeliverParts): Promise<Said | undefined> {
  const { content, place, id: key } = entry
  if (content.kind === "replace") return replacePost(content, { platform, place })
  // What was told under a card is looked for under it: it is there that the first try would have put it.
  const under = content.kind === "changes" ? await findCard(entry, parts) : undefined
  const earlier = entry.attempts > 0 ? await platform.findPost(place, key, under) : undefined
  if (content.kind === "note")
    return { postId: earlier ?? (await platform.post(place, { content: content.note, key })) }
  const thread = entry.threadId === undefined ? undefined : await parts.store.threads.find(entry.threadId)
  if (thread === undefined) return {}
  const sight = await findSight({ threadId: thread.id, from: [thread.source, ...thread.feeds] }, place, parts)
  if (sight.kind !== "shown") {
    await parts.store.outbox.giveUp({ id: entry.id, owner: parts.owner, reason: sight.reason })
    await stopPlace(place, { reason: sight.reason, sources: [thread.source, ...thread.feeds] }, parts)
    return undefined
  }
  if (content.kind === "card") return sayCard(entry, { platform, thread, earlier }, parts)
  if (content.kind === "changes") {
    const postId = earlier ?? (await postChanges(content.changes, { platform, under, entry }, parts))
    return { postId }
  }
  return mendPost(content.entryId, { platform, entry }, parts)
}

/** What somebody deleted already is as good as replaced. */
async function replacePost(
  { postId, note }: Extract<OutboxEntry["content"], { readonly kind: "replace" }>,
  { platform, place }: { readonly platform: Platform; readonly place: OutboxEntry["place"] },
): Promise<Said> {
  await platform.edit(place, postId, note).catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "platform-refused") throw error
  })
  return {}
}

async function findCard({ threadId, place }: OutboxEntry, { store }: DeliverParts): Promise<PostId | undefined> {
  return threadId === undefined ? undefined : (await store.outbox.card(threadId, placeKey(place)))?.postId
}

async function postChanges(
  changes: readonly Change[],
  {
    platform,
    under,
    entry,
  }: { readonly platform: Platform; readonly under: PostId | undefined; readonly entry: OutboxEntry },
  { store }: DeliverParts,
): Promise<PostId> {
  const mentions = await findMentions(changes, entry.place, store)
  return platform.post(entry.place, { content: changesNote(changes), key: entry.id, under, mentions })
}

async function mendPost(
  entryId: string,
  { platform, entry }: { readonly platform: Platform; readonly entry: OutboxEntry },
  { store }: DeliverParts,
): Promise<Said> {
  const mended = await store.outbox.find(entryId)
  if (mended?.postId !== undefined && mended.content.kind === "changes")
    await platform.edit(entry.place, mended.postId, changesNote(mended.content.changes))
  return {}
}

interface CardSaying {
  readonly platform: Platform
  readonly thread: FollowedThread
  readonly earlier: PostId | undefined
}

async function sayCard(
  entry: OutboxEntry,
  { platform, thread, earlier }: CardSaying,
  parts: DeliverParts,
): Promise<Said> {
  const { place } = entry
  if (thread.summary === undefined) return {}
  const card = { threadId: thread.id, placeKey: placeKey(place), revision: thread.revision }
  const content = toCard(thread.summary, { source: thread.source, actions: livingCardActions(thread.source) })
  const shown = await parts.store.outbox.card(thread.id, card.placeKey)
  if (shown !== undefined) {
    await platform.edit(place, shown.postId, content).catch(async (error: unknown) => {
      // Somebody deleted the card: the next try posts a new one.
      if (error instanceof AppError && error.code === "platform-refused")
        await parts.store.outbox.dropCard(thread.id, card.placeKey)
      throw error
    })
    return { card: { ...card, postId: shown.postId } }
  }
  if (earlier !== undefined) return { postId: earlier, card: { ...card, postId: earlier, revision: UNKNOWN_REVISION } }
  const postId = await platform.post(place, { content, key: entry.id })
  return { postId, card: { ...card, postId } }
}

async function noteFailure(entry: OutboxEntry, error: unknown, parts: DeliverParts): Promise<void> {
  const { store, owner, clock, logger, meters } = parts
  const code = error instanceof AppError ? error.code : "bug"
  meters.failed(entry.place.platform, code)
  const now = clock.now()
  if (error instanceof AppError && error.code === "rate-limited") {
    const dueAt = new Date(now.getTime() + (error.retryAfterMs ?? 5_000)).toISOString()
    return delay(entry, parts, { dueAt, reason: code, isUnsaid: true })
  }
  logger.warn("A message could not be posted", { code, platform: entry.place.platform, attempts: entry.attempts })
  const isForGood = code === "platform-refused" || code === "not-permitted"
  if (!isForGood && entry.attempts < MAX_ATTEMPTS)
    return delay(entry, parts, { dueAt: delayAfter(now, entry.attempts), reason: code, isUnsaid: false })
  if (isForGood && entry.content.kind === "card" && entry.attempts === 0)
    return delay(entry, parts, { dueAt: delayAfter(now, 0), reason: code, isUnsaid: false })
  await store.outbox.giveUp({ id: entry.id, owner, reason: code })
  const reason = error instanceof AppError ? error.message : "the platform refused a message here"
  await stopPlace(entry.place, { reason }, parts)
}

async function delay(
  entry: OutboxEntry,
  { store, owner }: DeliverParts,
  how: { readonly dueAt: string; readonly reason: string; readonly isUnsaid: boolean },
): Promise<void> {
  await store.outbox.later({ id: entry.id, owner, ...how })
}
