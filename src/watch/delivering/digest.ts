import { DateTime } from "luxon"
import type { OutlineLine } from "../../model/outline.ts"
import type { Summary } from "../../model/summary.ts"
import type { ThreadId } from "../../model/thread.ts"
import type { DigestItem } from "../../store/followed-thread.ts"
import type { PlaceSettings } from "../../store/watch.ts"
import { changeLines } from "./change-lines.ts"
import type { WatcherParts } from "../watcher-parts.ts"

/**
 * The next time that the clock on the wall of a zone shows this hour.
 *
 * A time that daylight saving leaves out comes an hour later that day, one that it brings twice comes once.
 */
export function nextDigestAt({ digestAt, zone }: Pick<PlaceSettings, "digestAt" | "zone">, after: Date): Date {
  const [hour, minute] = digestAt.split(":").map(Number)
  const start = DateTime.fromJSDate(after, { zone })
  const today = start.set({ hour: hour ?? 9, minute: minute ?? 0, second: 0, millisecond: 0 })
  if (today > start) return today.toJSDate()
  return start
    .plus({ days: 1 })
    .set({ hour: hour ?? 9, minute: minute ?? 0, second: 0, millisecond: 0 })
    .toJSDate()
}

/** Puts together every digest that is due; gives how many. */
export async function takeDigests(parts: WatcherParts): Promise<number> {
  const { store, clock, newId } = parts
  let taken = 0
  for (const key of await store.outbox.dueDigests(clock.now())) {
    const settings = await store.watches.settings(key)
    if (settings?.digestDueAt === undefined) continue
    const { place, digestDueAt: dueAt } = settings
    const summaries = await readSummaries(key, parts)
    const id = newId()
    const isTaken = await store.outbox.takeDigest({
      placeKey: key,
      dueAt,
      nextDueAt: nextDigestAt(settings, clock.now()).toISOString(),
      build: (items) =>
        items.length === 0
          ? undefined
          : {
              id,
              lane: `${key} digest`,
              position: Date.parse(dueAt) / 60_000,
              place,
              content: { kind: "note", note: { kind: "note", lines: digestLines(items, summaries) } },
              dueAt,
            },
    })
    if (isTaken) taken += 1
  }
  return taken
}

async function readSummaries(key: string, { store }: WatcherParts): Promise<ReadonlyMap<ThreadId, Summary>> {
  const sources = (await store.watches.ofPlace(key)).map((watch) => watch.source)
  const threads = await store.threads.ofSources([...new Set(sources)])
  return new Map(threads.flatMap((thread) => (thread.summary === undefined ? [] : [[thread.id, thread.summary]])))
}

/** One part a thread, numbered, so that an answer can say `mute 1`. */
export function digestLines(
  items: readonly DigestItem[],
  summaries: ReadonlyMap<ThreadId, Summary>,
): readonly OutlineLine[] {
  const byThread = new Map<ThreadId, DigestItem[]>()
  for (const item of items) byThread.set(item.threadId, [...(byThread.get(item.threadId) ?? []), item])
  return [...byThread].flatMap(([threadId, ofThread], index) => {
    const thread = summaries.get(threadId)?.thread
    const link = thread?.permalink === undefined ? {} : { permalink: thread.permalink }
    const head: OutlineLine = {
      spans: [
        { kind: "text", text: `<${index + 1}> ` },
        { kind: "label", text: thread?.subject ?? threadId },
        { kind: "text", text: " " },
        { kind: "reference", text: "[thread]", ...link },
      ],
      indent: 0,
    }
    const lines = ofThread.flatMap((item) => item.changes).flatMap(changeLines)
    return [head, ...lines.map((line): OutlineLine => ({ ...line, indent: 1 }))]
  })
}
