import type { Commitment, Excerpt, ParticipantId } from "../../model/summary.ts"
import { spokenFrom } from "../by-person.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { Kept } from "../kept.ts"
import { resume } from "../kept.ts"

/** Promises that nothing has kept yet, by person: where they stand in the list. */
export type PendingPromises = Map<ParticipantId, Pending[]>

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

/**
 * "Done" keeps the last promise; a new patch version keeps every promise of one; and what was promised in so many
 * words is kept by doing it: a Tested-by keeps "I will test it", "Applied" keeps "will apply".
 */
function settle(commitments: Commitment[], pending: Pending[] | undefined, facts: MessageFacts): void {
  if (pending === undefined || pending.length === 0) return
  const { done, isNewVersion } = facts.commitment
  const deeds = deedsOf(facts)
  const kept = pending.flatMap((entry) => {
    const promise = commitments[entry.index]?.statement.text ?? ""
    const isSaid = isNewVersion ? entry.isVersion : entry === pending.at(-1)
    const words = done !== undefined && isSaid ? done.text : deeds.find(({ keeps }) => keeps.test(promise))?.text
    return words === undefined ? [] : [{ entry, words }]
  })
  for (const { entry, words } of kept) {
    const commitment = commitments[entry.index]
    if (commitment !== undefined) commitments[entry.index] = { ...commitment, done: excerpt(facts, words) }
    pending.splice(pending.indexOf(entry), 1)
  }
}

interface Pending {
  readonly index: number
  readonly isVersion: boolean
}

/** Words that do something, and what a promise of it says. */
function deedsOf({ stance, decisions }: MessageFacts): readonly { readonly keeps: RegExp; readonly text: string }[] {
  const given = stance.trailers.flatMap(({ token, text, isConditional }) => {
    if (isConditional) return []
    if (token.startsWith("Tested")) return [{ keeps: TESTING, text }]
    return /^(?:Reviewed|Acked|Nacked)/.test(token) ? [{ keeps: REVIEWING, text }] : []
  })
  const made = decisions.flatMap(({ kind, sentence }) =>
    kind === "done" ? [{ keeps: APPLYING, text: sentence.text }] : [],
  )
  return [...given, ...made]
}

const TESTING = /\b(?:test|try|run|check)\b/i
const REVIEWING = /\b(?:look|review|read)\b/i
const APPLYING = /\b(?:apply|merge|queue|push|commit|pick|take|land|upload|release)\b/i

function excerpt(facts: MessageFacts, text: string): Excerpt {
  return { messageId: facts.message.id, text }
}
