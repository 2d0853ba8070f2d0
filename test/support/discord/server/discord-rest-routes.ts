import type { APIChannel, APIMessage } from "discord.js"
import * as spec from "discord-api-spec/zod"
import type { ZodType } from "zod"
import { asStored, refusalOf } from "./discord-limits.ts"
import type { Body } from "./discord-limits.ts"
import { anApplication, aThread, APPLICATION_ID, BOT_ID, GUILD_ID, snowflake } from "./discord-payloads.ts"
import { failure, storedMessage } from "./discord-routes.ts"
import type { Answer, Route } from "./discord-routes.ts"
import type { World } from "./discord-world.ts"

interface RestParts {
  readonly world: World
  readonly clock: () => Date
  readonly registered: unknown[]
  readonly port: number
  readonly keepMessage: (channel: string, message: APIMessage) => void
}

const THREADS: ReadonlySet<number> = new Set([10, 11, 12])

/** The REST calls that the bot makes, over one world. */
export function restRoutes({ world, clock, registered, port, keepMessage }: RestParts): Route[] {
  const noncesById = new Map<string, APIMessage>()
  const channelAnswer = (id: string): Answer => {
    if (world.closed.has(id)) return failure(403, 50_001, "Missing Access")
    const channel = world.channels.get(id)
    return channel === undefined ? failure(404, 10_003, "Unknown Channel") : { status: 200, body: channel }
  }
  const route = (method: string, path: string, answer: Route["answer"], response?: ZodType): Route => ({
    method,
    path: new RegExp(`^${path.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`),
    answer,
    response,
  })
  const isThread = (id: string): boolean => {
    return THREADS.has(world.channels.get(id)?.type ?? 0)
  }
  const shown = (message: APIMessage): APIMessage => {
    const isOpen =
      world.applicationFlags !== 0 ||
      message.author.id === BOT_ID ||
      message.mentions.some((user) => user.id === BOT_ID)
    return isOpen ? message : { ...message, content: "", embeds: [], attachments: [], components: [] }
  }
  return [
    route(
      "GET",
      "/gateway/bot",
      () => ({
        status: 200,
        body: {
          url: `ws://127.0.0.1:${port}/gateway`,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
        },
      }),
      spec.GatewayBotResponseSchema,
    ),
    route(
      "GET",
      "/applications/@me",
      () => ({ status: 200, body: anApplication(world.owner, world.bot, world.applicationFlags) }),
      spec.PrivateApplicationResponseSchema,
    ),
    route(
      "GET",
      "/users/@me",
      () => ({
        status: 200,
        body: { ...world.bot, mfa_enabled: true, locale: "en-US" },
      }),
      spec.UserPIIResponseSchema,
    ),
    ...["/applications/:app/commands", "/applications/:app/guilds/:guild/commands"].flatMap((path) => [
      route("GET", path, () => ({ status: 200, body: registered }), spec.ApplicationCommandResponseSchema),
      route(
        "PUT",
        path,
        ({ body }) => {
          const commands = body["list"] as Record<string, unknown>[]
          for (const command of commands) {
            const parsed = spec.ApplicationCommandUpdateRequestSchema.safeParse(command)
            if (!parsed.success) return failure(400, 50_035, JSON.stringify(parsed.error.issues))
          }
          registered.splice(0, registered.length, ...commands.map(asRegistered))
          return { status: 200, body: registered }
        },
        spec.ApplicationCommandResponseSchema,
      ),
    ]),
    route(
      "GET",
      "/guilds/:guild",
      ({ groups }) =>
        groups["guild"] === GUILD_ID ? { status: 200, body: world.guild } : failure(404, 10_004, "Unknown Guild"),
      spec.GuildResponseSchema,
    ),
    route(
      "GET",
      "/guilds/:guild/members/:user",
      ({ groups }) => {
        const member = world.members.get(groups["user"] ?? "")
        return member === undefined ? failure(404, 10_007, "Unknown Member") : { status: 200, body: member }
      },
      spec.GuildMemberResponseSchema,
    ),
    {
      ...route("GET", "/channels/:channel", ({ groups }) => channelAnswer(groups["channel"] ?? "")),
    },
    route(
      "GET",
      "/channels/:channel/thread-members/:user",
      ({ groups }) =>
        world.threadMembers.get(groups["channel"] ?? "")?.has(groups["user"] ?? "") === true
          ? {
              status: 200,
              body: {
                id: groups["channel"],
                user_id: groups["user"],
                join_timestamp: "2026-11-01T10:00:00.000Z",
                flags: 0,
              },
            }
          : failure(404, 10_007, "Unknown Member"),
      spec.ThreadMemberResponseSchema,
    ),
    route(
      "GET",
      "/channels/:channel/messages",
      ({ groups, query }) => {
        const id = groups["channel"] ?? ""
        const channel = channelAnswer(id)
        if (channel.status !== 200) return channel
        if (world.withoutHistory.has(id)) return { status: 200, body: [] }
        const limit = Number(query.get("limit") ?? 50)
        if (limit < 1 || limit > 100) return failure(400, 50_035, "limit: 1 to 100")
        const all = (world.messages.get(id) ?? []).toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
        const [before, after] = [query.get("before"), query.get("after")]
        const part =
          after !== null
            ? all.filter((message) => BigInt(message.id) > BigInt(after)).slice(0, limit)
            : all.filter((message) => before === null || BigInt(message.id) < BigInt(before)).slice(-limit)
        return { status: 200, body: part.toReversed().map(shown) }
      },
      spec.MessageResponseSchema,
    ),
    route(
      "GET",
      "/channels/:channel/messages/:message",
      ({ groups }) => {
        const channel = channelAnswer(groups["channel"] ?? "")
        if (channel.status !== 200) return channel
        const message = world.messages.get(groups["channel"] ?? "")?.find((each) => each.id === groups["message"])
        return message === undefined ? failure(404, 10_008, "Unknown Message") : { status: 200, body: shown(message) }
      },
      spec.MessageResponseSchema,
    ),
    route(
      "POST",
      "/channels/:channel/messages",
      ({ groups, body }) => {
        const id = groups["channel"] ?? ""
        const channel = channelAnswer(id)
        if (channel.status !== 200) return channel
        const metadata = (channel.body as { thread_metadata?: { locked: boolean } }).thread_metadata
        if (metadata?.locked === true) return failure(403, 160_005, "Thread is locked")
        const refusal = refusalOf(body, spec.MessageCreateRequestSchema)
        if (refusal !== undefined) return failure(refusal.status, refusal.code, refusal.message)
        const manners = unmannerly(body)
        if (manners !== undefined) return failure(400, 50_035, manners)
        const nonce = String(body["nonce"])
        const known = noncesById.get(`${id}:${nonce}`)
        if (known !== undefined) return { status: 200, body: known }
        const under = (body as { readonly message_reference?: { readonly message_id: string } }).message_reference
        const reference = { ...under, channel_id: id, guild_id: GUILD_ID }
        const more = under === undefined ? {} : { type: 19, message_reference: reference }
        const message = storedMessage(world, id, body, clock(), more)
        noncesById.set(`${id}:${nonce}`, { ...message, nonce })
        keepMessage(id, message)
        return { status: 200, body: { ...message, nonce } }
      },
      spec.MessageResponseSchema,
    ),
    route(
      "PATCH",
      "/channels/:channel/messages/:message",
      ({ groups, body }) => {
        const list = world.messages.get(groups["channel"] ?? "") ?? []
        const message = list.find((each) => each.id === groups["message"])
        if (message === undefined) return failure(404, 10_008, "Unknown Message")
        if (message.author.id !== BOT_ID) return failure(403, 50_005, "Cannot edit a message authored by another user")
        const isV2 = ((message.flags ?? 0) & (1 << 15)) !== 0
        const refusal = refusalOf(body, spec.MessageEditRequestPartialSchema, { isV2 })
        if (refusal !== undefined) return failure(refusal.status, refusal.code, refusal.message)
        const components = asStored((body as Body).components ?? [])
        Object.assign(message, { components, edited_timestamp: clock().toISOString() })
        return { status: 200, body: message }
      },
      spec.MessageResponseSchema,
    ),
    route(
      "POST",
      "/channels/:channel/messages/:message/threads",
      ({ groups, body }) => {
        const parsed = spec.CreateTextThreadWithMessageRequestSchema.safeParse(body)
        if (!parsed.success) return failure(400, 50_035, JSON.stringify(parsed.error.issues))
        const id = groups["message"] ?? ""
        if (isThread(groups["channel"] ?? "")) return failure(400, 50_024, "Cannot execute action on this channel type")
        if (world.channels.has(id)) return failure(400, 160_004, "A thread has already been created for this message")
        const thread = aThread({ id, name: String(body["name"]), parent: groups["channel"] ?? "" })
        world.channels.set(id, thread)
        return { status: 201, body: thread }
      },
      spec.ThreadResponseSchema,
    ),
    route(
      "GET",
      "/channels/:channel/messages/:message/reactions/:emoji",
      ({ groups }) => ({
        status: 200,
        body: world.voters.get(`${groups["message"]}:${decodeURIComponent(groups["emoji"] ?? "")}`) ?? [],
      }),
      spec.UserResponseSchema,
    ),
    route("GET", "/channels/:channel/polls/:message/answers/:answer", ({ groups }) => ({
      status: 200,
      body: { users: world.voters.get(`${groups["message"]}:poll:${groups["answer"]}`) ?? [] },
    })),
    route(
      "POST",
      "/users/@me/channels",
      ({ body }) => {
        const user = world.members.get(String(body["recipient_id"]))?.user
        if (user === undefined) return failure(400, 50_033, "Invalid Recipient(s)")
        const direct = { id: snowflake(), type: 1, last_message_id: null, flags: 0, recipients: [user] }
        world.channels.set(direct.id, direct as unknown as APIChannel)
        return { status: 200, body: direct }
      },
      spec.PrivateChannelResponseSchema,
    ),
  ]
}

