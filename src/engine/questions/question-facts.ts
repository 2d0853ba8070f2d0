import type { ReadMessage } from "../read-message.ts"

/** What one message asks and answers, known from the message and its ancestors. */
export interface QuestionFacts {
  readonly asked: readonly never[]
}

export function questionFacts(_read: ReadMessage): QuestionFacts {
  return { asked: [] }
}
