import { pino } from "pino"
import type { LogLevel } from "../../config/settings.ts"
import type { Logger } from "../../platform/logger.ts"

/** JSON lines on stderr. Written at once: the last line before an end is the one that matters. */
export function createLogger(level: LogLevel): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  const log = pino(options, pino.destination({ dest: 2, sync: true }))
  return {
    debug: (message, fields = {}) => log.debug(fields, message),
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
  }
}

/** For commands that speak to a person: only what would otherwise be lost. */
export function createQuietLogger(): Logger {
  return createLogger("error")
}
