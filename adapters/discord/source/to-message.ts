import { MessageReferenceType, MessageType } from "discord.js"
import type { Identity, Message, Reaction } from "../../../src/index.ts"
import { toPermalink } from "../ids.ts"
import { nameOf, toPlainBody, toQuote } from "./markup.ts"
import type { MessagePayload, UserPayload } from "./message-payload.ts"

// Joins, pins, boosts, renamed threads and the like are written by Discord, not by people.
const WRITTEN: ReadonlySet<number> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
])

export interface Surroundings {
  readonly guild: string | undefined
  /** The thread's name, or the channel's. */
  readonly subject: string
  readonly reactions: readonly Reaction[]
}

/** Whether a person or bot wrote it; everything else is the platform's own notice. */
export function isWritten(payload: MessagePayload): boolean {
  return WRITTEN.has(payload.type)
}

/** One Discord message as ours. Pure: votes were looked up before. */
export function toMessage(payload: MessagePayload, { guild, subject, reactions }: Surroundings): Message {
  const parent = isForward(payload) ? undefined : (payload.message_reference?.message_id ?? undefined)
  return {
    id: payload.id,
    medium: "chat",
    author: toIdentity(payload.author),
    to: [],
    cc: [],
    subject,
    body: toBody(payload),
    sentAt: new Date(payload.timestamp).toISOString(),
    inReplyTo: parent,
    references: parent === undefined ? [] : [parent],
    permalink: toPermalink({ guild, channel: payload.channel_id, message: payload.id }),
    headers: {},
    reactions,
    mentions: payload.mentions.map(toIdentity),
    attachments: [payload, ...(payload.message_snapshots ?? []).map((snapshot) => snapshot.message)].flatMap((part) =>
      part.attachments.map((attachment) => attachment.filename),
    ),
  }
}

export function toIdentity(user: UserPayload): Identity {
  return { name: nameOf(user), address: user.id, ...(user.bot === true ? { isBot: true } : {}) }
}

/**
 * Nothing to read where a person's message ought to have something: the sign that Discord hides
 * bodies from a bot without the MESSAGE_CONTENT intent (over REST, too).
 */
export function isHollow(payload: MessagePayload): boolean {
  if (!isWritten(payload) || payload.author.bot === true || payload.content !== "") return false
  const carried = [
    payload.attachments,
    payload.embeds,
    payload.components,
    payload.sticker_items,
    payload.message_snapshots,
  ]
  return carried.every((list) => (list ?? []).length === 0) && !payload.poll
}

function isForward(payload: MessagePayload): boolean {
  return payload.message_reference?.type === MessageReferenceType.Forward
}

function toBody(payload: MessagePayload): string {
  const own = toPlainBody(payload.content, payload.mentions)
  const forwarded = (payload.message_snapshots ?? []).map((snapshot) =>
    toQuote(toPlainBody(snapshot.message.content, [])),
  )
  return [own, ...forwarded, pollText(payload)].filter((part) => part !== "").join("\n\n")
}

// Question and options are the sender's own words; who chose what comes along as reactions.
function pollText({ poll }: MessagePayload): string {
  if (poll === null || poll === undefined) return ""
  const options = poll.answers.map((answer) => `- ${answer.poll_media.text ?? ""}`)
  return [poll.question.text ?? "", ...options].join("\n")
}
