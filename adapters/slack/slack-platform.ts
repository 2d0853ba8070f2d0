import type { RequestListener } from "node:http"
import type { WebClientOptions } from "@slack/web-api"
import { AppError } from "../../src/index.ts"
import type { Logger, Place, Platform, ThreadSource } from "../../src/index.ts"
import { listen } from "./answering/listen.ts"
import { toAppError } from "./errors.ts"
import { refOfThreadId } from "./ids.ts"
import { call } from "./place/directory.ts"
import { mayUserRead, readPlaceFacts } from "./place/may-read.ts"
import { createWorkspaces } from "./place/workspaces.ts"
import type { Tokens, Workspace, Workspaces } from "./place/workspaces.ts"
import { editPost, findOwnPost, sendPost } from "./posts.ts"
import { createApp } from "./setup/create-app.ts"
import type { Connection, SlackConfig } from "./setup/create-app.ts"
import { toSdkLogger } from "./setup/sdk-logger.ts"
import { toTokens } from "./setup/installations.ts"
import { createPace } from "./source/pace.ts"
import { toSlackSource } from "./source/slack-source.ts"
import { z } from "zod"

export interface SlackPlatform extends Platform {
  /** Slack's threads as a source: it works before start() and without it. */
  readonly source: ThreadSource
  /** In HTTP mode: what answers `/slack/…`, for whoever has a server already. */
  readonly requestListener: RequestListener | undefined
}

const Opened = z.object({ channel: z.object({ id: z.string() }) })
const DEFAULT_PATIENCE_MS = 4_000
// What is in flight gets this long; serve must be gone ten seconds after SIGTERM.
const STOP_MS = 8_000

/** The bot on Slack: Socket Mode or HTTP for what people do, the Web API for everything that we do. */
export function createSlackPlatform(config: SlackConfig): SlackPlatform {
  const clock = config.clock ?? (() => new Date())
  const workspaces = toWorkspaces(config, clock)
  const connection = createApp(config, async () => (await workspaces.of(undefined)).directory.self())
  const pace = createPace()
  const source = pace.watch(toSlackSource(workspaces))
  const inFlight = new Set<Promise<void>>()
  const life = { isListening: false, isStarted: false, isConnected: false }
  watchConnection(connection, life)
  const track = (work: Promise<void>): void => {
    const tracked = work
      .catch((error: unknown) =>
        config.logger.error("Something on Slack ended in a failure", {
          kind: error instanceof Error ? error.name : "unknown",
        }),
      )
      .finally(() => inFlight.delete(tracked))
    inFlight.add(tracked)
  }
  return {
    name: "slack",
    source,
    requestListener: toRequestListener(connection),
    start: async (answer, notice) => {
      // A token that Slack refuses ends the start, in every mode; start may be called again after a failure.
      if (config.botToken !== undefined) await (await workspaces.of(undefined)).directory.self()
      if (!life.isListening) {
        life.isListening = true
        listen(connection.app, {
          workspaces,
          answer,
          notice,
          track,
          clock,
          logger: config.logger,
          patienceMs: config.patienceMs ?? DEFAULT_PATIENCE_MS,
          slowness: pace.note,
          installations: config.oauth?.installations,
        })
      }
      await connect(connection, config)
      life.isStarted = true
    },
    stop: async () => {
      const isServing = life.isStarted && (connection.socket !== undefined || config.listen !== undefined)
      life.isStarted = false
      if (isServing) await connection.app.stop()
      await settle(inFlight)
    },
    isConnected: () => life.isStarted && (connection.socket === undefined || life.isConnected),
    ...toSpeaking(workspaces),
  }
}

/** The SDK throws at a path that is not one of its own; here that is a page that is not there. */
function toRequestListener({ http }: Connection): RequestListener | undefined {
  if (http === undefined) return undefined
  return (request, response) => {
    try {
      http.requestListener(request, response)
    } catch {
      response.writeHead(404).end()
    }
  }
}

