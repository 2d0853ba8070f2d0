import type { SourceRef, ThreadId } from "../../src/index.ts"

/** A thread, or a stretch of a channel. */
export type SlackRef =
  | { readonly kind: "thread"; readonly channel: string; readonly ts: string }
  | { readonly kind: "channel"; readonly channel: string; readonly since?: Date; readonly last?: number }

// Channels C, private groups G, direct messages D; newer private channels begin with C as well.
const CHANNEL = "[CGD][A-Z0-9]{2,20}"
const TS = "\\d{1,12}\\.\\d{1,9}"
const WHOLE_TS = new RegExp(`^${TS}$`)
const REST = new RegExp(
  `^(?<channel>${CHANNEL})(?:/(?<ts>${TS})|\\?since=(?<since>[-0-9T:.Z]{10,30})|\\?last=(?<last>\\d{1,4}))?$`,
)
const ARCHIVE_PATH = new RegExp(`^/archives/(?<channel>${CHANNEL})(?:/p(?<digits>\\d{10,18}))?/?$`)
const CLIENT_PATH = new RegExp(`^/client/[TE][A-Z0-9]+/(?<channel>${CHANNEL})(?:/thread/${CHANNEL}-(?<ts>${TS}))?/?$`)

/** What a reference names on Slack: our own ids, and the links that "Copy link" and the web client give. */
export function toSlackRef(ref: SourceRef): SlackRef | undefined {
  if (ref.kind === "id") return ref.scheme === "slack" ? parseRest(ref.rest) : undefined
  if (ref.kind !== "url" || !isSlackHost(ref.url.hostname)) return undefined
  return parseClientLink(ref.url) ?? parseArchiveLink(ref.url)
}

/** `slack:<channel>/<ts>`, or `slack:<channel>?since=…` for a stretch. */
export function toThreadId(ref: SlackRef): ThreadId {
  if (ref.kind === "thread") return `slack:${ref.channel}/${ref.ts}`
  if (ref.since !== undefined) return `slack:${ref.channel}?since=${ref.since.toISOString()}`
  return ref.last === undefined ? `slack:${ref.channel}` : `slack:${ref.channel}?last=${ref.last}`
}

export function threadRef(channel: string, ts: string): SourceRef {
  return { kind: "id", scheme: "slack", rest: `${channel}/${ts}` }
}

export function channelRef(channel: string): SourceRef {
  return { kind: "id", scheme: "slack", rest: channel }
}

/** What a thread's id names on Slack; undefined for one of another place. */
export function refOfThreadId(threadId: string): SlackRef | undefined {
  return threadId.startsWith("slack:") ? parseRest(threadId.slice("slack:".length)) : undefined
}

/** The address that Slack gives a message; `workspace` is what auth.test says, `https://team.slack.com/`. */
export function permalinkOf({
  workspace,
  channel,
  ts,
  threadTs,
}: {
  readonly workspace: string
  readonly channel: string
  readonly ts: string
  readonly threadTs?: string | undefined
}): string | undefined {
  if (!URL.canParse(workspace)) return undefined
  const url = new URL(`/archives/${channel}/p${ts.replace(".", "")}`, workspace)
  if (threadTs !== undefined && threadTs !== ts) {
    url.searchParams.set("thread_ts", threadTs)
    url.searchParams.set("cid", channel)
  }
  return url.href
}

function parseRest(rest: string): SlackRef | undefined {
  const groups = REST.exec(rest)?.groups
  const channel = groups?.["channel"]
  if (groups === undefined || channel === undefined) return undefined
  const { ts, since, last } = groups
  if (last !== undefined) return { kind: "channel", channel, last: Number(last) }
  if (since === undefined) return toRef(channel, ts)
  const at = new Date(since)
  return Number.isNaN(at.getTime()) ? undefined : { kind: "channel", channel, since: at }
}

function parseClientLink({ pathname }: URL): SlackRef | undefined {
  const groups = CLIENT_PATH.exec(pathname)?.groups
  return groups?.["channel"] === undefined ? undefined : toRef(groups["channel"], groups["ts"])
}

function parseArchiveLink({ pathname, searchParams }: URL): SlackRef | undefined {
  const groups = ARCHIVE_PATH.exec(pathname)?.groups
  if (groups?.["channel"] === undefined) return undefined
  // A link to a reply names the thread that it is in.
  const parent = WHOLE_TS.exec(searchParams.get("thread_ts") ?? "")?.[0]
  return toRef(groups["channel"], parent ?? tsOfDigits(groups["digits"]))
}

function toRef(channel: string, ts: string | undefined): SlackRef {
  return ts === undefined ? { kind: "channel", channel } : { kind: "thread", channel, ts }
}

function tsOfDigits(digits: string | undefined): string | undefined {
  return digits === undefined ? undefined : `${digits.slice(0, 10)}.${digits.slice(10).padEnd(6, "0")}`
}

function isSlackHost(host: string): boolean {
  return host === "slack.com" || host.endsWith(".slack.com")
}
