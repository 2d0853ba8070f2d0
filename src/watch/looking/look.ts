import { AppError } from "../../errors.ts"
import type { MessageId } from "../../model/message.ts"
import type { ThreadId } from "../../model/thread.ts"
import type { Feed, FeedItem } from "../../platform/feed.ts"
import type { SourceRef } from "../../platform/sources/thread-source.ts"
import type { FollowedSource, Look, ThreadNews } from "../../store/followed-source.ts"
import { delaySince } from "./delay.ts"
import { nextLookAt } from "./next-look.ts"
import { passesFilter, sightingOf } from "../filter.ts"
import { printOfThread } from "./prints.ts"
import { readThreadOf } from "./read-thread.ts"
import { fromSourceWords, toSourceWords } from "../../platform/sources/source-words.ts"
import { tellFailure, tellRecovery } from "./source-trouble.ts"
import type { WatcherParts } from "../watcher-parts.ts"

// Chat platforms tell of what happens; a look now and then finds what was missed while the connection was down.
const SELDOM_LOOK_MS = 6 * 3_600_000

/** Looks once at a source, for all who watch it, and keeps where to go on together with what was found. */
export async function lookAt(followed: FollowedSource, parts: WatcherParts): Promise<void> {
  const { store, owner, clock, logger, meters } = parts
  try {
    const found = await findNews(followed, parts)
    if (followed.isFailureTold) await tellRecovery(followed, parts)
    await store.sources.saveLook({ ...found, source: followed.source, owner, isFailureTold: false })
  } catch (error) {
    const code = error instanceof AppError ? error.code : "bug"
    meters.sourceFailed(code)
    logger.warn("A watched source could not be read", { code })
    const now = clock.now()
    const failingSince = followed.failingSince ?? now.toISOString()
    const isFailureTold = followed.isFailureTold || (await tellFailure({ followed, failingSince, error }, parts))
    const { source, cursor } = followed
    // Whoever watches it knows: what is gone seldom comes back.
    const isGone = code === "source-gone" && isFailureTold
    await store.sources.saveLook({
      source,
      cursor,
      owner,
      failingSince,
      isFailureTold,
      dueAt: isGone
        ? new Date(now.getTime() + SELDOM_LOOK_MS).toISOString()
        : delaySince(now, failingSince, parts.settings.pollMs),
      news: [],
    })
  }
}

type Found = Pick<Look, "cursor" | "dueAt" | "news">

async function findNews(followed: FollowedSource, parts: WatcherParts): Promise<Found> {
  const ref = fromSourceWords(followed.source, parts.sources)
  const feed = followed.scope === "feed" ? parts.feeds.find((candidate) => candidate.accepts(ref)) : undefined
  return feed === undefined ? lookAtThread(followed, ref, parts) : lookAtFeed(followed, { feed, ref }, parts)
}

async function lookAtThread(followed: FollowedSource, ref: SourceRef, parts: WatcherParts): Promise<Found> {
  const { clock, settings, platforms } = parts
  const thread = await readThreadOf(ref, parts.sources)
  const isPushed = platforms.some((platform) => platform.placeOf(thread.id) !== undefined)
  const cursor = printOfThread(thread.messages)
  const now = clock.now()
  const dueAt = nextLookAt(followed.source, now, isPushed ? SELDOM_LOOK_MS : settings.pollMs).toISOString()
  if (cursor === followed.cursor) return { cursor, dueAt, news: [] }
  const known = await parts.store.threads.prints(thread.id)
  const messageIds = thread.messages.map((message) => message.id).filter((id) => !known.has(id))
  // The first look makes the card: nobody waits for a quiet period that is long over.
  const isFirst = followed.cursor === undefined
  const quiet = { quietMs: isFirst ? 0 : settings.quietMs, latestMs: isFirst ? 0 : settings.latestMs }
  const news = {
    threadId: thread.id,
    source: followed.source,
    feed: followed.source,
    at: now.toISOString(),
    messageIds,
  }
  return { cursor, dueAt, news: [{ ...news, ...quiet }] }
}

async function lookAtFeed(
  followed: FollowedSource,
  { feed, ref }: { readonly feed: Feed; readonly ref: SourceRef },
  parts: WatcherParts,
): Promise<Found> {
  const { items, cursor, hasMore } = await feed.readNew(ref, followed.cursor)
  const now = parts.clock.now()
  const dueAt = (hasMore ? now : nextLookAt(followed.source, now, parts.settings.pollMs)).toISOString()
  // Robots' mail is no activity: it is read with its thread when a person writes.
  const news = await toNews(
    followed.source,
    items.filter((item) => item.author.isBot !== true),
    parts,
  )
  return { cursor, dueAt, news }
}

async function toNews(feed: string, items: readonly FeedItem[], parts: WatcherParts): Promise<readonly ThreadNews[]> {
  const { store, clock, settings } = parts
  if (items.length === 0) return []
  const mentioned = items.flatMap((item) => [item.id, ...ancestorsOf(item)])
  const threadOf = new Map(await store.threads.ofMessages([...new Set(mentioned)]))
  const watches = await store.watches.ofSources([feed])
  const at = clock.now().toISOString()
  const { quietMs, latestMs } = settings
  const news = new Map<ThreadId, ThreadNews>()
  for (const item of items) {
    const known = [item.id, ...ancestorsOf(item)].map((id) => threadOf.get(id)).find((id) => id !== undefined)
    const isWanted = watches.some((watch) => passesFilter(watch.filter, sightingOf(item.author, item.subject)))
    if (known === undefined && !isWanted) continue
    const threadId: ThreadId = known ?? `mail:${ancestorsOf(item)[0] ?? item.id}`
    threadOf.set(item.id, threadId)
    const messageIds = [...(news.get(threadId)?.messageIds ?? []), item.id]
    news.set(threadId, { threadId, source: toSourceWords(item.thread), feed, at, quietMs, latestMs, messageIds })
  }
  return [...news.values()]
}

/** Oldest first. */
function ancestorsOf(item: FeedItem): readonly MessageId[] {
  return [...item.references, ...(item.inReplyTo === undefined ? [] : [item.inReplyTo])]
}
