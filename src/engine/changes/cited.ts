import type { Change } from "../../model/change.ts"
import type { MessageId } from "../../model/message.ts"
import type { Excerpt } from "../../model/summary.ts"

/** The messages whose words a change shows; the one that made the change is the last. */
export function citedMessages(change: Change): readonly MessageId[] {
  if (change.kind === "silence-broken") return [change.messageId]
  return excerptsOf(change).map((excerpt) => excerpt.messageId)
}

/** Somebody's words that a change shows. */
export function excerptsOf(change: Change): readonly Excerpt[] {
  if ("question" in change) return present(change.question.statement, change.answer?.statement)
  if ("decision" in change) return [change.decision.statement]
  if ("trailer" in change) return [change.trailer.statement]
  if ("commitment" in change) return present(change.commitment.statement, change.commitment.done)
  if ("statement" in change) return [change.statement]
  if (change.kind === "silence-broken" || "deadline" in change) return []
  return present(change.before?.statement, change.after?.statement)
}

/** The change without the words of a message that its author took back; the rest of it stays. */
export function withoutWords(change: Change, messageId: MessageId): Change {
  const clear = (excerpt: Excerpt): Excerpt => (excerpt.messageId === messageId ? { messageId, text: "" } : excerpt)
  if ("question" in change) {
    const { question, answer } = change
    const answers = question.answers.map((each) => ({ ...each, statement: clear(each.statement) }))
    const isGone = question.statement.messageId === messageId
    return {
      ...change,
      question: { ...question, answers, statement: clear(question.statement), options: isGone ? [] : question.options },
      answer: answer === undefined ? undefined : { ...answer, statement: clear(answer.statement) },
    }
  }
  if ("decision" in change)
    return { ...change, decision: { ...change.decision, statement: clear(change.decision.statement) } }
  if ("trailer" in change)
    return { ...change, trailer: { ...change.trailer, statement: clear(change.trailer.statement) } }
  if ("commitment" in change) {
    const { commitment } = change
    const done = commitment.done === undefined ? {} : { done: clear(commitment.done) }
    return { ...change, commitment: { ...commitment, statement: clear(commitment.statement), ...done } }
  }
  if ("statement" in change) return { ...change, statement: clear(change.statement) }
  if (change.kind === "silence-broken" || "deadline" in change) return change
  const stance = (was: typeof change.before): typeof change.before =>
    was === undefined
      ? undefined
      : { ...was, statement: clear(was.statement), evidence: (was.evidence ?? []).map(clear) }
  return { ...change, before: stance(change.before), after: stance(change.after) }
}

function present(...excerpts: readonly (Excerpt | undefined)[]): readonly Excerpt[] {
  return excerpts.filter((excerpt) => excerpt !== undefined)
}
