import type { MessageId } from "./message.ts"
import type { Answer, Commitment, Decision, Excerpt, ParticipantId, Question, Stance, Trailer } from "./summary.ts"

/** What somebody can ask to be told of. */
export const TOPICS = ["stances", "questions", "answers", "decisions"] as const
export type Topic = (typeof TOPICS)[number]

/** Somebody, with the name that they had at the time: a change is told later, without its summary. */
export interface Person {
  readonly id: ParticipantId
  readonly name: string
}

/** One change of meaning between two summaries of a thread. `by` did it. */
export type Change =
  | StanceChange
  | FavourChange
  | QuestionChange
  | DecisionChange
  | TrailerChange
  | CommitmentChange
  | SilenceChange
  | DeadlineChange

export type ChangeKind = Change["kind"]

export interface StanceChange {
  readonly kind: "stance-taken" | "stance-changed" | "stance-withdrawn"
  readonly by: Person
  readonly before?: Stance | undefined
  readonly after?: Stance | undefined
}

/** Somebody came out for an option of a choice, or went over to another. */
export interface FavourChange {
  readonly kind: "favour-taken" | "favour-moved"
  readonly by: Person
  readonly before?: string | undefined
  readonly option: string
  readonly statement: Excerpt
}

export interface QuestionChange {
  readonly kind:
    | "question-opened"
    | "question-answered"
    | "question-reopened"
    | "question-withdrawn"
    /** Events went past it: what it asked for is applied, decided, or there is a newer version. */
    | "question-overtaken"
    /** The message was deleted or edited, or somebody said that it is no question. */
    | "question-gone"
  /** Who asked, or for an answer who gave it; absent where nobody in the thread did it. */
  readonly by?: Person | undefined
  readonly question: Question
  readonly asker: Person
  /** Who is expected to answer; empty for everybody. */
  readonly asked: readonly Person[]
  readonly answer?: Answer | undefined
}

export interface DecisionChange {
  readonly kind: "decision-made"
  readonly by: Person
  readonly decision: Decision
}

export interface TrailerChange {
  readonly kind: "trailer-given"
  readonly by: Person
  readonly trailer: Trailer
}

export interface CommitmentChange {
  readonly kind: "commitment-made" | "commitment-kept"
  readonly by: Person
  readonly commitment: Commitment
}

/** Somebody wrote again after a long silence. */
export interface SilenceChange {
  readonly kind: "silence-broken"
  readonly by: Person
  readonly days: number
  readonly messageId: MessageId
  readonly permalink?: string | undefined
}

/** A time that the thread itself set ("if nobody objects by Friday") comes near, or is past. */
export interface DeadlineChange {
  readonly kind: "deadline-near" | "deadline-past"
  readonly deadline: string
  readonly text: string
  /** Who of those asked has not said a word yet. */
  readonly silent: readonly Person[]
}
