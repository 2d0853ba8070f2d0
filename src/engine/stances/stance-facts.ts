import type { ReadMessage } from "../read-message.ts"

/** What one message says of its author's stance, known from the message and its ancestors. */
export interface StanceFacts {
  readonly candidates: readonly never[]
}

export function stanceFacts(_read: ReadMessage): StanceFacts {
  return { candidates: [] }
}
