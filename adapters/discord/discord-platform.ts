import type { RateLimitData } from "discord.js"
import { Client, Events, GatewayIntentBits, Options, Partials, REST, Routes, Status } from "discord.js"
import type { Interaction, Message } from "discord.js"
import { z } from "zod"
import type { Activity, Logger, Platform, Suggest, ThreadSource } from "../../src/index.ts"
import { answerAutocomplete } from "./answering/answer-autocomplete.ts"
import { answerInteraction } from "./answering/answer-interaction.ts"
import type { Answering } from "./answering/answer-interaction.ts"
import { answerMention, answerVeto } from "./answering/answer-mention.ts"
import { registerCommands } from "./commands/register.ts"
import { call } from "./discord-rest.ts"
import type { DiscordRest } from "./discord-rest.ts"
import { toAppError } from "./errors.ts"
import { targetOf } from "./events.ts"
import { createGuardedRest } from "./guarded-rest.ts"
import { toChannelRef } from "./ids.ts"
import { createKnownPlaces } from "./place/known-places.ts"
import { mayUserRead, readPlaceFacts } from "./place/read-place.ts"
import { editPost, findOwnPost, sendPost } from "./posts.ts"
import { toDiscordSource } from "./source/discord-source.ts"
import { applicationPayload } from "./source/message-payload.ts"
import { mayReadBodies } from "./source/missing.ts"
import { reportActivity } from "./activity.ts"

export interface DiscordConfig {
  readonly token: string
  /** Base of the REST API; the gateway's address comes from it. */
  readonly apiUrl?: string
  /** How many connections share the servers; Discord wants more than one from 2,500 servers on. */
  readonly shards?: number | "auto"
  /** Servers that get the commands at once and alone; everywhere where empty. */
  readonly commandGuilds?: readonly string[]
  readonly logger: Logger
  readonly clock?: () => Date
  /** What to offer while somebody types an option. */
  readonly suggest?: Suggest
}

export interface DiscordPlatform extends Platform {
  /** Discord's threads as a source: it works before start() and without it. */
  readonly source: ThreadSource
}

const API_URL = "https://discord.com/api"
const directChannel = z.object({ id: z.string() })
const account = z.object({ id: z.string() })

/** The bot on Discord: the gateway for what people do, REST for everything that we do. */
export function createDiscordPlatform(config: DiscordConfig): DiscordPlatform {
  const rest = createRest(config)
  const client = createClient(config)
  const places = createKnownPlaces(client)
  const inFlight = new Set<Promise<void>>()
  let self: string | undefined
  const ownId = async (): Promise<string> =>
    (self ??= (await call(rest, ["get", Routes.user()], account, { to: "read the bot's own account" })).id)
  const track = (work: Promise<void>): void => {
    const tracked = work
      .catch((error: unknown) => {
        const { code, cause } = toAppError(error, "answer")
        config.logger.warn("An answer did not reach Discord", { code, error: cause instanceof Error ? cause.name : "" })
      })
      .finally(() => inFlight.delete(tracked))
    inFlight.add(tracked)
  }
  return {
    name: "discord",
    source: toDiscordSource(rest, (channel) => places.note(channel)),
    start: async (answer, notice) => {
      await prepare(rest, client, config)
      listen(
        client,
        { rest, answer, clock: config.clock ?? (() => new Date()), logger: config.logger },
        {
          track,
          suggest: config.suggest,
          notice,
        },
      )
      await connect(client, config)
    },
    stop: async () => {
      client.removeAllListeners(Events.InteractionCreate).removeAllListeners(Events.MessageCreate)
      await Promise.all(inFlight)
      await client.destroy()
    },
    isConnected: () => client.isReady() && client.ws.shards.every((shard) => shard.status === Status.Ready),
    post: (place, post) => sendPost(rest, place, post),
    edit: (place, id, content) => editPost(rest, place, id, content),
    findPost: async (place, key) => findOwnPost(rest, place, { key, self: await ownId() }),
    readPlace: (place) => readPlaceFacts(rest, targetOf(place)),
    mayRead: (userId, place) => mayUserRead(rest, userId, targetOf(place)),
    placeOf: (threadId) => {
      const [scheme = "", ...parts] = threadId.split(":")
      const ref = toChannelRef({ kind: "id", scheme, rest: parts.join(":") })
      return ref === undefined ? undefined : places.find(ref.channel)
    },
    directPlace: async (userId) => {
      const channel = await call(rest, ["post", Routes.userChannels()], directChannel, {
        to: "reach somebody directly",
        body: { recipient_id: userId },
      }).catch(() => undefined)
      return channel === undefined ? undefined : { platform: "discord", channel: channel.id }
    },
  }
}

