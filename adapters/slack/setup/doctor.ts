import { z } from "zod"
import { WebClient } from "@slack/web-api"
import type { WebClientOptions } from "@slack/web-api"
import type { Finding, InstallationStore } from "../../../src/index.ts"
import { slackCode, toAppError } from "../errors.ts"
import { toTokens } from "./installations.ts"
import { toSdkLogger } from "./sdk-logger.ts"
import { SCOPES } from "./scopes.ts"

export interface SlackAccess {
  readonly botToken?: string | undefined
  readonly appToken?: string | undefined
  readonly signingSecret?: string | undefined
  readonly clientId?: string | undefined
  readonly clientSecret?: string | undefined
  readonly stateSecret?: string | undefined
  readonly apiUrl?: string | undefined
}

const Identity = z.object({
  team: z.string().optional(),
  user: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
})
const Channels = z.object({
  channels: z.array(z.object({ id: z.string(), name: z.string().optional() })),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
})
// A doctor's visit asks once: whoever stands in front of the terminal repeats it.
const ONCE: WebClientOptions = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  timeout: 10_000,
  logger: toSdkLogger(undefined),
}
const PAGE = 200
// Three requests each: enough to see that something is wrong everywhere, or in one of a few.
const MAX_WORKSPACES = 20

/** What the store holds of Slack; nothing of it where the store cannot be opened. */
export interface SlackSurroundings {
  /** Channels where something is watched, and their workspaces or Grids: the bot must be in them. */
  readonly watched?: readonly { readonly team?: string | undefined; readonly channel: string }[]
  readonly installations?: InstallationStore
}

/**
 * Looks at Slack's tokens, scopes, the bot's channels and the way that events take, and says how to mend what is
 * missing; in each workspace that installed the bot, where there are many.
 */
export async function slackFindings(
  access: SlackAccess,
  { watched = [], installations }: SlackSurroundings = {},
): Promise<readonly Finding[]> {
  const { botToken, apiUrl } = access
  const options = { ...ONCE, ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) }
  const events = await eventFindings(access, options)
  if (botToken !== undefined) {
    const channels = watched.map(({ channel }) => channel)
    return [...(await workspaceFindings(new WebClient(botToken, options), "Slack", channels)), ...events]
  }
  const findings = [tokenMissing(access)]
  const tokens = installations === undefined ? undefined : toTokens(installations)
  for (const team of ((await tokens?.teams()) ?? []).slice(0, MAX_WORKSPACES)) {
    const channels = watched.filter((one) => one.team === team).map(({ channel }) => channel)
    const client = new WebClient(await tokens?.find(team), options)
    findings.push(...(await workspaceFindings(client, `Slack ${team ?? ""}`, channels)))
  }
  return [...findings, ...events]
}

async function workspaceFindings(
  client: WebClient,
  name: string,
  channels: readonly string[],
): Promise<readonly Finding[]> {
  const token = await tokenFindings(client, name)
  const isRefused = token.some(({ state }) => state === "missing")
  return isRefused ? token : [...token, ...(await channelFindings(client, name, channels))]
}

function tokenMissing({ clientId, clientSecret, stateSecret, signingSecret }: SlackAccess): Finding {
  const isComplete = [clientId, clientSecret, stateSecret, signingSecret].every((value) => value !== undefined)
  if (isComplete) return well("Slack", "token", "each workspace that installs the bot brings its own")
  return {
    subject: "Slack: token",
    state: "missing",
    text: "SLACK_BOT_TOKEN is not set",
    mend: "Create the app at api.slack.com/apps from what standpoint slack manifest prints, install it, and set the token that begins with xoxb-",
  }
}

