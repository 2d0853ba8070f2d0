import type { Summary } from "../model/summary.ts"
import type { Thread } from "../model/thread.ts"
import { findCommitments } from "./commitments/find-commitments.ts"
import { findCoverage } from "./coverage/coverage.ts"
import { findDecisions } from "./decisions/find-decisions.ts"
import { findThreadFacts } from "./facts.ts"
import type { Kept } from "./kept.ts"
import { createKept } from "./kept.ts"
import { isJudged } from "./language/detect-language.ts"
import { findQuestions } from "./questions/find-questions.ts"
import { findParticipants } from "./stances/find-participants.ts"
import { findState } from "./state/find-state.ts"
import { summaryMessages, summaryThread } from "./summary-frame.ts"
import { givenTrailers } from "./trailers/given-trailers.ts"
import { keepVerbatim } from "./verbatim/verbatim.ts"

/** Who stands where in a thread and what is still asked. Total: any thread gives a summary, nothing is thrown. */
export function summarise(thread: Thread, kept: Kept = createKept()): Summary {
  const read = findThreadFacts(thread, kept)
  const judged = isJudged(read.language) ? read : { ...read, facts: [], authors: [], unchanged: 0 }
  const participants = findParticipants(read, kept)
  const asked = findQuestions(judged, kept.questions)
  const commitments = findCommitments(judged, kept.commitments)
  const coverage = findCoverage(read, kept)
  const summary: Summary = {
    version: 1,
    thread: summaryThread(read, kept),
    messages: summaryMessages(read, kept),
    participants,
    ...asked,
    decisions: findDecisions(judged, kept.decisions),
    commitments,
    trailers: givenTrailers(read, kept.trailers),
    state: findState(read, { participants, ...asked, commitments, isComplete: coverage.complete }, kept.votes),
    coverage,
  }
  return keepVerbatim(read, summary, kept)
}
