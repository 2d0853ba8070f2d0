import type { Coverage } from "../model/summary.ts"
import type { Skipped } from "../model/thread.ts"
import type { ThreadFacts } from "./facts.ts"
import { isJudged, languageName } from "./language/detect-language.ts"

/** What was read, and whether that is everything: only then may anybody say "no open questions". */
export function findCoverage(thread: ThreadFacts): Coverage {
  const counts = countMessages(thread)
  const skipped = [...thread.thread.skipped, ...counts.defects]
  const reasons = [...thread.thread.reasons, ...reasonsOf(thread, counts)]
  return {
    read: thread.facts.length - counts.rebuilt,
    ...(counts.rebuilt > 0 && { rebuilt: counts.rebuilt }),
    skipped,
    complete: skipped.length === 0 && reasons.length === 0,
    ...(counts.bots > 0 && { bots: counts.bots }),
    ...(reasons.length > 0 && { reasons }),
  }
}

interface Counts {
  rebuilt: number
  bots: number
  deleted: number
  foreign: number
  readonly missing: Set<string>
  readonly defects: Skipped[]
}

function countMessages({ facts, authors, factsById }: ThreadFacts): Counts {
  const counts: Counts = { rebuilt: 0, bots: 0, deleted: 0, foreign: 0, missing: new Set(), defects: [] }
  for (const [index, { message, language }] of facts.entries()) {
    if (message.isRebuilt === true) counts.rebuilt++
    if (message.isDeleted === true) counts.deleted++
    if (authors[index]?.person?.isBot === true) counts.bots++
    else if (!isJudged(language)) counts.foreign++
    if (message.defect !== undefined) counts.defects.push({ id: message.id, reason: message.defect })
    if (message.inReplyTo !== undefined && !factsById.has(message.inReplyTo)) counts.missing.add(message.inReplyTo)
  }
  return counts
}

function reasonsOf({ language }: ThreadFacts, { foreign, deleted, missing, rebuilt }: Counts): readonly string[] {
  const isForeign = !isJudged(language)
  return [
    ...(isForeign ? [`The thread is in ${languageName(language ?? "")}, which is not judged`] : []),
    ...sentence(isForeign ? 0 : foreign, "is in a language that is not judged", "are in languages that are not judged"),
    ...sentence(deleted, "was deleted", "were deleted"),
    ...sentence(missing.size, "that somebody answers is missing", "that somebody answers are missing"),
    ...sentence(rebuilt, "is known from quotes alone", "are known from quotes alone"),
  ]
}

function sentence(number: number, one: string, several: string): readonly string[] {
  if (number === 0) return []
  return [number === 1 ? `1 message ${one}` : `${number} messages ${several}`]
}
