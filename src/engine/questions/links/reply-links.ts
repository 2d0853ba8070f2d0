import type { MessageId } from "../../../model/message.ts"
import type { ReadMessage } from "../../read-message.ts"
import type { AskedQuestion } from "../asked-question.ts"

/** What a later message does to a question. */
export interface ReplyLink {
  readonly questionId: string
  readonly asked: MessageId
  readonly does: "answers" | "defers" | "asks-back" | "withdraws" | "answers-self" | "accepts" | "pings" | "passes-over"
  /** How sure, from 0 to 1. */
  readonly score: number
  /** It takes a suggestion up or turns it down, in so many words. */
  readonly isReaction: boolean
  /** Verbatim words of the replying message. */
  readonly text: string
}

/** A message above, with what it asks. */
export interface QuestionAbove {
  readonly message: ReadMessage["message"]
  readonly lines: ReadMessage["lines"]
  readonly question: { readonly asked: readonly AskedQuestion[]; readonly links: readonly ReplyLink[] }
  readonly parent: QuestionAbove | undefined
  /** In a chat, what was said just before it. */
  readonly previous: QuestionAbove | undefined
}

/** Whether it answers so well that nobody asks the same once more. */
export function isSureAnswer({ does, score }: ReplyLink): boolean {
  return does === "answers" && score >= SURE
}

/** What answers one half of a choice so well settles both. */
export const SURE = 0.5
