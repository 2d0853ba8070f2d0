import type { Asker, Place } from "./ask.ts"

/** What somebody is typing into an option of a command. */
export interface SuggestRequest {
  readonly kind: "source" | "thread" | "person"
  /** What is typed so far. */
  readonly typed: string
  readonly asker: Asker
  readonly place: Place
}

export interface Suggestion {
  /** What a person reads. */
  readonly label: string
  /** What is said: words of the chat grammar. */
  readonly value: string
}

/** Values that fit, most likely first. It is asked at every keystroke and has about two seconds. */
export type Suggest = (request: SuggestRequest) => Promise<readonly Suggestion[]>
