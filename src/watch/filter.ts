import type { Identity } from "../model/message.ts"
import type { Summary } from "../model/summary.ts"
import type { WatchFilter } from "../store/watch.ts"

export interface Sighting {
  /** Names and addresses of who wrote. */
  readonly authors: readonly string[]
  readonly subject: string
}

/** Whether a thread is worth following for somebody: every part of the filter must hold. */
export function passesFilter(filter: WatchFilter, { authors, subject }: Sighting): boolean {
  const people = authors.map((author) => author.toLowerCase())
  const topic = subject.toLowerCase()
  const isIn = (part: string): boolean => topic.includes(part) || people.some((author) => author.includes(part))
  return (
    (filter.from.length === 0 || filter.from.some((part) => people.some((author) => author.includes(part)))) &&
    (filter.subject.length === 0 || filter.subject.some((part) => topic.includes(part))) &&
    !filter.without.some(isIn)
  )
}

export function sightingOf(author: Identity, subject: string): Sighting {
  return { authors: [author.name ?? "", author.address], subject }
}

export function sightingOfSummary(summary: Summary): Sighting {
  return {
    authors: summary.participants.flatMap((participant) => [participant.name, ...participant.addresses]),
    subject: summary.thread.subject,
  }
}
