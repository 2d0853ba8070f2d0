import { z } from "zod"
import type { Identity, Message, Reading } from "../../../src/index.ts"

const Profile = z.object({
  real_name: z.string().optional(),
  display_name: z.string().optional(),
  name: z.string().optional(),
})
const SlackMessage = z.object({
  ts: z.string().regex(/^\d{1,12}\.\d{1,9}$/),
  thread_ts: z.string().optional(),
  type: z.string().optional(),
  subtype: z.string().optional(),
  user: z.string().optional(),
  bot_id: z.string().optional(),
  username: z.string().optional(),
  bot_profile: z.object({ name: z.string().optional() }).optional(),
  user_profile: Profile.optional(),
  text: z.string().optional(),
  channel: z.string().optional(),
  files: z.array(z.object({ name: z.string().nullish(), title: z.string().nullish() })).optional(),
  reactions: z.array(z.object({ name: z.string(), users: z.array(z.string()) })).optional(),
})
export type SlackMessage = z.infer<typeof SlackMessage>
const SlackThread = z.object({
  messages: z.array(z.unknown()),
  channel: z.string().optional(),
  has_more: z.boolean().optional(),
})

/** What `conversations.replies` returned, saved; undefined where the JSON is something else. */
export function slackThreadReading(json: unknown): Reading | undefined {
  const thread = SlackThread.safeParse(json)
  if (!thread.success || thread.data.messages.length === 0) return undefined
  const { found, skipped } = readSlackMessages(thread.data.messages)
  const first = found[0]
  if (first === undefined) return undefined
  const channel = thread.data.channel ?? first.channel ?? "unknown"
  return {
    source: "slack",
    threadId: `slack:${channel}/${first.thread_ts ?? first.ts}`,
    messages: slackMessages(found),
    skipped,
    reasons: thread.data.has_more === true ? ["the saved thread is one page of several"] : [],
  }
}

/** Slack's raw messages, checked, oldest first, each once. */
export function readSlackMessages(raw: readonly unknown[]): {
  readonly found: readonly SlackMessage[]
  readonly skipped: Reading["skipped"]
} {
  const byTs = new Map<string, SlackMessage>()
  const skipped: { id: string; reason: string }[] = []
  for (const [index, value] of raw.entries()) {
    const message = SlackMessage.safeParse(value)
    if (message.success) byTs.set(message.data.ts, message.data)
    else skipped.push({ id: `message ${index + 1}`, reason: "not a Slack message" })
  }
  const found = [...byTs.values()].sort((a, b) => Number(a.ts) - Number(b.ts) || a.ts.localeCompare(b.ts))
  return { found, skipped }
}

/** Messages with names and marks as a reader of Slack sees them. `names`: real names by user id, where known otherwise. */
export function slackMessages(
  found: readonly SlackMessage[],
  names: ReadonlyMap<string, string> = new Map(),
): readonly Message[] {
  const nameById = new Map(names)
  for (const { user, user_profile: profile } of found) {
    const name = firstFilled(profile?.real_name, profile?.display_name, profile?.name)
    if (user !== undefined && name !== undefined) nameById.set(user, name)
  }
  return found.filter(isSaid).map((message) => toMessage(message, nameById))
}

/** Somebody joined, a topic was set: nobody said that. */
function isSaid(message: SlackMessage): boolean {
  return !/^(?:channel|group)_|_(?:join|leave)$|^reminder_add$/.test(message.subtype ?? "")
}

function toMessage(message: SlackMessage, nameById: ReadonlyMap<string, string>): Message {
  const isDeleted = message.subtype === "tombstone"
  const text = message.text ?? ""
  const identity = (id: string): Identity => ({ name: nameById.get(id), address: id })
  return {
    id: message.ts,
    medium: "chat",
    author: authorOf(message, nameById),
    to: [],
    cc: [],
    subject: "",
    body: isDeleted ? "" : renderSlackText(text, nameById),
    sentAt: new Date(Math.floor(Number(message.ts) * 1000)).toISOString(),
    inReplyTo: message.thread_ts === undefined || message.thread_ts === message.ts ? undefined : message.thread_ts,
    references: [],
    headers: {},
    reactions: (message.reactions ?? []).map(({ name, users }) => ({ emoji: name, by: users.map(identity) })),
    mentions: isDeleted ? [] : [...text.matchAll(MENTION)].map((match) => identity(match.groups?.["id"] ?? "")),
    attachments: (message.files ?? []).map((file) => file.name ?? file.title ?? "unnamed"),
    ...(isDeleted ? { isDeleted } : {}),
  }
}

function authorOf(message: SlackMessage, nameById: ReadonlyMap<string, string>): Identity {
  const isBot = message.bot_id !== undefined || message.subtype === "bot_message"
  const known = message.user === undefined ? undefined : nameById.get(message.user)
  const address = message.user ?? message.bot_id ?? "unknown"
  const name = firstFilled(isBot ? message.username : undefined, known, message.bot_profile?.name, message.username)
  return { name, address, ...(isBot ? { isBot } : {}) }
}

const MENTION = /<@(?<id>\w{1,40})(?:\|(?<label>[^>]{0,200}))?>/g
const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" }

/** Slack's markup as the characters that a reader sees: names for ids, labels for links, entities undone. */
export function renderSlackText(text: string, nameById: ReadonlyMap<string, string>): string {
  return text
    .replaceAll(MENTION, (_, id: string, label: string | undefined) => `@${nameById.get(id) ?? label ?? id}`)
    .replaceAll(
      /<#\w{1,40}(?:\|(?<name>[^>]{0,200}))?>/g,
      (all, name: string | undefined) => `#${name ?? all.slice(2, -1)}`,
    )
    .replaceAll(/<!(?:[^|>]{0,400}\|)(?<label>[^>]{0,400})>/g, (_, label: string) => label)
    .replaceAll(/<!(?<word>here|channel|everyone)>/g, (_, word: string) => `@${word}`)
    .replaceAll(/<(?:[^|<>]{0,4000}\|)?(?<shown>[^<>]{0,4000})>/g, (_, shown: string) => shown)
    .replaceAll(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
}

function firstFilled(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined && value !== "")
}
