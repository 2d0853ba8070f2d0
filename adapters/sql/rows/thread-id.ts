import type { ThreadId } from "../../../src/index.ts"

/** Tables whose rows belong to one thread. */
export const THREAD_TABLES = [
  "thread_feeds",
  "thread_addresses",
  "messages",
  "changes",
  "outbox",
  "cards",
  "digest_items",
  "corrections",
  "mutes",
  "looks",
  "vetoes",
] as const

export function isThreadId(text: string): text is ThreadId {
  return text.includes(":")
}
