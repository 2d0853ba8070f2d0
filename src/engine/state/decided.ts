import type { Participant, ThreadState, Waiting } from "../../model/summary.ts"
import { shownName } from "../../model/summary.ts"
import type { MadeDecision } from "../decisions/decision-facts.ts"
import { decidedAt } from "../decisions/deciding.ts"
import type { ThreadFacts } from "../facts.ts"
import type { Named } from "./state-words.ts"
import { listNames, nameOf, on } from "./state-words.ts"

interface DecidedParts {
  readonly participants: readonly Participant[]
  readonly waiting: readonly Waiting[]
}

/** What was last applied, decided or taken out again, with what was said against it since. */
export function decided(thread: ThreadFacts, parts: DecidedParts): ThreadState | undefined {
  const at = thread.notable.decisions.findLast((index) => decidedAt(thread, index).length > 0) ?? -1
  const last = thread.facts[at]
  const made = decidedAt(thread, at).at(-1)
  if (last === undefined || made === undefined) return undefined
  if (made.kind === "settled" && (thread.notable.against.at(-1) ?? -1) > at) return undefined
  const rest = made.kind === "done" ? sinceApplied(thread, at, parts) : ""
  return { kind: "decided", text: `${wordOf(made)}${byWhom(thread, at, parts)}${on(last.message.sentAt)}${rest}` }
}

function wordOf({ kind, isPart, isWithdrawal }: MadeDecision): string {
  if (isWithdrawal === true) return "Withdrawn"
  if (kind === "done") return isPart === true ? "Applied in part" : "Applied"
  return kind === "settled" ? "Decided" : "Reversed"
}

/** A robot that tells of it did not do it. */
function byWhom(thread: ThreadFacts, at: number, parts: Named): string {
  const author = thread.authors[at]
  const doer = thread.facts[at]?.decisions.at(-1)?.doer
  const name = author?.person?.isBot === true ? doer : nameOf(author?.id, parts)
  return name === undefined ? "" : ` by ${name}`
}

/** Whoever says since that they are against it keeps "applied" from being the last word. */
function sinceApplied({ facts, authors }: ThreadFacts, at: number, parts: DecidedParts): string {
  const since = new Set(facts.slice(at + 1).map(({ message }) => message.id))
  const against = parts.participants.filter(
    ({ id, stance }) =>
      stance?.position === "opposes" && since.has(stance.statement.messageId) && id !== authors[at]?.id,
  )
  if (against.length > 0) return `; ${listNames(against.map(shownName))} against it since`
  const longest = facts[at]?.decisions.at(-1)?.isPart === true ? parts.waiting[0] : undefined
  return longest === undefined ? "" : `; waiting for ${nameOf(longest.on, parts)}`
}
