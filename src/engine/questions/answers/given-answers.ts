import type { Answer, ParticipantId } from "../../../model/summary.ts"
import type { Deed, Track } from "../track.ts"

/** Scores of links to answers: from here on the words belong to the question more often than not. */
export const ANSWERED = 0.44

const MAX_ANSWERS = 3
// What suits a question so much less than its best answer belongs to another one.
const NEAR_BEST = 0.25
// Where nothing suits better, a reply that suits a question so well has most likely answered it in other words.
const HALF = 0.3
// In a chat every turn is near some question: so much of its score says nothing.
const HALF_IN_CHAT = 0.38
// Once it was put off or handed on, words that merely stand near it do not settle it.
const AFTER_DEFERRED = 0.6
// The asker's thanks count for so much.
const ACCEPTED = 0.15

/**
 * What was given as answer, at most a few. The one that stands comes last: whoever shows one shows the last, as where
 * people correct what was found.
 */
export function givenAnswers({ deeds, by }: Track, asked: readonly ParticipantId[]): readonly Answer[] {
  const deferredAt = deeds.findIndex(({ link }) => link.does === "defers")
  const isDeferred = deferredAt >= 0
  // Only what nothing surely answered is asked for again: what stands before the reminder did not answer.
  const remindedAt = deeds.findLastIndex(({ link }) => link.does === "pings")
  const answering = deeds.filter(
    ({ link }, at) =>
      (link.does === "answers" || link.does === "answers-self") &&
      at > remindedAt &&
      (!isDeferred || at < deferredAt || link.score >= AFTER_DEFERRED),
  )
  const best = Math.max(0, ...answering.map(({ link }) => link.score))
  const enough = deeds.some(({ link }) => link.does === "accepts") ? ANSWERED - ACCEPTED : ANSWERED
  const half = isDeferred ? enough : by.message.medium === "chat" ? HALF_IN_CHAT : HALF
  const least = best >= enough ? Math.max(enough, best - NEAR_BEST) : Math.max(half, best)
  const likely = answering.filter(({ link }) => link.score >= least)
  const standing = new Map(likely.map((deed, at) => [deed, standingOf(deed, { by, asked, at })]))
  return likely
    .toSorted((one, other) => (standing.get(other) ?? 0) - (standing.get(one) ?? 0))
    .slice(0, MAX_ANSWERS)
    .toReversed()
    .map(({ link, by: reply, doer }) => ({ by: doer, statement: { messageId: reply.message.id, text: link.text } }))
}

// The word of who was asked goes before that of who was not, and what was said first before what came later.
const ASKED = 0.25
const DIRECT = 0.15
const LATER = 0.03

/** Whose answer counts most: who was asked, who replies to the question itself, who was first. */
function standingOf(
  { link, by: reply, doer }: Deed,
  { by, asked, at }: { readonly by: Track["by"]; readonly asked: readonly ParticipantId[]; readonly at: number },
): number {
  const isDirect = by.message.medium === "chat" || reply.parent === by
  return link.score + (asked.includes(doer) ? ASKED : 0) + (isDirect ? DIRECT : 0) - LATER * at
}
