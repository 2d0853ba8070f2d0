import { AppError } from "../errors.ts"

/** Bounds how often one person may ask for something costly. */
export interface CoolDown {
  /** Counts one ask by this person, or throws `rate-limited` with how long to wait. */
  take(person: string, now: Date): void
}

// People beyond this many are forgotten oldest first: the map stays small whatever the size of the workspace.
const MAX_PEOPLE = 10_000

/** So many asks a person in a sliding window. */
export function createCoolDown({ asks, windowMs }: { readonly asks: number; readonly windowMs: number }): CoolDown {
  const timesByPerson = new Map<string, readonly number[]>()
  return {
    take(person, now) {
      const at = now.getTime()
      const recent = (timesByPerson.get(person) ?? []).filter((time) => at - time < windowMs)
      const first = recent[0]
      if (first !== undefined && recent.length >= asks) {
        const retryAfterMs = first + windowMs - at
        const seconds = Math.ceil(retryAfterMs / 1_000)
        throw new AppError("rate-limited", `Cannot read more threads for you now: ${asks} in a row is the limit`, {
          hint: `Ask again in ${seconds} s`,
          retryAfterMs,
        })
      }
      timesByPerson.delete(person)
      timesByPerson.set(person, [...recent, at])
      const oldest = timesByPerson.keys().next().value
      if (timesByPerson.size > MAX_PEOPLE && oldest !== undefined) timesByPerson.delete(oldest)
    },
  }
}
