import type { APIMessage } from "discord.js"
import type { ZodType } from "zod"
import { asStored } from "./discord-limits.ts"
import type { Body } from "./discord-limits.ts"
import { snowflake } from "./discord-payloads.ts"
import type { World } from "./discord-world.ts"

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface Call {
  readonly body: Record<string, unknown>
  readonly query: URLSearchParams
  readonly groups: Readonly<Record<string, string>>
}

export interface Route {
  readonly method: string
  readonly path: RegExp
  readonly response?: ZodType | undefined
  readonly answer: (call: Call) => Answer
}

export function failure(status: number, code: number, message: string): Answer {
  return { status, body: { message, code } }
}

export function storedMessage(world: World, channel: string, body: Body, at: Date, more: object = {}): APIMessage {
  return {
    id: snowflake(at.getTime()),
    channel_id: channel,
    type: 0,
    author: world.bot,
    content: body.content ?? "",
    timestamp: at.toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: (body.embeds ?? []).map((embed) => ({ type: "rich", ...embed })) as never,
    components: asStored(body.components ?? []) as never,
    pinned: false,
    flags: body.flags ?? 0,
    ...more,
  }
}
