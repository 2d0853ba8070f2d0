import { z } from "zod"
import { WebClient } from "@slack/web-api"
import type { WebClientOptions } from "@slack/web-api"
import { slackCode, toAppError } from "../errors.ts"
import { BOT_SCOPES, SCOPES } from "./scopes.ts"

/** One thing that was looked at, and how to mend it where it is not well. */
export interface Finding {
  readonly isWell: boolean
  readonly text: string
  readonly hint?: string | undefined
}

export interface DoctorConfig {
  readonly botToken?: string | undefined
  readonly appToken?: string | undefined
  readonly signingSecret?: string | undefined
  readonly apiUrl?: string | undefined
}

const Identity = z.object({
  team: z.string().optional(),
  user: z.string().optional(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
})
const Channels = z.object({ channels: z.array(z.object({ id: z.string(), is_archived: z.boolean().optional() })) })
// A doctor's visit asks once: whoever stands in front of the terminal repeats it.
const ONCE: WebClientOptions = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 10_000 }

/** Looks at tokens, scopes, membership and events, and says what is missing and how to add it. */
export async function checkSlack({
  botToken,
  appToken,
  signingSecret,
  apiUrl,
}: DoctorConfig): Promise<readonly Finding[]> {
  const options = { ...ONCE, ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }) }
  if (botToken === undefined) return [noToken(signingSecret)]
  const client = new WebClient(botToken, options)
  const identity = await checkToken(client)
  return [
    ...identity,
    ...(identity.some(({ isWell }) => !isWell) ? [] : await checkMembership(client)),
    ...(signingSecret === undefined ? [await checkAppToken(appToken, options)] : []),
  ]
}

function noToken(signingSecret: string | undefined): Finding {
  if (signingSecret !== undefined)
    return { isWell: true, text: "Slack over HTTP for many workspaces: tokens come with each installation" }
  return {
    isWell: false,
    text: "SLACK_BOT_TOKEN is not set",
    hint: "Create the app from what standpoint slack manifest prints, install it, and set the token that begins with xoxb-",
  }
}

async function checkToken(client: WebClient): Promise<readonly Finding[]> {
  try {
    const { team, user, response_metadata: metadata } = Identity.parse(await client.auth.test())
    const known: Finding = { isWell: true, text: `Slack knows the bot as "${user ?? ""}" in "${team ?? ""}"` }
    const granted = metadata?.scopes
    if (granted === undefined) return [known, { isWell: true, text: "Slack did not say which scopes the token has" }]
    return [known, ...missingScopes(granted)]
  } catch (error) {
    const { message, hint } = toAppError(error, "log in to Slack")
    return [{ isWell: false, text: message, hint: hint ?? "Set SLACK_BOT_TOKEN to the token of the installed app" }]
  }
}

function missingScopes(granted: readonly string[]): readonly Finding[] {
  const missing = SCOPES.filter(({ scope }) => !granted.includes(scope))
  if (missing.length === 0) return [{ isWell: true, text: `All ${BOT_SCOPES.length} scopes are granted` }]
  return missing.map(({ scope, why }) => ({
    isWell: false,
    text: `The scope ${scope} is missing: ${why}`,
    hint: "Add it under OAuth & Permissions, or take over what standpoint slack manifest prints, and install the app again",
  }))
}

async function checkMembership(client: WebClient): Promise<readonly Finding[]> {
  try {
    const found = Channels.parse(
      await client.users.conversations({ types: "public_channel,private_channel", exclude_archived: true, limit: 200 }),
    )
    const count = found.channels.length
    if (count > 0) return [{ isWell: true, text: `The bot is in ${count} channel${count === 1 ? "" : "s"}` }]
    return [
      { isWell: false, text: "The bot is in no channel", hint: "Invite it where it is to answer: /invite @Standpoint" },
    ]
  } catch (error) {
    const code = slackCode(error) ?? "no answer"
    return [{ isWell: false, text: `The bot's channels cannot be listed: Slack says ${code}` }]
  }
}

/** Events reach us in Socket Mode by a connection that the app's token opens. */
async function checkAppToken(appToken: string | undefined, options: WebClientOptions): Promise<Finding> {
  if (appToken === undefined)
    return {
      isWell: false,
      text: "SLACK_APP_TOKEN is not set, so no event reaches the bot",
      hint: "Make an app-level token with connections:write under Basic Information, or set SLACK_SIGNING_SECRET for HTTP",
    }
  try {
    await new WebClient(appToken, options).apps.connections.open()
    return { isWell: true, text: "Socket Mode is on, and Slack opens connections for the app" }
  } catch (error) {
    return {
      isWell: false,
      text: `Socket Mode cannot be used: Slack says ${slackCode(error) ?? "nothing"}`,
      hint: "Turn Socket Mode on under Settings, and set SLACK_APP_TOKEN to a token with connections:write (xapp-…)",
    }
  }
}
