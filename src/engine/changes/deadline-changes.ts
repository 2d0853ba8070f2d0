import type { DeadlineChange } from "../../model/change.ts"
import type { Summary } from "../../model/summary.ts"

// Long enough to object before a lazy consensus takes effect, short enough not to be forgotten again.
const NEAR_MS = 24 * 3_600_000

/**
 * What the clock alone changes: a deadline that came near, or went by, in the time after `since` up to `until`.
 * Looking again at once therefore gives nothing.
 */
export function deadlineChanges(
  summary: Summary,
  { since, until }: { readonly since: Date; readonly until: Date },
): readonly DeadlineChange[] {
  const deadline = summary.state.deadline
  const at = Date.parse(deadline ?? "")
  if (deadline === undefined || Number.isNaN(at)) return []
  const passes = (time: number): boolean => since.getTime() < time && time <= until.getTime()
  const facts = { deadline, text: summary.state.text, silent: silentPeople(summary) }
  if (passes(at)) return [{ kind: "deadline-past", ...facts }]
  return passes(at - NEAR_MS) ? [{ kind: "deadline-near", ...facts }] : []
}

/** When the clock alone will next change something. */
export function nextDeadline(summary: Summary, after: Date): Date | undefined {
  const at = Date.parse(summary.state.deadline ?? "")
  const next = [at - NEAR_MS, at].find((time) => time > after.getTime())
  return next === undefined ? undefined : new Date(next)
}

function silentPeople(summary: Summary): DeadlineChange["silent"] {
  const silent = new Set(summary.choices.flatMap((choice) => choice.silent ?? []))
  return summary.participants.filter((participant) => silent.has(participant.id)).map(({ id, name }) => ({ id, name }))
}
