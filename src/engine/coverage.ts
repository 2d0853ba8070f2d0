import type { Coverage } from "../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "./facts.ts"
import { isJudged, languageName, languageOf } from "./language/detect-language.ts"

/** What was read, and whether that is everything: only then may anybody say "no open questions". */
export function findCoverage(thread: ThreadFacts): Coverage {
  const { facts, people } = thread
  const rebuilt = count(facts, ({ message }) => message.isRebuilt === true)
  const bots = count(facts, ({ message }) => people.find(message.author)?.isBot === true)
  const defects = facts.flatMap(({ message }) =>
    message.defect === undefined ? [] : [{ id: message.id, reason: message.defect }],
  )
  const skipped = [...thread.thread.skipped, ...defects]
  const reasons = [...thread.thread.reasons, ...reasonsOf(thread, rebuilt)]
  return {
    read: facts.length - rebuilt,
    ...(rebuilt > 0 && { rebuilt }),
    skipped,
    complete: skipped.length === 0 && reasons.length === 0,
    ...(bots > 0 && { bots }),
    ...(reasons.length > 0 && { reasons }),
  }
}

function reasonsOf({ facts, factsById, language }: ThreadFacts, rebuilt: number): readonly string[] {
  const deleted = count(facts, ({ message }) => message.isDeleted === true)
  const missing = new Set(
    facts.flatMap(({ message }) =>
      message.inReplyTo === undefined || factsById.has(message.inReplyTo) ? [] : message.inReplyTo,
    ),
  ).size
  const foreign = isJudged(language) ? facts.filter((entry) => !isJudged(languageOf(entry.languages))) : []
  return [
    ...(isJudged(language) ? [] : [`The thread is in ${languageName(language ?? "")}, which is not judged`]),
    ...sentence(foreign.length, "is in a language that is not judged", "are in languages that are not judged"),
    ...sentence(deleted, "was deleted", "were deleted"),
    ...sentence(missing, "that somebody answers is missing", "that somebody answers are missing"),
    ...sentence(rebuilt, "is known from quotes alone", "are known from quotes alone"),
  ]
}

function sentence(number: number, one: string, several: string): readonly string[] {
  if (number === 0) return []
  return [number === 1 ? `1 message ${one}` : `${number} messages ${several}`]
}

function count(facts: readonly MessageFacts[], holds: (facts: MessageFacts) => boolean): number {
  let number = 0
  for (const entry of facts) if (holds(entry)) number++
  return number
}