async function tokenFindings(client: WebClient, name: string): Promise<readonly Finding[]> {
  try {
    const { team, user, response_metadata: metadata } = Identity.parse(await client.auth.test())
    const known = well(name, "token", `the bot is ${user ?? "known"} in ${team ?? "its workspace"}`)
    const granted = metadata?.scopes
    const unknown: Finding = {
      subject: `${name}: scopes`,
      state: "warning",
      text: "Slack does not say which were granted",
    }
    return granted === undefined ? [known, unknown] : [known, ...scopeFindings(granted, name)]
  } catch (error) {
    const { message, hint } = toAppError(error, "log in to Slack")
    const mend = hint ?? "Set SLACK_BOT_TOKEN to the token of the installed app"
    return [{ subject: `${name}: token`, state: "missing", text: message, mend }]
  }
}

function scopeFindings(granted: readonly string[], name: string): readonly Finding[] {
  const missing = SCOPES.filter(({ scope }) => !granted.includes(scope))
  if (missing.length === 0) return [well(name, "scopes", `all ${SCOPES.length} are granted`)]
  return missing.map(({ scope, why }) => ({
    subject: `${name}: scope ${scope}`,
    state: "missing",
    text: `not granted; it is for ${why}`,
    mend: "Add it under OAuth & Permissions, or take over what standpoint slack manifest prints, and install the app again",
  }))
}

async function channelFindings(
  client: WebClient,
  name: string,
  watched: readonly string[],
): Promise<readonly Finding[]> {
  const joined = await readChannels(client).catch((error: unknown) => slackCode(error) ?? "no answer")
  if (typeof joined === "string")
    return [{ subject: `${name}: channels`, state: "warning", text: `they cannot be listed: Slack says ${joined}` }]
  // A direct message is nobody's channel: it stands as long as the account does.
  const channels = new Set(watched.filter((channel) => !channel.startsWith("D")))
  const absent = [...channels].filter((channel) => !joined.includes(channel))
  const findings = absent.map((channel): Finding => ({
    subject: `${name}: channel ${channel}`,
    state: "missing",
    text: "the bot is not in it, and something is watched there",
    mend: "Invite it there: /invite @Standpoint",
  }))
  if (joined.length > 0) return [well(name, "channels", `the bot is in ${joined.length}`), ...findings]
  const mend = "Invite it where it is to answer: /invite @Standpoint"
  return [{ subject: `${name}: channels`, state: "warning", text: "the bot is in none", mend }, ...findings]
}

async function readChannels(client: WebClient): Promise<readonly string[]> {
  const ids: string[] = []
  for (let cursor: string | undefined = ""; cursor !== undefined;) {
    const page = { types: "public_channel,private_channel", exclude_archived: true, limit: PAGE }
    const answer = await client.users.conversations(cursor === "" ? page : { ...page, cursor })
    const { channels, response_metadata: metadata } = Channels.parse(answer)
    ids.push(...channels.map(({ id }) => id))
    cursor = metadata?.next_cursor === "" ? undefined : metadata?.next_cursor
  }
  return ids
}

/** Events reach us over a connection that the app's token opens, or by calls that Slack signs. */
async function eventFindings(
  { appToken, signingSecret }: SlackAccess,
  options: WebClientOptions,
): Promise<readonly Finding[]> {
  if (signingSecret !== undefined)
    return [
      {
        subject: "Slack: events",
        state: "warning",
        text: "over HTTP: whether Slack reaches us cannot be seen from here",
        mend: "On the app's page, Event Subscriptions must say Verified beside …/slack/events",
      },
    ]
  const mend =
    "Turn Socket Mode on, make an app-level token with connections:write and set it as SLACK_APP_TOKEN (xapp-…)"
  if (appToken === undefined)
    return [{ subject: "Slack: events", state: "missing", text: "SLACK_APP_TOKEN is not set: no event comes in", mend }]
  try {
    await new WebClient(appToken, options).apps.connections.open()
    return [well("Slack", "events", "over Socket Mode, and Slack opens connections for the app")]
  } catch (error) {
    const text = `Socket Mode cannot be used: Slack says ${slackCode(error) ?? "nothing"}`
    return [{ subject: "Slack: events", state: "missing", text, mend }]
  }
}

function well(name: string, what: string, text: string): Finding {
  return { subject: `${name}: ${what}`, state: "well", text }
}
