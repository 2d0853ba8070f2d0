import { setTimeout as sleep } from "node:timers/promises"
import type { Bot } from "../../bot/bot.ts"
import { AppError } from "../../errors.ts"
import type { Logger } from "../../platform/logger.ts"
import type { Activity, Platform } from "../../platform/platform.ts"

/** Something that runs beside the platforms: the watches, the outbox. */
export interface Service {
  readonly name: string
  start(): Promise<void>
  stop(): Promise<void>
}

export interface ServeParts {
  readonly platforms: readonly Platform[]
  readonly services: readonly Service[]
  readonly answer: Bot
  readonly notice: (activity: Activity) => Promise<void>
  readonly logger: Logger
  /** Aborted when the program is asked to end. */
  readonly signal: AbortSignal
  /** Of the web server, for the log. */
  readonly url: string
}

// A platform that is down for a minute at our start is not worth a crash; one that is down for longer is asked less often.
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000

/**
 * Runs platforms and services until it is told to stop, and then stops them all.
 *
 * A refused token ends it; a platform that does not answer yet is tried again, and `/healthz` says so.
 */
export async function serve({ platforms, services, answer, notice, logger, signal, url }: ServeParts): Promise<void> {
  try {
    await Promise.all(platforms.map((platform) => connect(platform, { answer, notice, logger, signal })))
    if (!signal.aborted) {
      for (const service of services) await service.start()
      if (platforms.length === 0) logger.warn("No platform has a token")
      logger.info("ready", { platforms: platforms.map(({ name }) => name).join(","), url })
      await untilAborted(signal)
    }
  } finally {
    logger.info("stopping")
    await stopAll([...services, ...platforms], logger)
  }
}

async function connect(
  platform: Platform,
  { answer, notice, logger, signal }: Pick<ServeParts, "answer" | "notice" | "logger" | "signal">,
): Promise<void> {
  let waitMs = FIRST_RETRY_MS
  while (!signal.aborted) {
    try {
      await platform.start(answer, notice)
      logger.info("Platform connected", { platform: platform.name })
      return
    } catch (error) {
      if (!(error instanceof AppError) || !isPassing(error)) throw error
      logger.warn("A platform did not answer; trying again", { platform: platform.name, code: error.code, waitMs })
      await sleep(error.retryAfterMs ?? waitMs, undefined, { signal }).catch(() => undefined)
      waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)
    }
  }
}

function isPassing({ code }: AppError): boolean {
  return code === "platform-unreachable" || code === "rate-limited"
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))
}

/** One that cannot stop does not keep the others from it. */
async function stopAll(parts: readonly Pick<Service, "name" | "stop">[], logger: Logger): Promise<void> {
  await Promise.all(
    parts.map((part) =>
      part.stop().catch((error: unknown) => {
        logger.error("A part did not stop cleanly", { part: part.name, kind: error instanceof Error ? error.name : "" })
      }),
    ),
  )
}
