import type { Commitment, Excerpt, ParticipantId } from "../../model/summary.ts"
import { spokenFrom } from "../by-person.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { Kept } from "../kept.ts"
import { resume } from "../kept.ts"

/** Promises that nothing has kept yet, by person: where they stand in the list. */
export type PendingPromises = Map<ParticipantId, { readonly index: number; readonly isVersion: boolean }[]>

/** What people said they will do, in the thread's order, with the words that say that it is done. */
export function findCommitments(thread: ThreadFacts, running: Kept["commitments"]): readonly Commitment[] {
  const { entries, pending } = running
  const from = resume(running, thread)
  if (from === 0) pending.clear()
  for (const { facts, by } of spokenFrom(thread, from)) {
    settle(entries, pending.get(by), facts)
    for (const { sentence, due, isVersion } of facts.commitment.promises) {
      const waiting = pending.get(by) ?? []
      pending.set(by, [...waiting, { index: entries.length, isVersion }])
      entries.push({ by, statement: excerpt(facts, sentence.text), ...(due !== undefined && { due }) })
    }
  }
  return entries
}

/** "Done" keeps the last promise; a new patch version keeps every promise of one. */
function settle(
  commitments: Commitment[],
  pending: { readonly index: number; readonly isVersion: boolean }[] | undefined,
  facts: MessageFacts,
): void {
  const { done, isNewVersion } = facts.commitment
  if (done === undefined || pending === undefined) return
  const kept = isNewVersion ? pending.filter((entry) => entry.isVersion) : pending.slice(-1)
  for (const { index } of kept) {
    const commitment = commitments[index]
    if (commitment !== undefined) commitments[index] = { ...commitment, done: excerpt(facts, done.text) }
  }
  for (const entry of kept) pending.splice(pending.indexOf(entry), 1)
}

function excerpt(facts: MessageFacts, text: string): Excerpt {
  return { messageId: facts.message.id, text }
}
