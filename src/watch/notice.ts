import type { Activity } from "../platform/platform.ts"
import type { WatcherParts } from "./watcher-parts.ts"

/**
 * Something happened in a chat thread: where it is watched, it is due. A deletion or an edit is looked at without
 * waiting, so that words taken back are gone soon. Gives whether anybody watches it.
 */
export async function noticeActivity(activity: Activity, parts: WatcherParts): Promise<boolean> {
  const { store, clock, settings } = parts
  const { threadId, kind } = activity
  if (activity.isBot && kind === "message") return false
  const thread = await store.threads.find(threadId)
  if (thread === undefined) return false
  const isPatient = kind === "message"
  await store.threads.noteNews([
    {
      threadId,
      source: thread.source,
      feed: thread.feeds[0] ?? thread.source,
      at: clock.now().toISOString(),
      quietMs: isPatient ? settings.quietMs : 0,
      latestMs: isPatient ? settings.latestMs : 0,
      messageIds: [],
    },
  ])
  return true
}
