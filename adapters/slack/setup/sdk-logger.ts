import { LogLevel } from "@slack/bolt"
import type { Logger as SdkLogger } from "@slack/bolt"
import type { Logger } from "../../../src/index.ts"

/** The SDK's words may hold what people wrote: of its warnings only that there was one goes into our log. */
export function toSdkLogger(logger: Logger | undefined): SdkLogger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => logger?.warn("Slack's client warned"),
    error: (first: unknown) =>
      logger?.warn("Slack's client reported a failure", { kind: first instanceof Error ? first.name : "message" }),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}
