import { Routes } from "discord.js"
import { z } from "zod"
import type { ReadOptions } from "../../../src/index.ts"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import type { Window } from "../ids.ts"
import { messagePayload } from "./message-payload.ts"
import type { MessagePayload } from "./message-payload.ts"

const PAGE = 100
/** The house's bound on one thread: 100 requests of 100. */
const MAX_MESSAGES = 10_000
// Snowflakes count milliseconds from the first second of 2015, above 22 bits of worker and sequence.
const DISCORD_EPOCH = 1_420_070_400_000
const SNOWFLAKE_SHIFT = 22n

// One message that cannot be understood must not cost the others: each is checked by itself.
const rawPage = z.array(z.looseObject({ id: z.string() }))

export interface Pages {
  readonly payloads: readonly MessagePayload[]
  readonly unreadable: readonly string[]
  /** There are more messages than were read. */
  readonly isCut: boolean
}

/** The messages of a channel in the window, oldest first, each once: Discord gives them newest first, 100 at a time. */
export async function readPages(
  rest: DiscordRest,
  { channel, window }: { readonly channel: string; readonly window: Window },
  { signal, onProgress }: ReadOptions = {},
): Promise<Pages> {
  const max = window.kind === "last" ? Math.min(window.count, MAX_MESSAGES) : MAX_MESSAGES
  const isForward = window.kind === "since" || window.kind === "from"
  const byId = new Map<string, unknown>()
  let cursor = firstCursor(window)
  while (byId.size < max) {
    const limit = Math.min(PAGE, max - byId.size)
    const page = await call(rest, ["get", Routes.channelMessages(channel)], rawPage, {
      to: `read the messages of channel ${channel}`,
      query: { limit: String(limit), ...toCursor(cursor, isForward) },
      signal,
    })
    for (const raw of page) byId.set(raw.id, raw)
    onProgress?.({ done: byId.size, unit: "messages" })
    const ids = page.map((raw) => raw.id).sort(byAge)
    const next = isForward ? ids.at(-1) : ids[0]
    if (next === undefined || next === cursor || page.length < limit) return { ...check(byId), isCut: false }
    cursor = next
  }
  return { ...check(byId), isCut: true }
}

/** Older ids are smaller numbers; as text they compare wrongly where their lengths differ. */
function byAge(a: string, b: string): number {
  return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length
}

function toCursor(cursor: string | undefined, isForward: boolean): Readonly<Record<string, string>> {
  if (cursor === undefined) return {}
  return isForward ? { after: cursor } : { before: cursor }
}

function firstCursor(window: Window): string | undefined {
  if (window.kind === "from") return String(BigInt(window.message) - 1n)
  if (window.kind === "since")
    return String(BigInt(Math.max(1, window.at.getTime() - DISCORD_EPOCH)) << SNOWFLAKE_SHIFT)
  return undefined
}

function check(byId: ReadonlyMap<string, unknown>): Omit<Pages, "isCut"> {
  const payloads: MessagePayload[] = []
  const unreadable: string[] = []
  for (const [id, raw] of [...byId].sort(([a], [b]) => byAge(a, b))) {
    const parsed = messagePayload.safeParse(raw)
    if (parsed.success) payloads.push(parsed.data)
    else unreadable.push(id)
  }
  return { payloads, unreadable }
}
