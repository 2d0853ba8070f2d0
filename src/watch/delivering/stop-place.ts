import type { Place } from "../../platform/ask.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { Watch } from "../../store/watch.ts"
import { plainNote } from "./cards.ts"
import type { WatcherParts } from "../watcher-parts.ts"

export interface Stop {
  readonly reason: string
  /** The sources that may not be shown there; absent: nothing may. */
  readonly sources?: readonly string[] | undefined
}

/** Rests the watches of a place that cannot be told any more, and says so to whoever set each up, once. */
export async function stopPlace(place: Place, { reason, sources }: Stop, parts: WatcherParts): Promise<void> {
  const key = placeKey(place)
  const watches = (await parts.store.watches.ofPlace(key)).filter(
    (watch) => watch.stopped === undefined && (sources === undefined || sources.includes(watch.source)),
  )
  for (const watch of watches) await parts.store.watches.stop(key, reason, watch.source)
  const byOwner = new Map<string, Watch[]>()
  for (const watch of watches) byOwner.set(watch.createdBy, [...(byOwner.get(watch.createdBy) ?? []), watch])
  for (const [owner, theirs] of byOwner) await tellOwner(owner, { place, reason, watches: theirs }, parts)
}

async function tellOwner(
  owner: string,
  { place, reason, watches }: { readonly place: Place; readonly reason: string; readonly watches: readonly Watch[] },
  { store, platforms, clock, newId, logger }: WatcherParts,
): Promise<void> {
  const platform = platforms.find((candidate) => candidate.name === place.platform)
  const userId = decodeURIComponent(owner.split("/").at(-1) ?? "")
  const direct = await platform?.directPlace(userId, place.team).catch(() => undefined)
  if (direct === undefined) return logger.warn("Nobody could be told that watches rest", { count: watches.length })
  const sources = watches.map((watch) => watch.source).join(", ")
  const text = `I no longer tell channel ${place.channel} of ${sources}: ${reason}. Say watch there again once that is mended.`
  const now = clock.now()
  const id = newId()
  const content = { kind: "note", note: plainNote(text) } as const
  await store.outbox.add(
    [{ id, lane: `${placeKey(direct)} ${id}`, position: 0, place: direct, content, dueAt: now.toISOString() }],
    now,
  )
}
