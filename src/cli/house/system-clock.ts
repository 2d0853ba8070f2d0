import { setTimeout as sleep } from "node:timers/promises"
import type { Clock } from "../../watch/clock.ts"

/** The machine's time. */
export const SYSTEM_CLOCK: Clock = {
  now: () => new Date(),
  wait: async (ms, signal) => {
    // Being woken early is what the signal is for.
    await sleep(ms, undefined, { signal }).catch(() => undefined)
  },
}
