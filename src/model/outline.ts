import type { MessageId } from "./message.ts"
import type { ParticipantId } from "./summary.ts"

/**
 * A summary laid out in sections, before any markup. Every mouth of the house (terminal, Slack,
 * Discord, web) draws from this one model, so that all of them say the same.
 */
export interface Outline {
  readonly title: string
  readonly permalink?: string
  /** One real sentence on where the thread is: the notification line, the screen reader's first words. */
  readonly headline: readonly Span[]
  readonly sections: readonly OutlineSection[]
  /** The messages that the references name, in the thread's order; for mouths that end with a list of them. */
  readonly references?: readonly OutlineReference[]
}

export interface OutlineReference {
  /** As the reference spans have it: `[3]`. */
  readonly text: string
  readonly author: string
  readonly messageId: MessageId
  readonly sentAt?: string
  readonly permalink?: string
}

export const SECTION_KINDS = [
  "open",
  "choices",
  "stances",
  "decisions",
  "commitments",
  "trailers",
  "answered",
  "coverage",
] as const
export type SectionKind = (typeof SECTION_KINDS)[number]

export interface OutlineSection {
  readonly kind: SectionKind
  readonly title: string
  /** Most important first: whoever must cut, cuts from the end and says how much is left out. */
  readonly lines: readonly OutlineLine[]
}

export interface OutlineLine {
  readonly spans: readonly Span[]
  /** 1 for what stands under the line above it (evidence, an overtaken stance). */
  readonly indent: 0 | 1
  /** What the line speaks of, for buttons and commands: a question's id or a participant's. */
  readonly about?: { readonly questionId: string } | { readonly participant: ParticipantId }
}

/** A piece of a line, named for what it is; each mouth decides how it looks, and escapes `text` for where it goes. */
export type Span =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "label"; readonly text: string }
  /** Somebody's own words; shown in quotation marks, and linked where there is a permalink. */
  | { readonly kind: "excerpt"; readonly text: string; readonly permalink?: string; readonly isOvertaken?: boolean }
  /** A point in time, ISO 8601 UTC; shown in the reader's zone. `relative`: "3 days ago". */
  | { readonly kind: "time"; readonly at: string; readonly relative: boolean }
  /** A short reference to the message (`[3]`), linked where there is a permalink. */
  | { readonly kind: "reference"; readonly text: string; readonly permalink?: string }
