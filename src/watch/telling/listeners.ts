import type { Summary } from "../../model/summary.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { FollowedThread } from "../../store/followed-thread.ts"
import type { Store } from "../../store/store.ts"
import type { Watch } from "../../store/watch.ts"
import { passesFilter, sightingOfSummary } from "../filter.ts"
import type { Listener } from "./tell.ts"

/** Every place that watches a thread, by itself or by a list that leads to it, and whose filter lets it through. */
export async function findListeners(
  thread: FollowedThread,
  summary: Summary,
  store: Store,
): Promise<readonly Listener[]> {
  const sighting = sightingOfSummary(summary)
  const watches = (await store.watches.ofSources([...new Set([thread.source, ...thread.feeds])])).filter(
    (watch) => watch.stopped === undefined && passesFilter(watch.filter, sighting),
  )
  if (watches.length === 0) return []
  const byPlace = new Map<string, Watch[]>()
  for (const watch of watches)
    byPlace.set(placeKey(watch.place), [...(byPlace.get(placeKey(watch.place)) ?? []), watch])
  const mutes = await store.watches.mutes(thread.id)
  const cards = new Set((await store.outbox.cards(thread.id)).map((card) => card.placeKey))
  const waiting = await waitingCards(thread, store, byPlace.size > cards.size)
  const listeners: Listener[] = []
  for (const [key, ofPlace] of byPlace) {
    const place = ofPlace[0]?.place
    if (place === undefined) continue
    // What is set for a channel holds in its threads.
    const channelKey = placeKey({ ...place, thread: undefined })
    listeners.push({
      place,
      watches: ofPlace,
      settings: (await store.watches.settings(key)) ?? (await store.watches.settings(channelKey)),
      mute: mutes.find((mute) => mute.placeKey === key || mute.placeKey === channelKey),
      hasCard: cards.has(key) || waiting.has(key),
      readerIds: await findReaders(ofPlace, summary, store),
    })
  }
  return listeners
}

// A first card that is not through yet counts as one: what changes meanwhile goes under it.
async function waitingCards(thread: FollowedThread, store: Store, isNeeded: boolean): Promise<ReadonlySet<string>> {
  if (!isNeeded || thread.revision === 0) return new Set()
  const entries = await store.outbox.ofThread(thread.id)
  return new Set(
    entries
      .filter((entry) => entry.content.kind === "card" && entry.state === "pending")
      .map((entry) => placeKey(entry.place)),
  )
}

async function findReaders(watches: readonly Watch[], summary: Summary, store: Store): Promise<readonly string[]> {
  const reader = watches.find((watch) => watch.reader !== undefined)?.reader
  if (reader === undefined) return []
  const addresses = new Set((await store.identities.ofPerson(reader)).map((identity) => identity.address))
  return summary.participants
    .filter((participant) => participant.addresses.some((address) => addresses.has(address)))
    .map((participant) => participant.id)
}
