import type { Message, MessageId } from "../model/message.ts"
import type { Thread } from "../model/thread.ts"
import type { CommitmentFacts } from "./commitments/commitment-facts.ts"
import { commitmentFacts } from "./commitments/commitment-facts.ts"
import type { MadeDecision } from "./decisions/decision-facts.ts"
import { decisionFacts } from "./decisions/decision-facts.ts"
import type { LanguageCounts } from "./language/detect-language.ts"
import { countLanguages } from "./language/detect-language.ts"
import { threadLanguage } from "./language/thread-language.ts"
import type { People } from "./people/people.ts"
import { findPeople } from "./people/people.ts"
import type { QuestionFacts } from "./questions/question-facts.ts"
import { questionFacts } from "./questions/question-facts.ts"
import type { ReadMessage } from "./read-message.ts"
import { readMessage } from "./read-message.ts"
import type { StanceFacts } from "./stances/stance-facts.ts"
import { stanceFacts } from "./stances/stance-facts.ts"

/** All that is known of one message from itself and its ancestors. Nothing that comes later changes it. */
export interface MessageFacts extends ReadMessage {
  readonly parent: MessageFacts | undefined
  readonly stance: StanceFacts
  readonly question: QuestionFacts
  readonly decisions: readonly MadeDecision[]
  readonly commitment: CommitmentFacts
  readonly languages: LanguageCounts
}

/** A thread with the facts of every message, in the thread's order. */
export interface ThreadFacts {
  /** BCP 47; undefined where too little is said to tell. */
  readonly language: string | undefined
  readonly thread: Thread
  readonly facts: readonly MessageFacts[]
  readonly factsById: ReadonlyMap<MessageId, MessageFacts>
  readonly people: People
}

/** Facts of earlier runs. They are used again where the message and all above it are the same objects. */
export type FactsById = Map<MessageId, MessageFacts>

/** A thread with all that its messages tell one by one. */
export function findThreadFacts(thread: Thread, kept: FactsById): ThreadFacts {
  const facts = findFacts(thread, kept)
  const factsById = new Map(facts.map((entry) => [entry.message.id, entry]))
  return { thread, facts, factsById, people: findPeople(thread.messages), language: threadLanguage(facts) }
}

/** The facts of every message of a thread. `kept` is brought up to date and saves what it already holds. */
export function findFacts(thread: Thread, kept: FactsById): readonly MessageFacts[] {
  const facts: MessageFacts[] = []
  const current: FactsById = new Map()
  for (const message of thread.messages) {
    const parent =
      current.get(message.inReplyTo ?? "") ?? nearestReference(message, current) ?? flatParent(message, facts)
    const known = kept.get(message.id)
    const next = known?.message === message && known.parent === parent ? known : factsOf(message, parent)
    current.set(message.id, next)
    facts.push(next)
  }
  for (const [id, value] of current) kept.set(id, value)
  return facts
}

function factsOf(message: Message, parent: MessageFacts | undefined): MessageFacts {
  const read = readMessage(message, parent)
  return {
    ...read,
    parent,
    stance: stanceFacts(read, parent),
    question: questionFacts(read),
    decisions: decisionFacts(read),
    commitment: commitmentFacts(read),
    languages: countLanguages(read.sentences),
  }
}

function nearestReference(message: Message, current: FactsById): MessageFacts | undefined {
  for (let index = message.references.length - 1; index >= 0; index--) {
    const found = current.get(message.references[index] ?? "")
    if (found !== undefined) return found
  }
  return undefined
}

/** Chat threads are flat: what somebody answers is, as a rule, what was said just before. */
function flatParent(message: Message, before: readonly MessageFacts[]): MessageFacts | undefined {
  return message.medium === "chat" ? before.at(-1) : undefined
}
