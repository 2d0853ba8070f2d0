import { unzipSync } from "fflate"
import { z } from "zod"
import type { CatalogueEntry, Reading, ThreadCatalogue } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import type { SlackMessage } from "./slack-json.ts"
import { readSlackMessages, slackMessages } from "./slack-json.ts"

const Channel = z.object({ id: z.string(), name: z.string() })
const User = z.object({
  id: z.string(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  profile: z.object({ real_name: z.string().optional(), display_name: z.string().optional() }).optional(),
})

// What a workspace's export may unpack to, and each file of it; 200:1 as everywhere.
const MAX_EXPORT_BYTES = 500 * 1024 * 1024
const MAX_RATIO = 200

/** A workspace's export as Slack makes it: channels.json, users.json, and a folder of days for each channel. */
export function openSlackExport(zip: Uint8Array, name: string): ThreadCatalogue | undefined {
  let unpacked = 0
  const files = unzipSync(zip, {
    filter: ({ name: path, originalSize }) => {
      if (!path.endsWith(".json")) return false
      unpacked += originalSize
      if (unpacked > MAX_EXPORT_BYTES || unpacked > Math.max(zip.length, 20_000) * MAX_RATIO) {
        throw new AppError("limit-reached", `Cannot read "${name}": it unpacks to more than is allowed`)
      }
      return true
    },
  })
  const json = (path: string): unknown => (files[path] === undefined ? undefined : parse(files[path]))
  const channels = listOf(
    Channel,
    ["channels.json", "groups.json", "mpims.json", "dms.json"].flatMap((path) => asArray(json(path))),
  )
  const idByFolder = new Map(channels.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]))
  const names = namesOf(json("users.json"))
  const days = new Map<string, unknown[]>()
  for (const path of Object.keys(files).sort()) {
    const folder = /^(?<folder>[^/]+)\/\d{4}-\d\d-\d\d\.json$/.exec(path)?.groups?.["folder"]
    if (folder !== undefined) days.set(folder, [...(days.get(folder) ?? []), ...asArray(json(path))])
  }
  if (days.size === 0) return undefined
  const rooms = [...days].map(([folder, raw]) => ({
    channel: idByFolder.get(folder) ?? folder,
    title: `#${folder}`,
    raw,
  }))
  return catalogueOf(rooms, names)
}

/** One day's file of such an export, or any list of a channel's messages. */
export function openSlackDay(json: unknown, channel: string): ThreadCatalogue | undefined {
  if (!Array.isArray(json) || json.length === 0) return undefined
  const raw: readonly unknown[] = json
  if (readSlackMessages(raw).found.length === 0) return undefined
  return catalogueOf([{ channel, title: `#${channel}`, raw }], new Map())
}

interface Room {
  readonly channel: string
  readonly title: string
  readonly raw: readonly unknown[]
}

function catalogueOf(rooms: readonly Room[], names: ReadonlyMap<string, string>): ThreadCatalogue {
  const skipped: Reading["skipped"][number][] = []
  const readings = new Map<CatalogueEntry, Reading>()
  for (const { channel, title, raw } of rooms) {
    const { found, skipped: unreadable } = readSlackMessages(raw)
    skipped.push(...unreadable)
    for (const [root, members] of byThread(found)) {
      const messages = slackMessages(members, names)
      if (messages.length === 0) continue
      const reading: Reading = {
        source: "slack",
        threadId: `slack:${channel}/${root}`,
        messages,
        skipped: [],
        reasons: [],
      }
      readings.set(toEntry(reading, title), reading)
    }
  }
  const entries = [...readings.keys()].sort((a, b) => b.messageCount - a.messageCount || a.id.localeCompare(b.id))
  return {
    entries,
    readsThreadAlone: true,
    skipped,
    findById: (id) => entries.find((entry) => entry.id === id || entry.messageIds.includes(id)),
    read: async (entry) => {
      const reading = readings.get(entry)
      if (reading === undefined)
        throw new AppError("thread-not-found", `Cannot find thread "${entry.id}" in this export`)
      return { ...reading, skipped }
    },
  }
}

function byThread(found: readonly SlackMessage[]): ReadonlyMap<string, readonly SlackMessage[]> {
  const threads = new Map<string, SlackMessage[]>()
  for (const message of found) {
    const root = message.thread_ts ?? message.ts
    threads.set(root, [...(threads.get(root) ?? []), message])
  }
  return threads
}

function toEntry({ threadId = "slack:", messages }: Reading, title: string): CatalogueEntry {
  const first = messages[0]?.body.split("\n")[0] ?? ""
  return {
    id: threadId,
    subject: `${title}: ${first.length > 80 ? `${first.slice(0, 80)}…` : first}`,
    messageCount: messages.length,
    people: new Set(messages.map(({ author }) => author.address)).size,
    lastActivityAt: messages.at(-1)?.sentAt,
    messageIds: messages.map(({ id }) => id),
  }
}

function namesOf(json: unknown): ReadonlyMap<string, string> {
  return new Map(
    listOf(User, asArray(json)).map((user) => {
      const { id, profile } = user
      return [
        id,
        [profile?.real_name, user.real_name, profile?.display_name, user.name].find(
          (one) => one !== undefined && one !== "",
        ) ?? id,
      ]
    }),
  )
}

function listOf<T>(schema: z.ZodType<T>, values: readonly unknown[]): readonly T[] {
  return values.flatMap((value) => {
    const parsed = schema.safeParse(value)
    return parsed.success ? [parsed.data] : []
  })
}

function asArray(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? json : []
}

function parse(bytes: Uint8Array): unknown {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return value
  } catch {
    return undefined
  }
}
