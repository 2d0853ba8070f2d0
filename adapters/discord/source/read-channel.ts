import { Routes } from "discord.js"
import { z } from "zod"
import type { Message, ReadOptions, Reading, Skipped } from "../../../src/index.ts"
import { AppError, objectorsIn, readVeto } from "../../../src/index.ts"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { toPermalink, toThreadId } from "../ids.ts"
import type { ChannelRef, Window } from "../ids.ts"
import { isForum, isThread } from "./channel-kinds.ts"
import { channelPayload, messagePayload } from "./message-payload.ts"
import type { ChannelPayload, MessagePayload } from "./message-payload.ts"
import { reasonsForSilence } from "./missing.ts"
import { readPages } from "./read-pages.ts"
import { readVotes } from "./read-votes.ts"
import { isHollow, isWritten, toMessage } from "./to-message.ts"

/** Of a plain channel, where nothing else was said. */
const DEFAULT_LAST = 100

const idOnly = z.object({ id: z.string() })

/** A thread, a forum post, a voice channel's text or a window of a plain channel; undefined where there is none. */
export async function readChannel(
  rest: DiscordRest,
  asked: ChannelRef,
  options: ReadOptions & { readonly noteChannel?: ((channel: ChannelPayload) => void) | undefined } = {},
): Promise<Reading | undefined> {
  const channel = await readChannelPayload(rest, asked.channel, options.signal)
  if (channel === undefined) return undefined
  options.noteChannel?.(channel)
  if (isForum(channel.type))
    throw new AppError("thread-not-found", `Cannot read discord:${channel.id}: a forum holds posts, not messages`, {
      hint: "Name one of its posts: open it and copy its link",
    })
  const thread = await threadOf(rest, asked, channel)
  if (thread !== undefined) return readChannel(rest, thread, options)
  const ref: ChannelRef = {
    channel: channel.id,
    window: isThread(channel.type) ? { kind: "all" } : bounded(asked.window),
  }
  const pages = await readPages(rest, ref, options)
  const starter = isThread(channel.type) ? await readStarter(rest, channel, pages.payloads) : { reasons: [] }
  const self = await call(rest, ["get", Routes.user()], idOnly, { to: "read the bot's own account" })
  const all = starter.payload === undefined ? pages.payloads : [starter.payload, ...pages.payloads]
  const written = all.filter((payload) => isWritten(payload) && payload.author.id !== self.id)
  const votes = await readVotes(rest, written, options.signal)
  const reasons = [
    ...windowReasons(ref, pages.isCut),
    ...starter.reasons,
    ...(await reasonsForSilence(rest, channel, all)),
    ...(votes.notRead === 0 ? [] : [`Who cast ${votes.notRead} of the votes was not looked up: there are too many`]),
  ]
  const surroundings = { guild: channel.guild_id, subject: channel.name ?? "" }
  const messages = written
    .filter((payload) => !isHollow(payload))
    .map((payload) => toMessage(payload, { ...surroundings, reactions: votes.byMessage.get(payload.id) ?? [] }))
  refuseWhereSomebodyObjects(messages, ref)
  return {
    source: "discord",
    messages: messages.filter((message) => readVeto(message.body) === undefined),
    skipped: [...pages.unreadable.map(toUnreadable), ...written.filter(isHollow).map(toHidden)],
    reasons,
    threadId: toThreadId(isThread(channel.type) ? ref : asked),
    permalink: toPermalink({ guild: channel.guild_id, channel: channel.id }),
  }
}

/** An objection is a message in the thread itself: it holds for every reader, with or without a store. */
function refuseWhereSomebodyObjects(messages: readonly Message[], ref: ChannelRef): void {
  const names = objectorsIn(messages).map(({ name, address }) => name ?? address)
  if (names.length === 0) return
  throw new AppError("objected", `Cannot summarize ${toThreadId(ref)}: ${names.join(", ")} said !nda in it`, {
    hint: "Only they can take it back, by !nda off there or by deleting that message",
  })
}

export async function readChannelPayload(
  rest: DiscordRest,
  channel: string,
  signal?: AbortSignal,
): Promise<ChannelPayload | undefined> {
  try {
    return await call(rest, ["get", Routes.channel(channel)], channelPayload, { to: `read channel ${channel}`, signal })
  } catch (error) {
    if (error instanceof AppError && error.code === "source-gone") return undefined
    throw error
  }
}

/** A message of a plain channel that has a thread means that thread, which has the message's own id. */
async function threadOf(rest: DiscordRest, ref: ChannelRef, channel: ChannelPayload): Promise<ChannelRef | undefined> {
  if (isThread(channel.type) || ref.window.kind !== "from") return undefined
  const thread = await readChannelPayload(rest, ref.window.message).catch(() => undefined)
  return thread?.parent_id === channel.id ? { channel: thread.id, window: { kind: "all" } } : undefined
}

/** Threads are read whole; a plain channel never ends, so without a word on it its last messages are meant. */
function bounded(window: Window): Window {
  return window.kind === "all" ? { kind: "last", count: DEFAULT_LAST } : window
}

interface Starter {
  readonly payload?: MessagePayload
  readonly reasons: readonly string[]
}

/** A thread's own list holds a bare reference to the message it grew from: that one lives in the parent channel. */
async function readStarter(
  rest: DiscordRest,
  thread: ChannelPayload,
  payloads: readonly MessagePayload[],
): Promise<Starter> {
  const parent = thread.parent_id ?? undefined
  if (parent === undefined || payloads.some((payload) => payload.id === thread.id && isWritten(payload)))
    return { reasons: [] }
  try {
    const payload = await call(rest, ["get", Routes.channelMessage(parent, thread.id)], messagePayload, {
      to: `read the first message of thread ${thread.id}`,
    })
    return { payload, reasons: [] }
  } catch (error) {
    // Threads started without a message have none, and a starter may be deleted: nothing is missing then.
    if (error instanceof AppError && error.code === "source-gone") return { reasons: [] }
    return { reasons: ["The message that the thread was started from could not be read"] }
  }
}

function windowReasons({ window }: ChannelRef, isCut: boolean): readonly string[] {
  switch (window.kind) {
    case "all":
      return isCut ? ["Only the newest messages were read: the thread is longer than the bound"] : []
    case "last":
      return isCut ? [`Only the last ${window.count} messages of the channel were read`] : []
    case "since":
      return [`Only messages since ${window.at.toISOString().slice(0, 16).replace("T", " ")} UTC were read`]
    case "from":
      return ["Only messages from the chosen one on were read"]
  }
}

function toUnreadable(id: string): Skipped {
  return { id, reason: "Discord's answer has an unknown form" }
}

function toHidden(payload: MessagePayload): Skipped {
  return { id: payload.id, reason: "its text is empty: hidden from the bot, or nothing that can be read" }
}