export function createRest({ token, apiUrl = API_URL }: Pick<DiscordConfig, "token" | "apiUrl">): DiscordRest {
  return createGuardedRest(new REST({ version: "10", api: apiUrl, rejectOnRateLimit: isLongWait }).setToken(token))
}

// Longer waits than this for writing are the outbox's: a post that waits in here holds up others, and ends with us.
const LONG_WAIT_MS = 3_000

function isLongWait({ method, retryAfter }: RateLimitData): boolean {
  return retryAfter > LONG_WAIT_MS && (method === "POST" || method === "PATCH")
}

function createClient({ apiUrl = API_URL, shards = 1 }: DiscordConfig): Client {
  return new Client({
    // GUILDS for channels, threads and permissions; GUILD_MESSAGES for mentions, edits and deletions.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    allowedMentions: { parse: [] },
    rest: { api: apiUrl, version: "10" },
    // Edits and deletions of messages that we never saw are told to us as parts; we keep none anyway.
    partials: [Partials.Message, Partials.Channel, Partials.ThreadMember],
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0 }),
    // Started by discord.js's ShardingManager, the process is told its shards in its environment.
    ...(process.env["SHARDING_MANAGER"] === undefined ? toShards(shards) : {}),
  })
}

function toShards(shards: number | "auto"): { readonly shards: "auto" | number[]; readonly shardCount?: number } {
  return shards === "auto"
    ? { shards }
    : { shards: Array.from({ length: shards }, (_, index) => index), shardCount: shards }
}

/** Before the connection: the intent that Discord grants, and commands that are up to date. */
async function prepare(
  rest: DiscordRest,
  client: Client,
  { logger, commandGuilds = [] }: DiscordConfig,
): Promise<void> {
  const application = await call(rest, ["get", Routes.currentApplication()], applicationPayload, { to: "log in" })
  if (await mayReadBodies(rest)) client.options.intents = client.options.intents.add(GatewayIntentBits.MessageContent)
  else logger.warn("The Message Content intent is off: texts of messages are hidden from the bot")
  const outcome = await registerCommands(rest, { application: application.id, guilds: commandGuilds })
  logger.info("Commands are known to Discord", { outcome })
}

async function answerMessage(message: Message<true>, self: string, parts: Answering): Promise<void> {
  if (!(await answerVeto(message, parts))) await answerMention(message, self, parts)
}

interface Listening {
  readonly track: (work: Promise<void>) => void
  readonly suggest: Suggest | undefined
  readonly notice: ((activity: Activity) => Promise<void>) | undefined
}

function listen(client: Client, parts: Answering, { track, suggest, notice }: Listening): void {
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isAutocomplete()) track(answerAutocomplete(interaction, suggest))
    else if (
      interaction.isChatInputCommand() ||
      interaction.isMessageContextMenuCommand() ||
      interaction.isButton() ||
      interaction.isStringSelectMenu() ||
      interaction.isModalSubmit()
    )
      track(answerInteraction(interaction, parts))
  })
  client.on(Events.MessageCreate, (message: Message) => {
    if (message.inGuild() && !message.author.bot && client.user !== null)
      track(answerMessage(message, client.user.id, parts))
  })
  if (notice !== undefined) reportActivity(client, (activity) => track(notice(activity)))
  client.on(Events.Error, (error) => parts.logger.warn("The connection to Discord failed", { error: error.name }))
  client.on(Events.ShardError, (error, shard) =>
    parts.logger.warn("The connection to Discord failed", { error: error.name, shard }),
  )
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    parts.logger.error("Discord closed the connection for good", { code, shard }),
  )
  client.on(Events.ShardResume, (shard, replayed) =>
    parts.logger.info("The connection to Discord was resumed", { shard, replayed }),
  )
}

async function connect(client: Client, { token }: DiscordConfig): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  try {
    await client.login(token)
  } catch (error) {
    throw toAppError(error, "connect to Discord")
  }
  await ready
}
