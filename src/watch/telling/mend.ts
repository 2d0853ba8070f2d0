import { excerptsOf, withoutWords } from "../../engine/changes/cited.ts"
import type { Change } from "../../model/change.ts"
import type { MessageId } from "../../model/message.ts"
import type { Thread } from "../../model/thread.ts"
import type { FollowedThread } from "../../store/followed-thread.ts"
import type { OutboxDraft } from "../../store/outbox.ts"
import type { Store } from "../../store/store.ts"
import { positionOf } from "./tell.ts"

/** Takes the words of messages that are gone, or that no longer say them, out of changes; undefined: all still stand. */
export type TakeBack = (changes: readonly Change[]) => readonly Change[] | undefined

export function createTakeBack(thread: Thread, gone: readonly MessageId[]): TakeBack {
  const bodies = new Map(thread.messages.map((message) => [message.id, foldSpace(message.body)]))
  const lostIn = (change: Change): readonly MessageId[] =>
    excerptsOf(change)
      .filter(
        ({ messageId, text }) => text !== "" && isLost(gone.includes(messageId) ? "" : bodies.get(messageId), text),
      )
      .map((excerpt) => excerpt.messageId)
  return (changes) => {
    if (changes.every((change) => lostIn(change).length === 0)) return undefined
    return changes.map((change) => lostIn(change).reduce(withoutWords, change))
  }
}

export interface Mending {
  readonly store: Store
  readonly at: string
  readonly newId: () => string
  readonly takeBack: TakeBack
}

/**
 * Takes the words of deleted and edited messages out of all that is kept of a thread, and says which posts to edit.
 *
 * Doing it twice does no harm: a crash before the new summary is kept leads here again.
 */
export async function mendWords(followed: FollowedThread, mending: Mending): Promise<readonly OutboxDraft[]> {
  const { store, takeBack } = mending
  for (const entry of await store.threads.log(followed.id, 0)) {
    const changes = takeBack(entry.changes)
    if (changes !== undefined) await store.threads.rewriteLog({ ...entry, changes })
  }
  for (const item of await store.outbox.digestItems(followed.id)) {
    const changes = takeBack(item.changes)
    if (changes !== undefined) await store.outbox.rewriteDigestItem({ ...item, changes })
  }
  return mendPosts(followed, mending)
}

async function mendPosts(
  followed: FollowedThread,
  { store, at, newId, takeBack }: Mending,
): Promise<readonly OutboxDraft[]> {
  const drafts: OutboxDraft[] = []
  const entries = await store.outbox.ofThread(followed.id)
  // A mend that was planned before a crash is planned again: the words are gone from the entry by then.
  for (const entry of entries) {
    if (entry.content.kind !== "changes" || entry.state === "given-up") continue
    const changes = takeBack(entry.content.changes)
    if (changes === undefined) continue
    await store.outbox.rewrite(entry.id, { kind: "changes", changes })
    if (entry.state !== "done") continue
    const { lane, place, threadId } = entry
    const position = positionOf(followed, drafts.length + 1)
    drafts.push({
      id: newId(),
      lane,
      position,
      place,
      threadId,
      content: { kind: "mend", entryId: entry.id },
      dueAt: at,
    })
  }
  return drafts
}

// Undefined: the source did not hand the message over this time, which proves nothing.
function isLost(body: string | undefined, text: string): boolean {
  return body !== undefined && !body.includes(foldSpace(text))
}

function foldSpace(text: string): string {
  return text.replaceAll(/(?:\s|^>+ ?)+/gm, " ").trim()
}
