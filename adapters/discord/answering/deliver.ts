import { MessageFlags, Routes } from "discord.js"
import { z } from "zod"
import type { Ask, Card, Note, Reply } from "../../../src/index.ts"
import { drawCard } from "../card/draw-card.ts"
import { drawNote } from "../card/draw-note.ts"
import { call } from "../discord-rest.ts"
import type { DiscordRest } from "../discord-rest.ts"
import { isTokenOver } from "../errors.ts"
import { NOBODY } from "../posts.ts"
import { plainNote } from "./plain-note.ts"
import { sendLate } from "./send-late.ts"
import type { Token } from "./send-late.ts"
import { mayBeShared } from "./sharing.ts"

export interface Delivery {
  readonly rest: DiscordRest
  readonly token: Token
  readonly clock: () => Date
  /** Which page of a card. */
  readonly page?: number
  /** The card that was pressed is drawn anew; words beside it come as a message of their own. */
  readonly isInPlace?: boolean
}

interface Body {
  readonly content?: string
  readonly embeds?: readonly unknown[]
  readonly components?: readonly unknown[]
  readonly flags: number
}

// The token is good for 15 minutes; the last quarter minute may be eaten by clocks and queues.
const TOKEN_LIFE_MS = 14.75 * 60_000
const anything = z.unknown()

/**
 * Brings a reply to whoever asked. What was deferred is private and stays so: a public reply goes as a
 * message of its own, after its place was checked, and each follow-up says anew whether it is private.
 */
export async function deliver(reply: Reply, ask: Ask, delivery: Delivery): Promise<void> {
  const isLate = delivery.clock().getTime() - delivery.token.createdAt > TOKEN_LIFE_MS
  if (isLate) return sendLate(reply, ask, delivery)
  try {
    if (reply.visibility === "private") return await tellAlone(reply.content, delivery)
    if (!(await mayBeShared(reply.content, ask, delivery.rest))) return await tellAlone(NOT_SHARED, delivery)
    // The first follow-up to a deferred reply takes its place and its privacy: that place is filled first.
    await tellAlone(SHARED, delivery)
    for (const body of draw(reply.content, delivery.page)) await followUp(delivery, body)
  } catch (error) {
    if (!isTokenOver(error)) throw error
    await sendLate(reply, ask, delivery)
  }
}

async function tellAlone(content: Card | Note, delivery: Delivery): Promise<void> {
  const [first, ...others] = draw(content, delivery.page)
  // A message in Components V2 stays one: a note cannot take the place of a card.
  if (first !== undefined && delivery.isInPlace === true && content.kind === "note") others.unshift(first)
  else if (first !== undefined) await editOriginal(delivery, first)
  for (const body of others) await followUp(delivery, { ...body, flags: body.flags | MessageFlags.Ephemeral })
}

const SHARED = plainNote("Shared in this channel.")
const NOT_SHARED = plainNote(
  "Not shared: that thread is in a channel that not everybody here can read. The summary is for you alone.",
  true,
)

function draw(content: Card | Note, page = 0): readonly Body[] {
  return content.kind === "card" ? [drawCard(content, { page })] : drawNote(content)
}

async function editOriginal({ rest, token }: Delivery, body: Body): Promise<void> {
  await call(rest, ["patch", Routes.webhookMessage(token.application, token.token, "@original")], anything, {
    to: "answer",
    body: { ...body, allowed_mentions: NOBODY },
    hasOwnToken: true,
  })
}

async function followUp({ rest, token }: Delivery, body: Body): Promise<void> {
  await call(rest, ["post", Routes.webhook(token.application, token.token)], anything, {
    to: "answer",
    body: { ...body, allowed_mentions: NOBODY },
    hasOwnToken: true,
  })
}
