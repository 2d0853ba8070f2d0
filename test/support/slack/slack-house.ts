import { aMessageEvent } from "./server/slack-payloads.ts"
import { startSlack } from "./server/slack-server.ts"
import type { FakeSlack } from "./server/slack-server.ts"
import { APP_TOKEN, BOT_TOKEN, BOT_USER, ROOT } from "./server/slack-world.ts"
import type { SlackChannel, SlackPosted } from "./server/slack-world.ts"
import { aDataFolder, removeDataFolders, serve } from "./slack-program.ts"
import type { Program } from "./slack-program.ts"

/** Ada, as what she presses or sends off names her. */
export const ADA = { user: { id: "UADA", username: "ada", name: "ada", team_id: "T0TEAM" } }

/** The built program with its store, on a Slack with one thread in #general. */
export interface SlackHouse {
  readonly slack: FakeSlack
  readonly folder: string
  readonly settings: Readonly<Record<string, string>>
  /** The one that runs now: another one after a restart. */
  program(): Program
  start(): Promise<void>
  /** Waits until it is ready again; gives the exit code of the one before. */
  restart(): Promise<number | null>
  channel(id?: string): SlackChannel
  /** What the bot has posted for everybody in a channel, as it stands now. */
  posts(id?: string): readonly string[]
  /** Somebody says something in the thread. */
  say(user: string, text: string): Promise<void>
  /** Gives the exit code of the program. */
  stop(): Promise<number | null>
}

export async function startSlackHouse(): Promise<SlackHouse> {
  const slack = await startSlack()
  const folder = await aDataFolder()
  const settings = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    STANDPOINT_QUIET_SECONDS: "1",
    STANDPOINT_LATEST_SECONDS: "2",
  }
  let program = await serve(folder, settings)
  let saidAt = 1_767_229_000
  const channel = (id = "C0GENERAL"): SlackChannel => {
    const found = slack.world.channels.get(id)
    if (found === undefined) throw new Error(`no channel ${id}`)
    return found
  }
  const start = async (): Promise<void> => {
    program = await serve(folder, settings)
  }
  await program.logged("ready")
  return {
    slack,
    folder,
    settings,
    program: () => program,
    start,
    restart: async () => {
      const code = await program.stop()
      await start()
      await program.logged("ready")
      return code
    },
    channel,
    posts: (id) =>
      channel(id)
        .messages.filter(({ user }) => user === BOT_USER)
        .map(({ blocks }) => JSON.stringify(blocks)),
    say: async (user, text) => {
      const ts = `${(saidAt += 60)}.000100`
      const said: SlackPosted = { ts, user, text, thread_ts: ROOT, type: "message" }
      channel().messages.push(said)
      await slack.send("events_api", aMessageEvent(text, { user, ts, thread_ts: ROOT }))
    },
    stop: async () => {
      const code = await program.stop()
      await slack.stop()
      await removeDataFolders()
      return code
    },
  }
}
