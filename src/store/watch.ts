import type { Topic } from "../model/change.ts"
import type { ThreadId } from "../model/thread.ts"
import type { Place } from "../platform/ask.ts"

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
  /** The account that set it up (`personKey`): told when it cannot go on. */
  readonly createdBy: string
  readonly createdAt: string
  /** The one account that reads the place, where it is a direct message: never told of their own doings. */
  readonly reader?: string | undefined
  /** Why it rests: the place is gone or may not show this. Absent while it works. */
  readonly stopped?: string | undefined
}

/** How a place is told. */
export interface PlaceSettings {
  readonly place: Place
  readonly show: "card" | "replies" | "digest"
  /** Local time of day, `09:00`. */
  readonly digestAt: string
  /** IANA name. */
  readonly zone: string
  /** When the next digest is due; absent unless `show` is digest. */
  readonly digestDueAt?: string | undefined
}

/** Until when a thread is silent: a time (ISO 8601 UTC), the next reply, or until told otherwise. */
export type Until = { readonly at: string } | "reply" | "unmuted"

/** Keeps one thread quiet in one place. */
export interface Mute {
  readonly placeKey: string
  readonly threadId: ThreadId
  readonly until: Until
}

/** An administrator's word that a place may show what a private source says. */
export interface Allowance {
  readonly source: string
  readonly placeKey: string
  readonly by: string
  readonly at: string
}

export interface WatchStore {
  add(watch: Watch): Promise<void>
  remove(id: string): Promise<boolean>
  /** Rests or wakes every watch of a place: all its sources, or the one named. */
  stop(placeKey: string, reason: string | undefined, source?: string): Promise<void>
  ofPlace(placeKey: string): Promise<readonly Watch[]>
  ofPerson(personKey: string): Promise<readonly Watch[]>
  ofSources(sources: readonly string[]): Promise<readonly Watch[]>
  /** Every watch; for the terminal of whoever runs the bot. */
  all(): Promise<readonly Watch[]>
  count(): Promise<number>

  settings(placeKey: string): Promise<PlaceSettings | undefined>
  saveSettings(settings: PlaceSettings): Promise<void>

  mutes(threadId: ThreadId): Promise<readonly Mute[]>
  saveMute(mute: Mute): Promise<void>
  removeMute(placeKey: string, threadId: ThreadId): Promise<boolean>

  allowances(source: string): Promise<readonly Allowance[]>
  saveAllowance(allowance: Allowance): Promise<void>
  removeAllowance(source: string, placeKey: string): Promise<boolean>
}
