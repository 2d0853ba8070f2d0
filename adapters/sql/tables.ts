// The schema as kysely sees it. Times are ISO 8601 in UTC with milliseconds, so that text order is time order on
// both databases; what is never asked for by itself is JSON in one column.

export interface Tables {
  readonly meta: { name: string; value: string }
  readonly watches: WatchRow
  readonly places: PlaceRow
  readonly mutes: { place_key: string; thread_id: string; until: string }
  readonly allowances: { source: string; place_key: string; by: string; at: string }
  readonly sources: SourceRow
  readonly threads: ThreadRow
  readonly thread_feeds: { thread_id: string; feed: string }
  readonly thread_addresses: { thread_id: string; address: string }
  readonly messages: { thread_id: string; id: string; print: string }
  readonly changes: { thread_id: string; revision: number; at: string; changes: string }
  readonly outbox: OutboxRow
  readonly cards: { thread_id: string; place_key: string; post_id: string; revision: number }
  readonly digest_items: DigestItemRow
  readonly corrections: CorrectionRow
  readonly identities: { person_key: string; address: string; proof: string; by: string; at: string }
  readonly people: { person_key: string; mentions: number; listing: string }
  readonly looks: { person_key: string; thread_id: string; revision: number }
  readonly vetoes: { thread_id: string; by: string; at: string }
  readonly installations: { id: string; data: string }
}

export interface WatchRow {
  id: string
  place_key: string
  place: string
  source: string
  scope: string
  topics: string
  filter: string
  created_by: string
  created_at: string
  stopped: string | null
  reader: string | null
}

export interface PlaceRow {
  place_key: string
  place: string
  show: string
  digest_at: string
  zone: string
  digest_due_at: string | null
}

export interface Leased {
  lease_owner: string | null
  lease_until: string | null
}

export interface SourceRow extends Leased {
  source: string
  scope: string
  cursor: string | null
  due_at: string
  failing_since: string | null
  is_failure_told: number
}

export interface ThreadRow extends Leased {
  id: string
  source: string
  summary: string | null
  revision: number
  looked_at: string | null
  news_since: string | null
  news_count: number
  due_at: string | null
}

export interface OutboxRow extends Leased {
  id: string
  lane: string
  position: number
  place_key: string
  place: string
  thread_id: string | null
  kind: string
  content: string
  due_at: string
  state: string
  attempts: number
  post_id: string | null
  reason: string | null
}

export interface DigestItemRow {
  id: string
  place_key: string
  place: string
  thread_id: string
  changes: string
  at: string
}

export interface CorrectionRow {
  id: string
  thread_id: string
  content: string
  by: string
  by_name: string
  at: string
  undone_by: string | null
  undone_at: string | null
}

/** In an order in which rows can be put back. */
export const TABLE_NAMES = [
  "watches",
  "places",
  "mutes",
  "allowances",
  "sources",
  "threads",
  "thread_feeds",
  "thread_addresses",
  "messages",
  "changes",
  "outbox",
  "cards",
  "digest_items",
  "corrections",
  "identities",
  "people",
  "looks",
  "vetoes",
  "installations",
] as const satisfies readonly (keyof Tables)[]
