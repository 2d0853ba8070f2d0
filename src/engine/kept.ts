import type { MessageId } from "../model/message.ts"
import type {
  Commitment,
  Decision,
  Excerpt,
  Participant,
  ParticipantId,
  Trailer,
  Question,
  SummaryMessage,
} from "../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "./facts.ts"
import type { CheckedList } from "./verbatim/checked-list.ts"
import { createCheckedList } from "./verbatim/checked-list.ts"
import type { PendingPromises } from "./commitments/find-commitments.ts"
import type { Tally } from "./coverage/coverage.ts"
import { emptyTally } from "./coverage/coverage.ts"
import type { QuestionMemory } from "./questions/question-memory.ts"
import { createQuestionMemory } from "./questions/question-memory.ts"
import type { Votes } from "./state/vote-tally.ts"
import { createVotes } from "./state/vote-tally.ts"
import type { Span } from "./summary-frame.ts"
import { EMPTY_SPAN } from "./summary-frame.ts"
import type { CheckedExcerpt } from "./verbatim/verbatim.ts"

/**
 * What earlier runs over the same thread found out, so that a grown thread costs what is new.
 *
 * It never changes what a run says: whatever is kept is used again only where all that it was
 * told from is still the same.
 */
export interface Kept {
  factsById: Map<MessageId, MessageFacts>
  read: ThreadFacts | undefined
  messages: readonly SummaryMessage[]
  readonly decisions: Running<Decision>
  readonly trailers: Running<Trailer>
  readonly commitments: Running<Commitment> & {
    readonly pending: PendingPromises
    /** Which of the entries their authors took back since. */
    readonly givenUp: Set<number>
  }
  readonly votes: Votes
  tally: Tally
  span: Span
  readonly participants: Map<ParticipantId, KeptParticipant>
  readonly questions: QuestionMemory
  /** What the verbatim gate said of claims, by the claim as it was made. */
  readonly excerptsChecked: WeakMap<Excerpt, CheckedExcerpt>
  readonly participantsChecked: CheckedList<Participant>
  readonly questionsChecked: CheckedList<Question>
  readonly decisionsChecked: CheckedList<Decision>
  readonly trailersChecked: CheckedList<Trailer>
  readonly commitmentsChecked: CheckedList<Commitment>
}

/** A list that goes on where the run before ended. */
export interface Running<Entry> {
  /** So many facts have been looked at. */
  upTo: number
  readonly entries: Entry[]
}

/** Brings a running list back to the start where what it was told from has changed, and says where to go on. */
export function resume(running: Running<unknown>, { facts, unchanged }: ThreadFacts): number {
  const from = running.upTo <= unchanged ? running.upTo : 0
  if (from === 0) running.entries.length = 0
  running.upTo = facts.length
  return from
}

export interface KeptParticipant {
  readonly theirs: readonly MessageFacts[]
  readonly participant: Participant
}

/** For a thread that nobody has looked at before. */
export function createKept(): Kept {
  return {
    factsById: new Map(),
    read: undefined,
    messages: [],
    decisions: { upTo: 0, entries: [] },
    trailers: { upTo: 0, entries: [] },
    commitments: { upTo: 0, entries: [], pending: new Map(), givenUp: new Set() },
    votes: createVotes(),
    tally: emptyTally(),
    span: EMPTY_SPAN,
    participants: new Map(),
    questions: createQuestionMemory(),
    excerptsChecked: new WeakMap(),
    participantsChecked: createCheckedList(),
    questionsChecked: createCheckedList(),
    decisionsChecked: createCheckedList(),
    trailersChecked: createCheckedList(),
    commitmentsChecked: createCheckedList(),
  }
}
