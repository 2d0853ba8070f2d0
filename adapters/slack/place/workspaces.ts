import { WebClient } from "@slack/web-api"
import type { WebClientOptions } from "@slack/web-api"
import { AppError } from "../../../src/index.ts"
import type { SlackClient, SlackClients } from "../slack-client.ts"
import { createDirectory } from "./directory.ts"
import type { Directory } from "./directory.ts"

/** One workspace that the bot is installed in. */
export interface Workspace {
  readonly clients: SlackClients
  readonly directory: Directory
}

/** The workspaces that the bot is installed in. */
export interface Workspaces {
  of(team: string | undefined): Promise<Workspace>
  /** The one that a channel is in: as learned from what people asked there, else by asking each. */
  ofChannel(channel: string): Promise<Workspace>
  /** Where a channel was heard of. */
  learn(channel: string, team: string | undefined): void
  forget(team: string): void
}

/** Tokens by workspace: one that is set, or those of the installations. */
export interface Tokens {
  /** The bot's token; undefined where it is not installed. */
  find(team: string | undefined): Promise<string | undefined>
  teams(): Promise<readonly (string | undefined)[]>
}

// Reading waits for Slack as long as it asks. A person waits for an answer half a minute, not half an hour.
const READING: WebClientOptions = { retryConfig: { retries: 12, factor: 2, minTimeout: 200, maxTimeout: 10_000 } }
const ANSWERING: WebClientOptions = {
  retryConfig: { retries: 3, factor: 2, minTimeout: 200, maxTimeout: 5_000 },
  timeout: 20_000,
}
const POSTING: WebClientOptions = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 20_000 }
// Channels heard of; beyond this the oldest are asked for again.
const MAX_CHANNELS = 50_000

export function createWorkspaces(
  tokens: Tokens,
  { options, clock }: { readonly options: WebClientOptions; readonly clock: () => Date },
): Workspaces {
  // One workspace is one token, by whatever name it is asked for: where one is set, a thread's id names no team.
  const byToken = new Map<string, Workspace>()
  const tokenByTeam = new Map<string | undefined, string>()
  const teamByChannel = new Map<string, string | undefined>()
  const drop = (team: string | undefined): void => {
    const token = tokenByTeam.get(team)
    tokenByTeam.delete(team)
    if (token !== undefined) byToken.delete(token)
  }
  const of = async (team: string | undefined): Promise<Workspace> => {
    const token = await tokens.find(team)
    if (token === undefined)
      throw new AppError("not-permitted", `Cannot reach the Slack workspace "${team ?? ""}": not installed there`, {
        hint: "Install the bot there from the page /slack/install",
      })
    // A new installation brings a new token.
    if (tokenByTeam.get(team) !== token) drop(team)
    tokenByTeam.set(team, token)
    const workspace = byToken.get(token) ?? createWorkspace(token, options, clock)
    byToken.set(token, workspace)
    return workspace
  }
  return {
    of,
    ofChannel: async (channel) => {
      if (teamByChannel.has(channel)) return of(teamByChannel.get(channel))
      const teams = await tokens.teams()
      if (teams.length === 1) return of(teams[0])
      for (const team of teams) {
        const workspace = await of(team)
        if ((await workspace.directory.channel(channel)) !== undefined) {
          teamByChannel.set(channel, team)
          return workspace
        }
      }
      throw new AppError("not-permitted", `Cannot read slack:${channel}: the bot is in no workspace with that channel`)
    },
    learn: (channel, team) => {
      const oldest = teamByChannel.keys().next().value
      if (teamByChannel.size >= MAX_CHANNELS && oldest !== undefined) teamByChannel.delete(oldest)
      teamByChannel.set(channel, team)
    },
    forget: (team) => {
      drop(team)
      for (const [channel, of] of teamByChannel) if (of === team) teamByChannel.delete(channel)
    },
  }
}

function createWorkspace(token: string, options: WebClientOptions, clock: () => Date): Workspace {
  const reading: SlackClient = new WebClient(token, { ...options, ...READING })
  const answering: SlackClient = new WebClient(token, { ...options, ...ANSWERING })
  const posting: SlackClient = new WebClient(token, { ...options, ...POSTING })
  return { clients: { reading, answering, posting }, directory: createDirectory(answering, clock) }
}
