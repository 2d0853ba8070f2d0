import { z } from "zod"
import type { Activity, SourceRef } from "../../src/index.ts"
import { channelRef, threadRef } from "./ids.ts"

/** Somebody asked for something: what the payload says, in our words. */
export interface Asked {
  readonly words: string
  readonly userId: string
  readonly channel: string
  /** The thread in which it was asked. */
  readonly thread?: string | undefined
  readonly here?: SourceRef | undefined
  /** In a direct message with the bot: nobody else reads the answer. */
  readonly isDirect: boolean
}

const Command = z.object({ text: z.string(), user_id: z.string(), channel_id: z.string() })
const Shortcut = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }),
})
const Press = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }).optional(),
  container: z.object({ thread_ts: z.string().optional(), is_ephemeral: z.boolean().optional() }).optional(),
  message: z.object({ thread_ts: z.string().optional() }).optional(),
})
const Said = z.object({
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  text: z.string().optional(),
})
const Inner = z.object({
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().optional(),
  edited: z.object({ ts: z.string() }).optional(),
})
const Changed = z.object({
  channel: z.string(),
  ts: z.string().optional(),
  subtype: z.string().optional(),
  deleted_ts: z.string().optional(),
  message: Inner.optional(),
  previous_message: Inner.optional(),
})

/** Where channel words such as "since yesterday" stand, the channel itself is what is meant. */
const STRETCH = /\b(?:since|last)\b/i
/** Subtypes of messages that somebody wrote; the others are Slack's own notices. */
const WRITTEN: ReadonlySet<string> = new Set(["thread_broadcast", "file_share", "me_message", "bot_message"])

export function toCommand(payload: unknown): Asked | undefined {
  const command = Command.safeParse(payload)
  if (!command.success) return undefined
  const { text, user_id: userId, channel_id: channel } = command.data
  const here = STRETCH.test(text) ? channelRef(channel) : undefined
  return { words: unescape(text.trim()), userId, channel, here, isDirect: false }
}

/** The message shortcut: the thread of the message that it was chosen on. */
export function toShortcut(payload: unknown): Asked | undefined {
  const shortcut = Shortcut.safeParse(payload)
  if (!shortcut.success) return undefined
  const { user, channel, message } = shortcut.data
  const thread = message.thread_ts ?? message.ts
  return {
    words: "summarize",
    userId: user.id,
    channel: channel.id,
    thread: message.thread_ts,
    here: threadRef(channel.id, thread),
    isDirect: false,
  }
}

/**
 * A button of a card. In the Home tab there is no channel: the answer goes to whoever pressed. In our own direct
 * message nothing is shown to somebody alone; what is, stands in other people's.
 */
export function toPress(payload: unknown, words: string): Asked | undefined {
  const press = Press.safeParse(payload)
  if (!press.success) return undefined
  const { user, channel, container, message } = press.data
  const thread = container?.thread_ts ?? message?.thread_ts
  const asked = { words, userId: user.id, channel: channel?.id ?? "", thread }
  if (channel === undefined || isOurs(channel.id, container)) return { ...asked, isDirect: true }
  return { ...asked, here: thread === undefined ? undefined : threadRef(channel.id, thread), isDirect: false }
}

function isOurs(channel: string, container: z.infer<typeof Press>["container"]): boolean {
  return channel.startsWith("D") && container?.is_ephemeral !== true
}

/** A mention: the words after it. One inside a quote or code is somebody else's, or an example. */
export function toMention(payload: unknown, selfId: string): Asked | undefined {
  const said = Said.safeParse(payload)
  if (!said.success || said.data.user === undefined || said.data.bot_id !== undefined) return undefined
  const own = withoutQuotesAndCode(said.data.text ?? "")
  const at = own.search(new RegExp(`<@${selfId}(?:\\|[^>]*)?>`))
  if (at === -1) return undefined
  return toSaid(said.data, said.data.user, own.slice(at).replace(/^<@[^>]*>[\s:,]*/, ""))
}

/** A message that speaks to the bot without mentioning it: `!standpoint …`, `!nda`, or a direct message. */
export function toMessageAsk(payload: unknown): Asked | undefined {
  const said = Said.safeParse(payload)
  if (!said.success || !isWritten(said.data) || said.data.user === undefined || said.data.bot_id !== undefined)
    return undefined
  const words = wordsToUs(said.data)
  return words === undefined ? undefined : toSaid(said.data, said.data.user, words)
}

