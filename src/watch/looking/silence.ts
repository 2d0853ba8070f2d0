import { emptySummary } from "../../engine/changes/find-changes.ts"
import type { Summary } from "../../model/summary.ts"

const SILENCED = "Not summarized: somebody in the thread asked that it not be"

/** What stays of a summary once a participant objects: that there was a thread, and why nothing is said of it. */
export function withoutWordsOf(summary: Summary): Summary {
  const coverage = { read: 0, skipped: [], complete: false, reasons: [SILENCED] }
  // A chat's thread is named by its first words, and those are somebody's too.
  const thread = { ...summary.thread, subject: "A thread" }
  return { ...emptySummary(summary), thread, state: { kind: "unknown", text: SILENCED }, coverage }
}

export function isSilenced(summary: Summary | undefined): boolean {
  return summary?.state.text === SILENCED
}
