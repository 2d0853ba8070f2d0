import { expect, test } from "vitest"
import { createServer } from "node:http"
import type { Server } from "node:http"
import type { AddressInfo } from "node:net"
import { createSlackPlatform } from "../../../adapters/slack/index.ts"
import type { SlackConfig, SlackPlatform } from "../../../adapters/slack/index.ts"
import { createBot, createThreadReader, parseSource } from "../../../src/index.ts"
import type { Activity, Ask, Logger, Reply } from "../../../src/index.ts"
import { startSlack } from "./server/slack-server.ts"
import type { FakeSlack } from "./server/slack-server.ts"
import { APP_TOKEN, BOT_TOKEN } from "./server/slack-world.ts"

export interface LogLine {
  readonly level: keyof Logger
  readonly message: string
  readonly fields: unknown
}

export interface RunningSlackBot {
  readonly slack: FakeSlack
  readonly platform: SlackPlatform
  readonly asks: Ask[]
  readonly activities: Activity[]
  readonly log: LogLine[]
  stop(): Promise<void>
}

export interface SlackBotOptions extends Partial<SlackConfig> {
  readonly slack?: FakeSlack
  /** The house's own bot unless a test says otherwise. */
  readonly answer?: (ask: Ask) => Promise<Reply>
}

/** The real bot, by the real SDK, on a Slack of our own; in Socket Mode unless told otherwise. */
export async function startSlackBot({ slack, answer, ...config }: SlackBotOptions = {}): Promise<RunningSlackBot> {
  const fake = slack ?? (await startSlack())
  const asks: Ask[] = []
  const activities: Activity[] = []
  const log: LogLine[] = []
  const isHttp = config.signingSecret !== undefined
  const platform = createSlackPlatform({
    ...(config.oauth === undefined ? { botToken: BOT_TOKEN } : {}),
    ...(isHttp ? {} : { appToken: APP_TOKEN, pingTimeoutMs: 1_000 }),
    apiUrl: fake.apiUrl,
    logger: collectLog(log),
    ...config,
  })
  const answerIt = answer ?? houseBot(platform, collectLog(log))
  await platform.start(
    (ask) => {
      asks.push(ask)
      return answerIt(ask)
    },
    async (activity) => {
      activities.push(activity)
    },
  )
  return {
    slack: fake,
    platform,
    asks,
    activities,
    log,
    stop: async () => {
      await platform.stop()
      if (slack === undefined) await fake.stop()
    },
  }
}

export function houseBot({ source }: Pick<SlackPlatform, "source">, logger: Logger): (ask: Ask) => Promise<Reply> {
  const sources = [source]
  return createBot({
    readThread: createThreadReader({ sources, parseSource: (text) => parseSource(text, { sources, origin: "chat" }) }),
    clock: () => new Date("2026-01-02T00:00:00Z"),
    logger,
  })
}

function collectLog(log: LogLine[]): Logger {
  const at = (level: keyof Logger) => (message: string, fields?: unknown) => {
    log.push({ level, message, fields })
  }
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }
}

/** The bot's HTTP door behind a server of 127.0.0.1; its `url` takes what Slack sends. */
export async function serveSlack({
  platform,
}: Pick<RunningSlackBot, "platform">): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => platform.requestListener?.(request, response))
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events` }
}

/** A test with a bot of its own; what the fake Slack finds wrong with its calls fails it. */
export const itRuns = test.extend<{ readonly bot: RunningSlackBot }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads from the pattern that it needs no other fixture
  bot: async ({}, use) => {
    const bot = await startSlackBot()
    await use(bot)
    await bot.stop()
    expect(bot.slack.faults).toEqual([])
  },
})