// What the house demands of itself, beyond what Discord does: nobody is notified, nothing is sent twice.
function unmannerly(body: Record<string, unknown>): string | undefined {
  const mentions = body["allowed_mentions"] as { parse?: unknown[] } | undefined
  if (mentions?.parse?.length !== 0) return "allowed_mentions.parse must be empty"
  if (typeof body["nonce"] !== "string" || body["enforce_nonce"] !== true) return "a post needs an enforced nonce"
  return undefined
}

// Discord adds ids and leaves out what is false: an idempotent registration must see through that.
function asRegistered(command: Record<string, unknown>): unknown {
  const options = (command["options"] as Record<string, unknown>[] | undefined)?.map(withoutDefaults)
  return {
    id: snowflake(),
    application_id: APPLICATION_ID,
    version: snowflake(),
    default_member_permissions: null,
    dm_permission: false,
    nsfw: false,
    description: "",
    ...command,
    ...(options === undefined ? {} : { options }),
  }
}

function withoutDefaults(option: Record<string, unknown>): Record<string, unknown> {
  const options = (option["options"] as Record<string, unknown>[] | undefined)?.map(withoutDefaults)
  const kept = Object.entries(option).filter(([, value]) => value !== false)
  return { ...Object.fromEntries(kept), ...(options === undefined || options.length === 0 ? {} : { options }) }
}
