import type { Logger } from "../../platform/logger.ts"

/** What is in flight gets this long to end after SIGTERM; platforms and process managers give ten seconds. */
const STOP_DEADLINE_MS = 9_000

/** Aborted by SIGTERM and SIGINT; whatever has not ended by the deadline is ended then. */
export function stopSignal(logger: Logger): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => {
    controller.abort()
    const deadline = setTimeout(() => {
      logger.warn("Stopped before everything had ended")
      process.exit(0)
    }, STOP_DEADLINE_MS)
    deadline.unref()
  }
  process.once("SIGTERM", stop).once("SIGINT", stop)
  return controller.signal
}
