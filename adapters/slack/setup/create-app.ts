import { App, HTTPReceiver, SocketModeReceiver } from "@slack/bolt"
import type {
  AuthorizeResult,
  InstallationStore as BoltInstallationStore,
  Logger as BoltLogger,
  Receiver,
} from "@slack/bolt"
import type { Self } from "../place/directory.ts"
import { AppError } from "../../../src/index.ts"
import type { InstallationStore, Logger } from "../../../src/index.ts"
import { toBoltInstallations } from "./installations.ts"
import { toSdkLogger } from "./sdk-logger.ts"
import { BOT_SCOPES } from "./scopes.ts"

export interface SlackConfig {
  /** One workspace: the bot's token, `xoxb-…`. */
  readonly botToken?: string | undefined
  /** Socket Mode: the app's token, `xapp-…`. */
  readonly appToken?: string | undefined
  /** HTTP instead of Socket Mode. */
  readonly signingSecret?: string | undefined
  /** HTTP for many workspaces. */
  readonly oauth?: OAuth | undefined
  /** Where our own server listens in HTTP mode; absent where `requestListener` is part of another server. */
  readonly listen?: { readonly host: string; readonly port: number } | undefined
  /** Base of the Web API. */
  readonly apiUrl?: string | undefined
  readonly logger: Logger
  readonly clock?: () => Date
  /** After this long somebody who waits for an answer is told that we are at it. */
  readonly patienceMs?: number
  /** How long Socket Mode waits for a sign of life before it connects anew. */
  readonly pingTimeoutMs?: number
}

export interface OAuth {
  readonly clientId: string
  readonly clientSecret: string
  readonly stateSecret: string
  readonly installations: InstallationStore
  /** How our addresses begin, where Slack must be told (`https://bot.example.org`). */
  readonly publicUrl?: string | undefined
}

/** Settings as they are read: all of them, or none, make a bot for many workspaces. */
export interface OAuthSettings {
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly stateSecret?: string | undefined
  readonly publicUrl?: string | undefined
  readonly installations?: InstallationStore | undefined
}

/** What many workspaces need; undefined where none of it is set. */
export function toOAuth(settings: OAuthSettings): OAuth | undefined {
  const { clientId, clientSecret, stateSecret, installations, publicUrl } = settings
  if ([clientId, clientSecret, stateSecret].every((value) => value === undefined)) return undefined
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined || installations === undefined)
    throw new AppError("config-invalid", "Cannot serve many Slack workspaces: not all of its settings are there", {
      hint: "Set SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET and SLACK_SIGNING_SECRET together",
    })
  return { clientId, clientSecret, stateSecret, installations, publicUrl }
}

export interface Connection {
  readonly app: App
  readonly http: HTTPReceiver | undefined
  readonly socket: SocketModeReceiver | undefined
}

/**
 * The SDK's App in the mode that the configuration asks for. `self` says who the bot is where one token is set: given
 * the token, the SDK would ask on its own and let a failure end the process.
 */
export function createApp(config: SlackConfig, self: () => Promise<Self>): Connection {
  const logger = toSdkLogger(config.logger)
  const clientOptions = config.apiUrl === undefined ? {} : { slackApiUrl: config.apiUrl }
  const http = createHttpReceiver(config, { logger, clientOptions })
  const socket = http === undefined ? createSocketReceiver(config, { logger, clientOptions }) : undefined
  const receiver: Receiver | undefined = http ?? socket
  const hasToken = config.botToken !== undefined || (config.oauth !== undefined && http !== undefined)
  if (receiver === undefined || !hasToken)
    throw new AppError("config-invalid", "Cannot connect to Slack: not all of its settings are there", {
      hint: "For Socket Mode set SLACK_BOT_TOKEN and SLACK_APP_TOKEN; for HTTP set SLACK_SIGNING_SECRET and a bot token, or the three SLACK_CLIENT_… and SLACK_STATE_SECRET settings",
    })
  const { oauth, botToken } = config
  const authorize = async (): Promise<AuthorizeResult> => {
    const { user_id: botUserId, bot_id: botId, team_id: teamId } = await self()
    return { botToken: botToken ?? "", botUserId, teamId, ...(botId === undefined ? {} : { botId }) }
  }
  const one = oauth === undefined ? { authorize } : {}
  return { app: new App({ receiver, logger, clientOptions, convoStore: false, ...one }), http, socket }
}

interface Shared {
  readonly logger: BoltLogger
  readonly clientOptions: { readonly slackApiUrl?: string }
}

function createSocketReceiver(
  { appToken, pingTimeoutMs }: SlackConfig,
  { logger, clientOptions }: Shared,
): SocketModeReceiver | undefined {
  if (appToken === undefined) return undefined
  return new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions },
    ...(pingTimeoutMs === undefined ? {} : { clientPingTimeout: pingTimeoutMs }),
  })
}

function createHttpReceiver(
  { signingSecret, oauth }: SlackConfig,
  { logger, clientOptions }: Shared,
): HTTPReceiver | undefined {
  if (signingSecret === undefined) return undefined
  const endpoints = "/slack/events"
  if (oauth === undefined) return new HTTPReceiver({ signingSecret, endpoints, logger })
  const { clientId, clientSecret, stateSecret, publicUrl } = oauth
  const installationStore: BoltInstallationStore = toBoltInstallations(oauth.installations)
  const redirectUriPath = "/slack/oauth_redirect"
  return new HTTPReceiver({
    signingSecret,
    endpoints,
    logger,
    clientId,
    clientSecret,
    stateSecret,
    installationStore,
    scopes: [...BOT_SCOPES],
    installerOptions: { clientOptions, installPath: "/slack/install", redirectUriPath, directInstall: true },
    ...(publicUrl === undefined ? {} : { redirectUri: new URL(redirectUriPath, publicUrl).href }),
  })
}
