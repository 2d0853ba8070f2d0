import type { MessageFacts } from "../../message-facts.ts"
import type { ReadMessage } from "../../read-message.ts"
import { readSubject } from "../../threading/parents/subjects.ts"

/** Whether a topmost message is what a thread began with: where that is missing, a reply stands there, and proposes nothing. */
export function opensThread({ message }: Pick<ReadMessage, "message">): boolean {
  return message.isRebuilt === true || !readSubject(message.subject).isReply
}

/**
 * Whether who wrote the first message made the proposal. One that is known from a quote is the first of its thread only
 * where the mail that quotes it names no more ancestors than these: a forwarded mail, and one of mid-thread, is not.
 */
export function isProposal(first: MessageFacts, facts: readonly MessageFacts[]): boolean {
  if (first.message.isRebuilt !== true) return opensThread(first)
  const below = facts.find(({ message }) => message.isRebuilt !== true)
  if (below === undefined) return false
  let levels = 0
  let above: MessageFacts | undefined = below
  for (; above !== undefined && above !== first; above = above.parent) levels++
  return above === first && below.message.references.length === levels
}
