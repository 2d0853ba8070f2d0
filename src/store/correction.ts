import type { Answer } from "../model/summary.ts"
import type { ThreadId } from "../model/thread.ts"

/** What somebody set right in a summary. A question is named by its message and its words, which outlive its number. */
export type CorrectionContent =
  | {
      readonly kind: "not-a-question"
      readonly messageId: string
      readonly text: string
      /** Said by who asked, as an address tied to their account proves; anybody else's word is shown as disputed. */
      readonly isAskers?: boolean | undefined
    }
  | {
      readonly kind: "answered"
      readonly messageId: string
      readonly text: string
      /** The message that settled it, in its author's words, where somebody named one. */
      readonly answer?: Answer | undefined
      readonly isAskers?: boolean | undefined
    }
  /** Of the speaker alone: `address` is tied to their account. */
  | { readonly kind: "stance-confirmed" | "stance-withdrawn"; readonly address: string; readonly messageId: string }

export interface Correction {
  readonly id: string
  readonly threadId: ThreadId
  readonly content: CorrectionContent
  /** `personKey` and name of who said so. */
  readonly by: string
  readonly byName: string
  readonly at: string
  readonly undoneBy?: string | undefined
  readonly undoneAt?: string | undefined
}

export interface CorrectionStore {
  add(correction: Correction): Promise<void>
  /** Oldest first, undone ones too: this is the audit trail. */
  ofThread(threadId: ThreadId): Promise<readonly Correction[]>
  undo(id: string, by: string, at: string): Promise<boolean>
}
