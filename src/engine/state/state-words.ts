import type { Participant } from "../../model/summary.ts"
import { shownName } from "../../model/summary.ts"

export interface Named {
  readonly participants: readonly Participant[]
}

export function nameOf(id: string | undefined, { participants }: Named): string {
  const person = participants.find((one) => one.id === id)
  return person === undefined ? "somebody" : shownName(person)
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/** "11 Oct 2022": there is no clock to tell whether it was this year, and old threads are read as well. */
export function dayOf(at: string): string {
  const date = new Date(at)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`
}

/** " on 11 Oct 2022"; nothing where nobody knows when. */
export function on(at: string | undefined): string {
  return at === undefined ? "" : ` on ${dayOf(at)}`
}

/** "Ada, Bo and Cy"; more than fit on a line are counted. */
export function listNames(names: readonly string[]): string {
  const shown = names.length > MAX_NAMES ? names.slice(0, MAX_NAMES - 1) : names
  const rest = names.length - shown.length
  const parts = rest > 0 ? [...shown, `${rest} more`] : shown
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`
}

const MAX_NAMES = 4
