import type { Summary } from "../model/summary.ts"
import type { Thread } from "../model/thread.ts"
import { findCommitments } from "./commitments/find-commitments.ts"
import { findCoverage } from "./coverage.ts"
import { findDecisions } from "./decisions/find-decisions.ts"
import type { FactsById } from "./facts.ts"
import { findThreadFacts } from "./facts.ts"
import { isJudged } from "./language/detect-language.ts"
import { findQuestions } from "./questions/find-questions.ts"
import { findParticipants } from "./stances/find-participants.ts"
import { findState } from "./state/find-state.ts"
import { summaryMessages, summaryThread } from "./summary-frame.ts"
import { givenTrailers } from "./trailers/given-trailers.ts"
import { keepVerbatim } from "./verbatim.ts"

/** Who stands where in a thread and what is still asked. Total: any thread gives a summary, nothing is thrown. */
export function summarise(thread: Thread, kept: FactsById = new Map()): Summary {
  const read = findThreadFacts(thread, kept)
  const judged = isJudged(read.language) ? read : { ...read, facts: [] }
  const participants = findParticipants(read)
  const asked = findQuestions(judged)
  const commitments = findCommitments(judged)
  return keepVerbatim(read, {
    version: 1,
    thread: summaryThread(read),
    messages: summaryMessages(read),
    participants,
    ...asked,
    decisions: findDecisions(judged),
    commitments,
    trailers: givenTrailers(read),
    state: findState(read, { participants, waiting: asked.waiting, commitments }),
    coverage: findCoverage(read),
  })
}
