import type { MessageId } from "../model/message.ts"
import type { Participant, ParticipantId, Question, SummaryMessage } from "../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "./facts.ts"
import type { QuestionMemory } from "./questions/question-memory.ts"
import { createQuestionMemory } from "./questions/question-memory.ts"
import type { Checked } from "./verbatim.ts"

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
  readonly participants: Map<ParticipantId, KeptParticipant>
  readonly questions: QuestionMemory
  /** What the verbatim gate said of claims, by the claim as it was made. */
  readonly participantsChecked: WeakMap<Participant, Checked<Participant>>
  readonly questionsChecked: WeakMap<Question, Checked<Question>>
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
    participants: new Map(),
    questions: createQuestionMemory(),
    participantsChecked: new WeakMap(),
    questionsChecked: new WeakMap(),
  }
}
