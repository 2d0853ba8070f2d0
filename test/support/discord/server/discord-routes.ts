import type { APIMessage } from "discord.js"
import type { ZodType } from "zod"
import { asStored } from "./discord-limits.ts"
import type { Body } from "./discord-limits.ts"
import { aMessage } from "./discord-payloads.ts"
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
  return aMessage({
    channel,
    author: world.bot,
    content: body.content ?? "",
    at: at.toISOString(),
    more: {
      embeds: (body.embeds ?? []).map((embed) => ({ type: "rich", ...embed })) as never,
      components: asStored(body.components ?? []) as never,
      flags: body.flags ?? 0,
      ...more,
    },
  })
}
