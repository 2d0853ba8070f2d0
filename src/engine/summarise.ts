import type { Summary } from "../model/summary.ts"
import type { Thread } from "../model/thread.ts"
import { findCoverage } from "./coverage.ts"
import type { FactsById } from "./facts.ts"
import { findFacts } from "./facts.ts"
import { findParticipants } from "./stances/find-participants.ts"
import { findPeople } from "./people/people.ts"
import { findQuestions } from "./questions/find-questions.ts"
import { summaryMessages, summaryThread } from "./summary-frame.ts"
import { keepVerbatim } from "./verbatim.ts"

/** Who stands where in a thread and what is still asked. Total: any thread gives a summary, nothing is thrown. */
export function summarise(thread: Thread, kept: FactsById = new Map()): Summary {
  const facts = findFacts(thread, kept)
  const people = findPeople(thread.messages)
  const factsById = new Map(facts.map((entry) => [entry.message.id, entry]))
  const read = { thread, facts, factsById, people }
  return keepVerbatim(read, {
    version: 1,
    thread: summaryThread(thread),
    messages: summaryMessages(read),
    participants: findParticipants(read),
    ...findQuestions(read),
    decisions: [],
    commitments: [],
    trailers: [],
    state: { kind: "unknown", text: "Not judged" },
    coverage: findCoverage(read),
  })
}
