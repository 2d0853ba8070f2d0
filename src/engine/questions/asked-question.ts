import type { MessageId } from "../../model/message.ts"
import type { Gram } from "./words/grams.ts"
import type { TellingWords } from "../words/telling-words.ts"
import type { QuestionKind } from "../../model/summary.ts"

/** How a sentence asks. `suggests` waits for an answer only as far as somebody is expected to act on it. */
export type QuestionForm = "asks" | "wonders" | "requests" | "suggests"

/** Something that one message asks, in its author's own words. */
export interface AskedQuestion {
  /** Made of the message's id and the folded sentence, so that it stays the same while the thread grows. */
  readonly id: string
  readonly messageId: MessageId
  /** Verbatim: one sentence, or two that stand together. */
  readonly text: string
  /** Indexes among the message's own sentences. */
  readonly firstSentence: number
  readonly lastSentence: number
  readonly firstLine: number
  readonly lastLine: number
  readonly form: QuestionForm
  readonly hasMark: boolean
  readonly kind: QuestionKind
  readonly options: readonly string[]
  /** The options are called by letter or number. */
  readonly isLabelled: boolean
  /** How likely it is that the author waits for an answer, from 0 to 1. */
  readonly weight: number
  /** Put to the room: "anybody", "thoughts?". */
  readonly isToRoom: boolean
  /** People called on by name. */
  readonly names: readonly string[]
  /** Its letters and figures alone: by these it is found in quotes. */
  readonly letters: string
  /** Of these one is in every quote of it. */
  readonly grams: readonly Gram[]
  /** Its telling words, for comparing it with what may answer it. */
  readonly words: TellingWords
}

/** A question of such a weight asks; below it, a sentence may as well remark. */
export const IN_EARNEST = 0.5
