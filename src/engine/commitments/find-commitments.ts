import type { Commitment, Excerpt, ParticipantId } from "../../model/summary.ts"
import { spokenIn } from "../by-person.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"

/** What people said they will do, in the thread's order, with the words that say that it is done. */
export function findCommitments(thread: ThreadFacts): readonly Commitment[] {
  const commitments: Commitment[] = []
  const pending = new Map<ParticipantId, { readonly index: number; readonly isVersion: boolean }[]>()
  for (const { facts, by } of spokenIn(thread)) {
    settle(commitments, pending.get(by), facts)
    for (const { sentence, due, isVersion } of facts.commitment.promises) {
      const waiting = pending.get(by) ?? []
      pending.set(by, [...waiting, { index: commitments.length, isVersion }])
      commitments.push({ by, statement: excerpt(facts, sentence.text), ...(due !== undefined && { due }) })
    }
  }
  return commitments
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
