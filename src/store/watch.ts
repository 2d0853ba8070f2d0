import type { Place } from "../platform/ask.ts"

/** What of a thread is told. `all` names every one of them. */
export const TOPICS = ["stances", "questions", "answers", "decisions", "trailers", "commitments", "deadlines"] as const
export type Topic = (typeof TOPICS)[number]

/** Which messages of a feed make a thread worth following. Every given part must hold. */
export interface WatchFilter {
  /** Part of the author's name or address, in lower case. */
  readonly from: readonly string[]
  /** Part of the subject, in lower case. */
  readonly subject: readonly string[]
  /** `-word`: threads with this in author or subject are left out; `-bot` is always so. */
  readonly without: readonly string[]
}

/** A place that wants to be told of a thread, or of every thread of a feed that passes the filter. */
export interface Watch {
  readonly id: string
  readonly place: Place
  /** Canonical words for the source: what one look serves every watch with the same words. */
  readonly source: string
  readonly scope: "thread" | "feed"
  readonly topics: readonly Topic[]
  readonly filter: WatchFilter
  /** The account that set it up: told when it cannot go on. */
  readonly createdBy: string
  readonly createdAt: string
}
