import type { APIChannel, APIMessage, APIUser } from "discord.js"
import * as spec from "discord-api-spec/zod"
import type { ZodType } from "zod"
import type { Gateway } from "./discord-gateway.ts"
import { refusalOf } from "./discord-limits.ts"
import type { Body } from "./discord-limits.ts"
import { APPLICATION_ID, GUILD_ID, snowflake } from "./discord-payloads.ts"
import type { Answer, Route } from "./discord-routes.ts"
import { failure, storedMessage } from "./discord-routes.ts"
import type { World } from "./discord-world.ts"

const EPHEMERAL = 64
const FIRST_RESPONSE_MS = 3_000
const TOKEN_LIFE_MS = 15 * 60_000
const CALLBACKS: Readonly<Record<number, ZodType>> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
}

/** One thing that a person did, and everything that came back for it. */
export interface Happening {
  readonly id: string
  readonly token: string
  readonly createdAt: number
  callback: { readonly type: number; readonly data?: Record<string, unknown> } | undefined
  /** ms from the event to the first response. */
  respondedInMs: number | undefined
  /** The reply as it now stands; absent while it is "thinking". */
  original: APIMessage | undefined
  readonly followUps: APIMessage[]
}

interface Where {
  readonly channel: APIChannel
  readonly user: APIUser
  /** What the asker may do there, as Discord says it. */
  readonly permissions?: string
}

export interface Interactions {
  slash(where: Where, sub: string, options?: Readonly<Record<string, string | number>>): Happening
  autocomplete(where: Where, sub: string, focused: string, typed: string): Happening
  messageCommand(where: Where, message: APIMessage): Happening
  press(where: Where, message: APIMessage, customId: string): Happening
  pick(where: Where, message: APIMessage, customId: string, value: string): Happening
  submit(where: Where, customId: string, fields: Readonly<Record<string, string>>, message?: APIMessage): Happening
}

interface Parts {
  readonly world: World
  readonly gateway: Gateway
  readonly clock: () => Date
  readonly keepMessage: (channel: string, message: APIMessage) => void
}

