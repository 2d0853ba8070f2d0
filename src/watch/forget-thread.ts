import type { ThreadId } from "../model/thread.ts"
import type { Place } from "../platform/ask.ts"
import { placeKey } from "../platform/place-key.ts"
import type { OutboxDraft } from "../store/outbox.ts"
import type { Store } from "../store/store.ts"
import { plainNote } from "./delivering/cards.ts"

const FORGOTTEN = "This thread was forgotten: what was shown of it here is removed."

interface Shown {
  readonly place: Place
  readonly postId: string
}

/** Where something of a thread was posted. */
export async function placesOfThread(threadId: ThreadId, store: Store): Promise<readonly Place[]> {
  return (await store.outbox.ofThread(threadId)).map((entry) => entry.place)
}

export interface Forgetting {
  readonly store: Store
  readonly now: Date
  readonly newId: () => string
}

/**
 * Removes all that is kept of a thread, and has every post about it replaced.
 *
 * What replaces the posts goes into the outbox first: a crash in between leads here again, and twice does no harm.
 * Whoever watched this thread by itself no longer does, or the next look would bring it back.
 */
export async function forgetThread(threadId: ThreadId, { store, now, newId }: Forgetting): Promise<boolean> {
  const thread = await store.threads.find(threadId)
  const shown = await findShown(threadId, store)
  await store.outbox.add(
    shown.map((post) => toDraft(post, newId(), now.toISOString())),
    now,
  )
  if (thread !== undefined) {
    const watches = await store.watches.ofSources([thread.source, ...thread.feeds])
    for (const watch of watches) if (watch.scope === "thread") await store.watches.remove(watch.id)
    await store.sources.unfollowUnwatched()
  }
  return store.threads.remove(threadId)
}

async function findShown(threadId: ThreadId, store: Store): Promise<readonly Shown[]> {
  const entries = await store.outbox.ofThread(threadId)
  const placeOf = new Map(entries.map((entry) => [placeKey(entry.place), entry.place]))
  const cards = (await store.outbox.cards(threadId)).flatMap((card): readonly Shown[] => {
    const place = placeOf.get(card.placeKey)
    return place === undefined ? [] : [{ place, postId: card.postId }]
  })
  const replies = entries.flatMap(({ content, place, postId }): readonly Shown[] =>
    content.kind === "changes" && postId !== undefined ? [{ place, postId }] : [],
  )
  return [...cards, ...replies]
}

function toDraft({ place, postId }: Shown, id: string, dueAt: string): OutboxDraft {
  const content = { kind: "replace", postId, note: plainNote(FORGOTTEN) } as const
  return { id, lane: `${placeKey(place)} ${id}`, position: 0, place, content, dueAt }
}