/** Slack's threads alone, for whoever only reads: no connection, no commands. */
export function createSlackSource({
  botToken,
  apiUrl,
  clock = () => new Date(),
}: {
  readonly botToken: string
  readonly apiUrl?: string | undefined
  readonly clock?: () => Date
}): ThreadSource {
  const tokens: Tokens = { find: async () => botToken, teams: async () => [undefined] }
  return toSlackSource(createWorkspaces(tokens, { options: optionsOf(apiUrl, undefined), clock }))
}

function toSpeaking(
  workspaces: Workspaces,
): Pick<Platform, "post" | "edit" | "findPost" | "readPlace" | "mayRead" | "placeOf" | "directPlace"> {
  // A thread's id names no workspace, and neither does a channel named in the terminal.
  const at = ({ team, channel }: Place): Promise<Workspace> =>
    team === undefined ? workspaces.ofChannel(channel) : workspaces.of(team)
  return {
    post: async (place, post) => sendPost((await at(place)).clients.posting, place, post),
    edit: async (place, id, content) => editPost((await at(place)).clients.posting, place, id, content),
    // What goes under a post is in its thread, and not in the channel's own history.
    findPost: async (place, key, under) =>
      findOwnPost((await at(place)).clients.answering, under === undefined ? place : { ...place, thread: under }, key),
    readPlace: async (place) => {
      const workspace = await at(place).catch(orClosed)
      return workspace === undefined ? undefined : readPlaceFacts(workspace.directory, place.channel)
    },
    mayRead: async (userId, place) => {
      const workspace = await at(place).catch(orClosed)
      return workspace !== undefined && mayUserRead(workspace.directory, userId, place.channel)
    },
    placeOf: (threadId) => {
      const ref = refOfThreadId(threadId)
      if (ref === undefined) return undefined
      const thread = ref.kind === "thread" ? { thread: ref.ts } : {}
      return { platform: "slack", channel: ref.channel, ...thread }
    },
    directPlace: async (userId, team) => {
      const { clients } = await workspaces.of(team)
      const opened = await call(clients.answering.conversations.open({ users: userId }), "reach somebody directly", [
        "user_not_found",
        "users_not_found",
        "user_disabled",
        "cannot_dm_bot",
        "user_not_visible",
      ])
      if (opened === undefined) return undefined
      return { platform: "slack", team, channel: Opened.parse(opened).channel.id }
    },
  }
}

/** Where the bot is no longer installed, nothing can be read. */
function orClosed(error: unknown): undefined {
  if (error instanceof AppError && error.code === "not-permitted") return undefined
  throw error
}

function toWorkspaces({ botToken, oauth, apiUrl, logger }: SlackConfig, clock: () => Date): Workspaces {
  const one: Tokens = { find: async () => botToken, teams: async () => [undefined] }
  const tokens = oauth === undefined ? one : toTokens(oauth.installations)
  return createWorkspaces(tokens, { options: optionsOf(apiUrl, logger), clock })
}

function optionsOf(apiUrl: string | undefined, logger: Logger | undefined): WebClientOptions {
  return { logger: toSdkLogger(logger), ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) }
}

async function connect({ app, http }: Connection, { listen: at, logger }: SlackConfig): Promise<void> {
  // A server of somebody else's hands requests over: nothing to open.
  if (http !== undefined && at === undefined) return
  try {
    await (at === undefined || http === undefined ? app.start() : app.start(at))
  } catch (error) {
    logger.error("Slack could not be connected")
    throw toAppError(error, "connect to Slack")
  }
}

function watchConnection({ socket }: Connection, life: { isConnected: boolean }): void {
  socket?.client.on("connected", () => (life.isConnected = true))
  for (const gone of ["reconnecting", "disconnecting", "disconnected", "close"])
    socket?.client.on(gone, () => (life.isConnected = false))
}

async function settle(inFlight: ReadonlySet<Promise<void>>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => (timer = setTimeout(resolve, STOP_MS)))
  await Promise.race([Promise.all(inFlight), limit])
  clearTimeout(timer)
}
