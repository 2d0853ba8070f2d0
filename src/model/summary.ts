import type { MessageId } from "./message.ts"
import type { Skipped, SourceKind, ThreadId } from "./thread.ts"

/** The summary of one thread: version 1 of the JSON that others rely on (test/contract/summary.schema.json). */
export interface Summary {
  readonly version: 1
  readonly thread: SummaryThread
  /** Oldest first; replies never stand before what they answer. */
  readonly messages: readonly SummaryMessage[]
  readonly participants: readonly Participant[]
  readonly questions: readonly Question[]
  readonly choices: readonly Choice[]
  readonly decisions: readonly Decision[]
  readonly commitments: readonly Commitment[]
  readonly trailers: readonly Trailer[]
  readonly waiting: readonly Waiting[]
  readonly state: ThreadState
  readonly coverage: Coverage
}

export interface SummaryThread {
  readonly id: ThreadId
  readonly subject: string
  readonly source: SourceKind
  readonly permalink?: string
  readonly messageCount: number
  readonly startedAt?: string
  readonly lastActivityAt?: string
  readonly language?: string
}

export type ParticipantId = string

export interface SummaryMessage {
  readonly id: MessageId
  readonly author: ParticipantId
  readonly inReplyTo?: MessageId
  readonly sentAt?: string
  readonly origin: "received" | "quoted"
  readonly permalink?: string
}

/** One person in a thread, with all their addresses. */
export interface Participant {
  readonly id: ParticipantId
  readonly name: string
  readonly addresses: readonly string[]
  readonly messageIds: readonly MessageId[]
  readonly isBot: boolean
  /** Their latest stance; absent for somebody who took none. */
  readonly stance?: Stance
  /** Overtaken stances, oldest first. */
  readonly earlierStances: readonly Stance[]
}

/**
 * A participant's name as people are shown it: without what an archive left of an address that it hid. "Ada Holm (hoim)"
 * keeps that for whoever has to find her there.
 */
export function shownName({ name }: Pick<Participant, "name">): string {
  return name.replace(/(?<=\S) \([a-z.-]{2,40}\)$/u, "")
}

/** The author's own words, verbatim (white space folded), one sentence, two at most. */
export interface Excerpt {
  readonly messageId: MessageId
  readonly text: string
  readonly permalink?: string
}

export const POSITIONS = [
  "supports",
  "supports-with-changes",
  "opposes",
  "prefers-alternative",
  "undecided",
  "informs",
] as const
export type Position = (typeof POSITIONS)[number]

export interface Stance {
  readonly position: Position
  readonly statement: Excerpt
  readonly evidence?: readonly Excerpt[]
  /** explicit: a trailer or a sentence that says so; inferred: read from what they argue, shown with a `?`. */
  readonly basis: "explicit" | "inferred"
  /** What the stance is about, where it is not the thread's first proposal. */
  readonly on?: string
  readonly sentAt?: string
}

export type QuestionKind = "choice" | "yes-no" | "open" | "request"
export type QuestionStatus = "open" | "answered" | "withdrawn" | "overtaken"

export interface Question {
  readonly id: string
  readonly askedBy: ParticipantId
  /** Who is expected to answer; empty for everybody. */
  readonly addressedTo: readonly ParticipantId[]
  readonly kind: QuestionKind
  readonly options: readonly string[]
  readonly status: QuestionStatus
  readonly statement: Excerpt
  readonly answers: readonly Answer[]
  readonly askedAt?: string
  /** The name of somebody other than the asker on whose word alone it is settled: shown as disputed. */
  readonly ruledBy?: string
}

export interface Answer {
  readonly by: ParticipantId
  readonly statement: Excerpt
}

export interface Choice {
  readonly questionId: string
  readonly options: readonly string[]
  readonly favours: readonly Favour[]
  readonly silent?: readonly ParticipantId[]
}

export interface Favour {
  readonly participant: ParticipantId
  readonly option: string
  readonly statement: Excerpt
  readonly movedFrom?: string
  readonly sentAt?: string
}

export interface Decision {
  readonly by: ParticipantId
  readonly statement: Excerpt
}

export interface Commitment {
  readonly by: ParticipantId
  readonly statement: Excerpt
  readonly due?: string
  readonly done?: Excerpt
}

export interface Trailer {
  readonly token: string
  readonly by: ParticipantId
  readonly statement: Excerpt
}

export interface Waiting {
  readonly on: ParticipantId
  readonly since?: string
  readonly questionIds: readonly string[]
}

export interface ThreadState {
  readonly kind: "waiting" | "agreed" | "decided" | "stalled" | "discussing" | "unknown"
  readonly text: string
  readonly deadline?: string
}

export interface Coverage {
  readonly read: number
  readonly rebuilt?: number
  readonly skipped: readonly Skipped[]
  /** Everything of the thread was read and understood; only then may anybody say "no open questions". */
  readonly complete: boolean
  readonly bots?: number
  readonly dropped?: number
  readonly reasons?: readonly string[]
}
