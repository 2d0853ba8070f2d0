import type { SourceRef, ThreadId } from "../../src/index.ts"

/** Which part of a channel is meant. Threads are read whole; plain channels by a window. */
export type Window =
  | { readonly kind: "all" }
  | { readonly kind: "last"; readonly count: number }
  | { readonly kind: "since"; readonly at: Date }
  | { readonly kind: "from"; readonly message: string }

export interface ChannelRef {
  readonly channel: string
  readonly window: Window
}

// Discord's ids are 64-bit numbers (snowflakes): 17 to 20 digits today, fewer only in tests' worlds.
const SNOWFLAKE = "\\d{5,20}"
const REST = new RegExp(
  `^(?<channel>${SNOWFLAKE})(?:\\?(?:last=(?<last>\\d{1,5})|since=(?<since>[-0-9T:.Z]{10,30})|from=(?<from>${SNOWFLAKE})))?$`,
)
const LINK_PATH = new RegExp(
  `^/channels/(?:@me|${SNOWFLAKE})/(?<channel>${SNOWFLAKE})(?:/(?<message>${SNOWFLAKE}))?/?$`,
)
/** The hosts of "Copy Message Link", in every edition of the client. */
export const LINK_HOSTS: readonly string[] = ["discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com"]

/** `discord:<channel>`, with `?last=50`, `?since=<ISO 8601>` or `?from=<message>` for a part of a channel. */
export function toThreadId({ channel, window }: ChannelRef): ThreadId {
  switch (window.kind) {
    case "all":
      return `discord:${channel}`
    case "last":
      return `discord:${channel}?last=${window.count}`
    case "since":
      return `discord:${channel}?since=${window.at.toISOString()}`
    case "from":
      return `discord:${channel}?from=${window.message}`
  }
}

/** What a reference names on Discord: our own ids and the links that "Copy Message Link" gives. */
export function toChannelRef(ref: SourceRef): ChannelRef | undefined {
  if (ref.kind === "id") return ref.scheme === "discord" ? parseRest(ref.rest) : undefined
  if (ref.kind !== "url" || !LINK_HOSTS.includes(ref.url.hostname)) return undefined
  const groups = LINK_PATH.exec(ref.url.pathname)?.groups
  const channel = groups?.["channel"]
  if (channel === undefined) return undefined
  const message = groups?.["message"]
  return { channel, window: message === undefined ? { kind: "all" } : { kind: "from", message } }
}

/** Every Discord channel that words name, whether as our id or as a link. */
export function channelsNamedIn(words: string): readonly ChannelRef[] {
  return words.split(/\s+/).flatMap((word) => {
    const bare = word.replace(/^</, "").replace(/>$/, "")
    const found = bare.startsWith("discord:")
      ? parseRest(bare.slice("discord:".length))
      : URL.canParse(bare)
        ? toChannelRef({ kind: "url", url: new URL(bare) })
        : undefined
    return found === undefined ? [] : [found]
  })
}

export function toPermalink({
  guild,
  channel,
  message,
}: {
  readonly guild: string | undefined
  readonly channel: string
  readonly message?: string | undefined
}): string {
  return `https://discord.com/channels/${guild ?? "@me"}/${channel}${message === undefined ? "" : `/${message}`}`
}

function parseRest(rest: string): ChannelRef | undefined {
  const groups = REST.exec(rest)?.groups
  const channel = groups?.["channel"]
  if (groups === undefined || channel === undefined) return undefined
  const { last, since, from } = groups
  if (last !== undefined)
    return Number(last) > 0 ? { channel, window: { kind: "last", count: Number(last) } } : undefined
  if (from !== undefined) return { channel, window: { kind: "from", message: from } }
  if (since === undefined) return { channel, window: { kind: "all" } }
  const at = new Date(since)
  return Number.isNaN(at.getTime()) ? undefined : { channel, window: { kind: "since", at } }
}
