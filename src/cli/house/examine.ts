import type { Config } from "../../config/config.ts"
import { AppError } from "../../errors.ts"
import type { Finding } from "../../platform/finding.ts"

/** Looks that need an adapter; each is called only where its settings are there. */
export interface Examiners {
  readonly readConfig: () => Promise<Config>
  /** Opens the store and closes it again. */
  readonly tryStore: (config: Config) => Promise<void>
  readonly slack: (config: Config) => Promise<readonly Finding[]>
  readonly discord: (config: Config) => Promise<readonly Finding[]>
}

/** Everything that can be set up, looked at in the order in which it is needed. */
export async function examine({ readConfig, tryStore, slack, discord }: Examiners): Promise<readonly Finding[]> {
  const runtime: Finding = { subject: "Node", state: "well", text: process.versions.node }
  let config: Config
  try {
    config = await readConfig()
  } catch (error) {
    return [runtime, failed("Settings", error)]
  }
  return [
    runtime,
    { subject: "Settings", state: "well", text: "every one of them can be read" },
    await examineStore(config, tryStore),
    ...sourceFindings(config),
    ...(hasSlack(config) ? await slack(config) : [notSetUp("Slack", SLACK_STEPS)]),
    ...(config.discord.token === undefined ? [notSetUp("Discord", DISCORD_STEPS)] : await discord(config)),
  ]
}

const SLACK_STEPS =
  "Create the app at api.slack.com/apps from what standpoint slack manifest prints,\nthen set SLACK_BOT_TOKEN (xoxb-) and SLACK_APP_TOKEN (xapp-)"
const DISCORD_STEPS =
  "Create an application at discord.com/developers/applications, set DISCORD_TOKEN to its bot's token,\nthen open the link that standpoint discord invite prints"

async function examineStore(config: Config, tryStore: Examiners["tryStore"]): Promise<Finding> {
  const place = config.store.databaseUrl === undefined ? config.store.folder : "the database of DATABASE_URL"
  try {
    await tryStore(config)
    return { subject: "Store", state: "well", text: place }
  } catch (error) {
    // Whoever looks while the bot runs finds the embedded store taken, as it ought to be.
    if (error instanceof AppError && error.code === "store-locked")
      return { subject: "Store", state: "well", text: `${place}, in use: ${error.message}` }
    return failed("Store", error)
  }
}

function sourceFindings({ sources }: Config): readonly Finding[] {
  return [
    { subject: "Archives", state: "well", text: sources.archives.join(", ") },
    ...(sources.nntp === undefined ? [] : [{ subject: "News", state: "well", text: sources.nntp } as const]),
    ...(sources.imap === undefined ? [] : [imapFinding(sources)]),
  ]
}

function imapFinding({ imap = "", imapPassword }: Config["sources"]): Finding {
  if (imapPassword !== undefined) return { subject: "Mailbox", state: "well", text: imap }
  return {
    subject: "Mailbox",
    state: "missing",
    text: `${imap} has no password`,
    mend: "Set STANDPOINT_IMAP_PASSWORD, or STANDPOINT_IMAP_PASSWORD_FILE to a file that holds it",
  }
}

function hasSlack({ slack }: Config): boolean {
  return [slack.botToken, slack.appToken, slack.signingSecret, slack.clientId].some((value) => value !== undefined)
}

function notSetUp(subject: string, mend: string): Finding {
  return { subject, state: "warning", text: "not set up", mend }
}

function failed(subject: string, error: unknown): Finding {
  if (!(error instanceof AppError)) throw error
  return { subject, state: "missing", text: error.message, mend: error.hint }
}