export function createInteractions({ world, gateway, clock, keepMessage }: Parts): {
  readonly interactions: Interactions
  readonly routes: readonly Route[]
} {
  const happenings = new Map<
    string,
    Happening & { readonly channel: string; readonly source: APIMessage | undefined }
  >()
  const happen = (where: Where, type: number, data: object, message?: APIMessage): Happening => {
    const createdAt = clock().getTime()
    const id = snowflake(createdAt)
    const happening = {
      id,
      token: `token-${id}`,
      createdAt,
      callback: undefined,
      respondedInMs: undefined,
      original: undefined,
      followUps: [],
      channel: where.channel.id,
      source: message,
    }
    happenings.set(happening.token, happening)
    gateway.dispatch("INTERACTION_CREATE", {
      id,
      application_id: APPLICATION_ID,
      type,
      data,
      guild_id: GUILD_ID,
      guild: { id: GUILD_ID, features: [], locale: "en-US" },
      channel: where.channel,
      channel_id: where.channel.id,
      member: { ...world.members.get(where.user.id), permissions: where.permissions ?? "0" },
      token: happening.token,
      version: 1,
      app_permissions: "0",
      locale: "en-US",
      guild_locale: "en-US",
      entitlements: [],
      authorizing_integration_owners: { 0: GUILD_ID },
      context: 0,
      attachment_size_limit: 10_485_760,
      ...(message === undefined ? {} : { message }),
    })
    return happening
  }
  const toOptions = (options: Readonly<Record<string, string | number>>): object[] =>
    Object.entries(options).map(([name, value]) => ({
      name,
      type: typeof value === "number" ? 4 : value.startsWith("channel:") ? 7 : 3,
      value: typeof value === "string" ? value.replace(/^channel:/, "") : value,
    }))
  const command = (options: object[]): object => ({
    id: "1000001",
    name: "standpoint",
    type: 1,
    guild_id: GUILD_ID,
    options,
  })

  const find = (groups: Readonly<Record<string, string>>) => happenings.get(groups["token"] ?? "")
  const isOver = (happening: Happening): boolean => clock().getTime() - happening.createdAt > TOKEN_LIFE_MS

  const routes: Route[] = [
    {
      method: "POST",
      path: /^\/interactions\/(?<id>\d+)\/(?<token>[^/]+)\/callback$/,
      answer: ({ body, groups }) => {
        const happening = find(groups)
        if (happening === undefined || happening.id !== groups["id"]) return failure(404, 10_062, "Unknown interaction")
        const waited = clock().getTime() - happening.createdAt
        if (waited > FIRST_RESPONSE_MS) return failure(404, 10_062, "Unknown interaction")
        if (happening.callback !== undefined) return failure(400, 40_060, "Interaction has already been acknowledged")
        const type = Number(body["type"])
        const parsed = CALLBACKS[type]?.safeParse(body)
        if (parsed?.success !== true) return failure(400, 50_035, JSON.stringify(parsed?.error.issues ?? "type"))
        const data = body["data"] as Record<string, unknown> | undefined
        if (
          type === 5 &&
          ((Number(data?.["flags"] ?? 0) & ~EPHEMERAL) !== 0 ||
            Object.keys(data ?? {}).some((key) => key !== "flags" && data?.[key] !== undefined))
        )
          return failure(400, 50_035, "a deferred reply may carry EPHEMERAL alone")
        happening.callback = { type, ...(data === undefined ? {} : { data }) }
        happening.respondedInMs = waited
        return { status: 204 }
      },
    },
    {
      method: "PATCH",
      path: /^\/webhooks\/\d+\/(?<token>[^/]+)\/messages\/@original$/,
      response: spec.MessageResponseSchema,
      answer: ({ body, groups }) => {
        const happening = find(groups)
        if (happening?.callback === undefined) return failure(404, 10_015, "Unknown Webhook")
        if (isOver(happening)) return failure(401, 50_027, "Invalid Webhook Token")
        const before = happening.callback.type === 6 ? happening.source : happening.original
        const isV2 = ((before?.flags ?? 0) & (1 << 15)) !== 0
        const refusal = refusalOf(body, spec.IncomingWebhookUpdateRequestPartialSchema, { isV2 })
        if (refusal !== undefined) return failure(refusal.status, refusal.code, refusal.message)
        const isPrivate =
          happening.callback.type === 6
            ? ((happening.source?.flags ?? 0) & EPHEMERAL) !== 0
            : (Number(happening.callback.data?.["flags"] ?? 0) & EPHEMERAL) !== 0
        happening.original = made(happening, body, isPrivate)
        return { status: 200, body: happening.original }
      },
    },
    {
      method: "POST",
      path: /^\/webhooks\/\d+\/(?<token>[^/]+)$/,
      response: spec.MessageResponseSchema,
      answer: ({ body, groups }): Answer => {
        const happening = find(groups)
        if (happening?.callback === undefined) return failure(404, 10_015, "Unknown Webhook")
        if (isOver(happening)) return failure(401, 50_027, "Invalid Webhook Token")
        const refusal = refusalOf(body, spec.IncomingWebhookInteractionRequestSchema)
        if (refusal !== undefined) return failure(refusal.status, refusal.code, refusal.message)
        const isPrivate = (Number(body["flags"] ?? 0) & EPHEMERAL) !== 0
        // The first follow-up to a deferred reply takes its place, and its privacy with it.
        if (happening.callback.type === 5 && happening.original === undefined) {
          const wasPrivate = (Number(happening.callback.data?.["flags"] ?? 0) & EPHEMERAL) !== 0
          happening.original = made(happening, body, wasPrivate)
          return { status: 200, body: happening.original }
        }
        const message = made(happening, body, isPrivate)
        happening.followUps.push(message)
        if (!isPrivate) keepMessage(happening.channel, message)
        return { status: 200, body: message }
      },
    },
  ]

  function made(happening: Happening & { readonly channel: string }, body: Body, isPrivate: boolean): APIMessage {
    const flags = ((body.flags ?? 0) & ~EPHEMERAL) | (isPrivate ? EPHEMERAL : 0)
    return storedMessage(world, happening.channel, { ...body, flags }, clock(), {
      application_id: APPLICATION_ID,
      webhook_id: APPLICATION_ID,
    })
  }

  return {
    routes,
    interactions: {
      slash: (where, sub, options = {}) =>
        happen(where, 2, command([{ type: 1, name: sub, options: toOptions(options) }])),
      autocomplete: (where, sub, focused, typed) =>
        happen(
          where,
          4,
          command([{ type: 1, name: sub, options: [{ name: focused, type: 3, value: typed, focused: true }] }]),
        ),
      messageCommand: (where, message) =>
        happen(where, 2, {
          id: "1000002",
          name: "Where do we stand?",
          type: 3,
          guild_id: GUILD_ID,
          target_id: message.id,
          resolved: { messages: { [message.id]: message } },
        }),
      press: (where, message, customId) => happen(where, 3, { component_type: 2, custom_id: customId }, message),
      pick: (where, message, customId, value) =>
        happen(where, 3, { component_type: 3, custom_id: customId, values: [value] }, message),
      submit: (where, customId, fields, message) =>
        happen(
          where,
          5,
          {
            custom_id: customId,
            components: Object.entries(fields).map(([custom_id, value], index) => ({
              type: 18,
              id: index * 2 + 1,
              component: { type: 4, id: index * 2 + 2, custom_id, value },
            })),
          },
          message,
        ),
    },
  }
}
