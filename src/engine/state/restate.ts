import type { MessageId } from "../../model/message.ts"
import type { Summary, ThreadState, Waiting } from "../../model/summary.ts"
import { isPatch } from "../commitments/commitment-facts.ts"
import { stateOfParts } from "./find-state.ts"

/**
 * A summary whose questions or stances were set right, with whose turn it is and the line on where the thread is
 * worked out again. What a message itself says of the thread (decided, goes ahead unless, asked again) stays.
 */
export function restate(before: Summary, after: Summary): Summary {
  const waiting = findWaitingAgain(before, after)
  const isAboutPatch = isPatch(before.thread.subject)
  // Whether something is put forward is told from the messages: the line that was said tells which it was.
  const wasPutForward = [isAboutPatch, !isAboutPatch].find((isPutForward) =>
    isSame(before.state, stateOf(before, isPutForward)),
  )
  const state = wasPutForward === undefined ? after.state : stateOf({ ...after, waiting }, wasPutForward)
  return { ...after, waiting, state }
}

function stateOf(summary: Summary, isPutForward: boolean): ThreadState {
  const sentAt = (id: MessageId): string | undefined => summary.messages.find((message) => message.id === id)?.sentAt
  return stateOfParts({
    ...summary,
    isComplete: summary.coverage.complete,
    begunBy: summary.messages[0]?.author,
    isPutForward,
    isAboutPatch: isPatch(summary.thread.subject),
    sentAt,
  })
}

function isSame(left: ThreadState, right: ThreadState): boolean {
  return left.kind === right.kind && left.text === right.text
}

/** A question that is settled keeps nobody waiting; one that is open again is asked of whom it was put to. */
function findWaitingAgain(before: Summary, after: Summary): readonly Waiting[] {
  const openNow = new Map(after.questions.filter(({ status }) => status === "open").map((one) => [one.id, one]))
  return before.waiting
    .flatMap((wait): readonly Waiting[] => {
      const questionIds = wait.questionIds.filter((id) => openNow.has(id))
      if (questionIds.length === wait.questionIds.length) return [wait]
      if (questionIds.length === 0) return []
      const since = questionIds.flatMap((id) => openNow.get(id)?.askedAt ?? []).toSorted()[0]
      return [{ on: wait.on, ...(since !== undefined && { since }), questionIds }]
    })
    .toSorted((one, other) => (one.since ?? "9").localeCompare(other.since ?? "9"))
}
