// One replica as a process of its own, to be killed at any moment: `node replica.ts <world url> <store>`.
import { randomBytes } from "node:crypto"
import { flushCompileCache } from "node:module"
import { setTimeout as sleep } from "node:timers/promises"
import { openEmbeddedStore, openServedStore } from "../../../adapters/sql/index.ts"
import type { Feed, Platform, ThreadSource } from "../../../src/index.ts"
import { AppError, createWatcher, DEFAULT_WATCH_SETTINGS, NO_METERS } from "../../../src/index.ts"
import { SILENT } from "../watch-world.ts"
import type { WireAnswer, WireAsk } from "./wire.ts"

const [, , worldUrl = "", storeName = ""] = process.argv

// A run that is broken off closes this pipe; a replica that outlived it would hold the runner's output open for ever.
process.stdin.resume().once("close", () => process.exit(1))

const TIMEOUT_MS = 1_000

async function tell(ask: WireAsk): Promise<WireAnswer> {
  const response = await fetch(worldUrl, {
    method: "POST",
    body: JSON.stringify(ask),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(unreachable)
  if (response.status === 429) throw new AppError("rate-limited", "Cannot post: slow down", { retryAfterMs: 50 })
  if (!response.ok) throw new AppError("platform-unreachable", `Cannot post: ${response.status}`)
  return (await response.json().catch(unreachable)) as WireAnswer
}

function unreachable(cause: unknown): never {
  throw new AppError("platform-unreachable", "Cannot reach the world", { cause })
}

function platform(name: "slack" | "discord"): Platform {
  return {
    name,
    start: async () => {},
    stop: async () => {},
    isConnected: () => true,
    post: async (place, { key, under, content }) =>
      (await tell({ kind: "post", platform: name, place, key, under, content })).id ?? "",
    edit: async (_, id, content) => {
      await tell({ kind: "edit", platform: name, id, content })
    },
    findPost: async (_, key, under) => (await tell({ kind: "find", platform: name, key, under })).id,
    readPlace: async () => ({ isPublic: true, hasGuests: false, isArchived: false }),
    mayRead: async () => true,
    placeOf: () => undefined,
    directPlace: async () => undefined,
  }
}

const archive: ThreadSource = {
  name: "archive",
  schemes: ["list"],
  hosts: [],
  forms: [],
  accepts: (ref) => ref.kind === "message-id",
  read: async (ref) => {
    const { messages = [] } = await tell({ kind: "thread", id: ref.kind === "message-id" ? ref.id : "" })
    return messages.length === 0 ? undefined : { source: "mail", messages, skipped: [], reasons: [] }
  },
}

const list: Feed = {
  name: "list",
  accepts: (ref) => ref.kind === "id" && ref.scheme === "list",
  privatePlace: () => undefined,
  readNew: async (_, cursor) => {
    const { items = [], cursor: next = "" } = await tell({ kind: "feed", cursor })
    return { items, cursor: next, hasMore: false }
  },
}

const store = await (storeName.startsWith("postgres:") ? openServedStore(storeName) : openEmbeddedStore(storeName))
const watcher = createWatcher({
  store,
  sources: [archive],
  feeds: [list],
  platforms: [platform("slack"), platform("discord")],
  clock: {
    now: () => new Date(),
    wait: async (ms, signal) => {
      await sleep(Math.min(ms, 50), undefined, { signal }).catch(() => {})
    },
  },
  newId: () => randomBytes(15).toString("base64url"),
  owner: `${process.pid}-${randomBytes(4).toString("hex")}`,
  logger: SILENT,
  meters: NO_METERS,
  settings: { ...DEFAULT_WATCH_SETTINGS, quietMs: 50, latestMs: 200, pollMs: 100, paceMs: 0, leaseMs: 3_000 },
})
await watcher.start()
// Whoever is killed writes no cache by itself.
flushCompileCache()
