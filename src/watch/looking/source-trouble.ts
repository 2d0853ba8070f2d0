import { AppError } from "../../errors.ts"
import { placeKey } from "../../platform/place-key.ts"
import type { FollowedSource } from "../../store/followed-source.ts"
import type { WatcherParts } from "../watcher-parts.ts"
import { plainNote } from "../delivering/cards.ts"

// Archives restart and networks blink; only what lasts is worth a word.
const TELL_AFTER_MS = 3_600_000
// What says that it is gone mostly is; a server that is being set up anew may say so for some minutes too.
const TELL_GONE_AFTER_MS = 600_000

export interface Trouble {
  readonly followed: FollowedSource
  readonly failingSince: string
  readonly error: unknown
}

/** Says once, after an hour, that a source cannot be read, and sooner that it is gone; gives whether it was said. */
export async function tellFailure({ followed, failingSince, error }: Trouble, parts: WatcherParts): Promise<boolean> {
  const isGone = error instanceof AppError && error.code === "source-gone"
  const failingMs = parts.clock.now().getTime() - Date.parse(failingSince)
  if (failingMs < (isGone ? TELL_GONE_AFTER_MS : TELL_AFTER_MS)) return false
  const reason = error instanceof AppError ? error.message : "an error of ours, which is in the log"
  const text = isGone
    ? `${followed.source} is gone: ${reason}. Say unwatch ${followed.source} to stop asking for it, or watch where it has moved to.`
    : `No news from ${followed.source} since ${failingSince}: ${reason}. I go on trying.`
  await tellWatchers(followed, text, parts)
  return true
}

/** Says once that it can be read again. */
export async function tellRecovery(followed: FollowedSource, parts: WatcherParts): Promise<void> {
  await tellWatchers(followed, `${followed.source} can be read again; nothing was missed.`, parts)
}

async function tellWatchers(
  followed: FollowedSource,
  text: string,
  { store, clock, newId }: WatcherParts,
): Promise<void> {
  const now = clock.now()
  const watches = await store.watches.ofSources([followed.source])
  const places = new Map(
    watches.filter((watch) => watch.stopped === undefined).map((watch) => [placeKey(watch.place), watch.place]),
  )
  const drafts = [...places].map(([key, place]) => {
    const id = newId()
    return {
      id,
      lane: `${key} ${id}`,
      position: 0,
      place,
      content: { kind: "note", note: plainNote(text) } as const,
      dueAt: now.toISOString(),
    }
  })
  await store.outbox.add(drafts, now)
}
