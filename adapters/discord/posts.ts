import { createHash } from "node:crypto"
import { MessageReferenceType, Routes } from "discord.js"
import { z } from "zod"
import type { Card, Note, Place, Post, PostId } from "../../src/index.ts"
import { AppError } from "../../src/index.ts"
import { drawCard } from "./card/draw-card.ts"
import type { Drawn, Marker } from "./card/draw-card.ts"
import { drawNotePost } from "./card/draw-note.ts"
import { hasMarker } from "./card/read-card.ts"
import { call } from "./discord-rest.ts"
import type { DiscordRest } from "./discord-rest.ts"
import { targetOf } from "./events.ts"

const own = z.object({ components: z.array(z.unknown()).optional() })
const posted = z.object({ id: z.string() })
const recent = z.array(
  z.object({ id: z.string(), author: z.object({ id: z.string() }), components: z.array(z.unknown()).optional() }),
)

// Discord remembers a nonce for minutes; for later retries the channel's last messages are looked through.
const LOOK_BACK = 100
const MAX_NONCE = 25
/** Nobody is ever notified by us but those who asked for it. */
export const NOBODY: { readonly parse: readonly never[] } = { parse: [] }

/** For a reader a channel that is gone is a source that is gone; for a post it means that no other try will work. */
async function forGood<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "source-gone") throw error
    throw new AppError("platform-refused", error.message, { hint: error.hint, cause: error.cause })
  })
}

/** Sends once: the nonce makes Discord answer a repeated request with the message that it made the first time. */
export async function sendPost(rest: DiscordRest, place: Place, post: Post): Promise<PostId> {
  const mentions = post.mentions ?? []
  const drawn = drawPost(post.content, toMarker(post.key), mentions.map((user) => `<@${user}>`).join(" "))
  return forGood(
    send(rest, targetOf(place), {
      ...drawn,
      key: post.key,
      mentions,
      ...(post.under === undefined ? {} : { under: post.under }),
    }),
  )
}

export interface Outgoing {
  readonly key: string
  readonly components?: readonly unknown[]
  readonly content?: string
  readonly flags: number
  readonly under?: string
  readonly mentions?: readonly string[]
}

/** Every message that we send by ourselves goes through here: with a nonce, and notifying nobody unasked. */
export async function send(rest: DiscordRest, channel: string, message: Outgoing): Promise<PostId> {
  const { key, under, mentions = [], ...body } = message
  const { id } = await call(rest, ["post", Routes.channelMessages(channel)], posted, {
    to: `post to discord:${channel}`,
    body: {
      ...body,
      nonce: toNonce(key),
      enforce_nonce: true,
      allowed_mentions: mentions.length === 0 ? NOBODY : { ...NOBODY, users: mentions },
      ...(under === undefined
        ? {}
        : { message_reference: { type: MessageReferenceType.Default, message_id: under, fail_if_not_exists: false } }),
    },
  })
  return id
}

/** Draws a post anew. The marker is read from the key no more: the message keeps the ids that it was sent with. */
export async function editPost(rest: DiscordRest, place: Place, id: PostId, content: Card | Note): Promise<void> {
  const route = Routes.channelMessage(targetOf(place), id)
  const to = `edit message ${id} in discord:${targetOf(place)}`
  const before = await forGood(call(rest, ["get", route], own, { to }))
  const { components } = drawPost(content, markerOf(before.components ?? []), "")
  // Components V2 is a message's kind for good: its flag is neither needed nor may it be taken back.
  await forGood(call(rest, ["patch", route], posted, { to, body: { components, allowed_mentions: NOBODY } }))
}

/** Our own post with this key among the channel's last messages. */
export async function findOwnPost(
  rest: DiscordRest,
  place: Place,
  { key, self }: { readonly key: string; readonly self: string },
): Promise<PostId | undefined> {
  const marker = toMarker(key)
  const messages = await forGood(
    call(rest, ["get", Routes.channelMessages(targetOf(place))], recent, {
      to: `look for our own message in discord:${targetOf(place)}`,
      query: { limit: String(LOOK_BACK) },
    }),
  )
  return messages.find((message) => message.author.id === self && hasMarker(message.components ?? [], marker))?.id
}

/** A post's key as two component ids of 31 bits: nobody sees them, and Discord gives them back. */
function toMarker(key: string): Marker {
  const hash = createHash("sha256").update(key).digest()
  return { first: toId(hash.readUInt32BE(0)), second: toId(hash.readUInt32BE(4)) }
}

// Small ids are those that Discord and our own fixed lines use.
function toId(word: number): number {
  return (word & 0x3f_ff_ff_ff) + 0x40_00_00_00
}

function toNonce(key: string): string {
  return createHash("sha256").update(key).digest("base64url").slice(0, MAX_NONCE)
}

function drawPost(content: Card | Note, marker: Marker, lead: string): Drawn {
  if (content.kind === "note") return drawNotePost(content, { marker, lead })
  const card = drawCard(content, { marker })
  return lead === "" ? card : { ...card, components: [{ type: 10, content: lead }, ...card.components] }
}

const marked = z.object({ id: z.number(), components: z.array(z.object({ id: z.number().optional() })) })

function markerOf(components: readonly unknown[]): Marker {
  const outer = marked.safeParse(components.at(-1))
  return outer.success ? { first: outer.data.id, second: outer.data.components[0]?.id ?? 0 } : { first: 0, second: 0 }
}
