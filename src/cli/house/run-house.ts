import type { Bot } from "../../bot/bot.ts"
import { createBot } from "../../bot/bot.ts"
import { createCoolDown } from "../../bot/cool-down.ts"
import type { Config } from "../../config/config.ts"
import { AppError } from "../../errors.ts"
import type { Feed } from "../../platform/feed.ts"
import type { Logger } from "../../platform/logger.ts"
import type { Platform } from "../../platform/platform.ts"
import type { ThreadSource } from "../../platform/sources/thread-source.ts"
import type { Store } from "../../store/store.ts"
import type { Bell } from "../../watch/bell.ts"
import { createWatcher } from "../../watch/watcher.ts"
import { DEFAULT_WATCH_SETTINGS } from "../../watch/watcher-parts.ts"
import { createReader, newId, processName } from "./bot-parts.ts"
import type { Metrics } from "./metrics.ts"
import { serve } from "./serve.ts"
import { SYSTEM_CLOCK } from "./system-clock.ts"

export interface OpenPort {
  readonly url: string
  close(): Promise<void>
}

export interface HouseParts {
  readonly config: Config
  readonly store: Store
  readonly platforms: readonly Platform[]
  readonly sources: readonly ThreadSource[]
  readonly feeds: readonly Feed[]
  /** Rings where a source tells by itself that something came. */
  readonly bell: Bell
  /** Opens the port of the program; `findProblems` says what does not work at a moment. */
  readonly openPort: (findProblems: () => Promise<readonly string[]>) => Promise<OpenPort>
  /** Lets the terminal in while this process holds the store. */
  readonly openDoor: (bot: Bot) => Promise<() => Promise<void>>
  readonly metrics: Metrics
  readonly logger: Logger
  readonly signal: AbortSignal
}

// Reading a thread of a thousand mails costs a second and the archive's patience; nobody needs more by hand.
const ASKS_PER_PERSON = { asks: 10, windowMs: 60_000 } as const

/** Puts the parts together, opens the port, and runs until it is told to stop. */
export async function runHouse(parts: HouseParts): Promise<void> {
  const { config, store, platforms, sources, feeds, metrics, logger, signal } = parts
  const watcher = createWatcher({
    store,
    sources,
    feeds,
    platforms,
    clock: SYSTEM_CLOCK,
    newId,
    owner: processName(),
    logger,
    meters: metrics.meters,
    settings: {
      ...DEFAULT_WATCH_SETTINGS,
      quietMs: config.watch.quietSeconds * 1000,
      latestMs: config.watch.latestSeconds * 1000,
      pollMs: config.watch.pollSeconds * 1000,
    },
  })
  parts.bell.answer((source) => {
    watcher.noticeNews(source).catch((error: unknown) => {
      logger.error("The watch could not work", { kind: error instanceof Error ? error.name : "unknown" })
    })
  })
  const answer = createBot({
    readThread: createReader(sources),
    clock: () => SYSTEM_CLOCK.now(),
    logger,
    coolDown: createCoolDown(ASKS_PER_PERSON),
    desk: { store, sources, feeds, platforms, newId, wake: () => watcher.wake() },
  })
  const port = await parts.openPort(() => findProblems(parts))
  const closeDoor = await parts.openDoor(answer)
  try {
    await serve({
      platforms,
      services: [{ name: "watch", start: () => watcher.start(), stop: () => watcher.stop() }],
      answer,
      notice: (activity) => watcher.notice(activity),
      logger,
      signal,
      url: port.url,
    })
  } finally {
    await closeDoor()
    await port.close()
  }
}

async function findProblems({ platforms, store }: HouseParts): Promise<readonly string[]> {
  const problems = platforms.filter((one) => !one.isConnected()).map(({ name }) => `${name}: not connected`)
  try {
    await store.ping()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    problems.push(`store: ${error.message}`)
  }
  return problems
}