function wordsToUs({ text = "", thread_ts: thread, channel_type: type }: z.infer<typeof Said>): string | undefined {
  const named = /^\s*!standpoint\b[\s:,]*(?<words>[\s\S]*)$/i.exec(text)?.groups?.["words"]
  if (named !== undefined) return withoutQuotesAndCode(named)
  const objection = /^\s*!(?:nda|confidential)\b\s*(?<lifted>\w+)?\s*$/i.exec(text)?.groups
  if (objection !== undefined && thread !== undefined) return `!nda ${objection["lifted"] ?? ""}`
  return type === "im" && text.trim() !== "" ? text : undefined
}

function isWritten({ subtype }: { readonly subtype?: string | undefined }): boolean {
  return subtype === undefined || WRITTEN.has(subtype)
}

interface Hearing {
  readonly team: string | undefined
  readonly selfId: string
}

/** Something happened in a channel that we are in; it carries no words. Our own messages are no activity. */
export function toActivity(payload: unknown, hearing: Hearing): Activity | undefined {
  const changed = Changed.safeParse(payload)
  if (!changed.success) return undefined
  const { subtype, message, previous_message: previous } = changed.data
  if (subtype === "message_deleted") return toChange(changed.data, { kind: "deleted", about: previous }, hearing)
  if (subtype !== "message_changed") return toNewActivity(payload, hearing)
  // A root that has replies is not deleted but emptied.
  if (message?.subtype === "tombstone")
    return toChange(changed.data, { kind: "deleted", about: { ...previous, ts: message.ts } }, hearing)
  // Slack says "changed" too where it added a preview or counted a reply: then nobody edited the words.
  if (message?.text === previous?.text) return undefined
  return toChange(changed.data, { kind: "edited", about: message }, hearing)
}

function toChange(
  { channel, deleted_ts: deleted }: z.infer<typeof Changed>,
  { kind, about }: { readonly kind: "edited" | "deleted"; readonly about: z.infer<typeof Inner> | undefined },
  { team, selfId }: Hearing,
): Activity | undefined {
  const messageId = deleted ?? about?.ts
  if (messageId === undefined || about?.user === selfId) return undefined
  const thread = about?.thread_ts
  return {
    kind,
    threadId: `slack:${channel}/${thread ?? messageId}`,
    place: toPlace(team, channel, thread),
    isBot: about?.bot_id !== undefined,
    messageId,
  }
}

/** What makes two deliveries one: Slack sends a message again, with another event id each time. */
export function keyOf(payload: unknown, { team, kind }: { team: string | undefined; kind: string }): string {
  const changed = Changed.safeParse(payload)
  const { channel, ts, subtype, deleted_ts: deleted, message } = changed.success ? changed.data : { channel: "" }
  return JSON.stringify([kind, team, channel, deleted ?? message?.ts ?? ts, message?.edited?.ts, subtype])
}

function toNewActivity(payload: unknown, { team, selfId }: Hearing): Activity | undefined {
  const said = Said.safeParse(payload)
  if (!said.success || !isWritten(said.data) || said.data.user === selfId) return undefined
  const { channel, ts, thread_ts: thread, bot_id: bot } = said.data
  return {
    kind: "message",
    threadId: `slack:${channel}/${thread ?? ts}`,
    place: toPlace(team, channel, thread),
    isBot: bot !== undefined,
  }
}

function toPlace(team: string | undefined, channel: string, thread: string | undefined): Activity["place"] {
  return { platform: "slack", team, channel, thread }
}

function toSaid(
  { channel, channel_type: type, ts, thread_ts: thread }: z.infer<typeof Said>,
  userId: string,
  words: string,
): Asked {
  const stretch = STRETCH.test(words) ? channelRef(channel) : undefined
  const isDirect = type === "im"
  const here = thread !== undefined && !isDirect ? threadRef(channel, thread) : stretch
  // In a direct message the answer stands in the thread of the question: so the Messages tab keeps them apart.
  return { words: unescape(words.trim()), userId, channel, thread: isDirect ? (thread ?? ts) : thread, here, isDirect }
}

/** What somebody says themselves: no code, no quoted lines. */
function withoutQuotesAndCode(text: string): string {
  return text
    .replaceAll(/```[\s\S]*?(?:```|$)/g, " ")
    .replaceAll(/`[^`\n]*`/g, " ")
    .split("\n")
    .filter((line) => !/^\s*(?:&gt;|>)/.test(line))
    .join("\n")
}

/** Slack writes a Message-ID as a mail link in escaped brackets. */
function unescape(text: string): string {
  return text
    .replaceAll(/&lt;<mailto:(?<address>[^|>\s]+)(?:\|[^>]*)?>&gt;/g, "$<address>")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
}
