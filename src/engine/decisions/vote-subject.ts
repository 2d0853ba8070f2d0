import type { Message } from "../../model/message.ts"

/** Whether the mails of a thread vote, by its first. */
export function isVote({ message }: { readonly message: Message }): boolean {
  return VOTE_SUBJECT.test(message.subject)
}

const VOTE_SUBJECT = /\[(?:vote|call for votes?|cfv)\]/i
