import type { Coverage } from "../model/summary.ts"
import type { ThreadFacts } from "./facts.ts"

/** What was read, and whether that is everything: only then may anybody say "no open questions". */
export function findCoverage({ thread, facts }: ThreadFacts): Coverage {
  const rebuilt = facts.filter(({ message }) => message.isRebuilt === true).length
  const defects = facts.flatMap(({ message }) =>
    message.defect === undefined ? [] : [{ id: message.id, reason: message.defect }],
  )
  const skipped = [...thread.skipped, ...defects]
  return {
    read: facts.length - rebuilt,
    ...(rebuilt === 0 ? {} : { rebuilt }),
    skipped,
    complete: skipped.length === 0 && thread.reasons.length === 0,
    ...(thread.reasons.length === 0 ? {} : { reasons: thread.reasons }),
  }
}
