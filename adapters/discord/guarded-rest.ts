import { RESTEvents } from "discord.js"
import type { REST } from "discord.js"
import { AppError } from "../../src/index.ts"
import type { DiscordRest } from "./discord-rest.ts"

// Discord bans an address for 401, 403 and 429 answers, 10,000 in 10 minutes. Our own REST and the
// Client's count apart, so each may have less than half of that.
const MAX_INVALID = 4_000
const WARNINGS = 10

/**
 * Discord's REST that falls silent before Discord would ban us: a fault of ours, or many places that
 * were closed at once, must cost the rest of ten minutes and not the whole address.
 */
export function createGuardedRest(
  rest: REST,
  {
    maxInvalid = MAX_INVALID,
    clock = () => new Date(),
  }: { readonly maxInvalid?: number; readonly clock?: () => Date } = {},
): DiscordRest {
  let silentUntil = 0
  rest.options.invalidRequestWarningInterval = Math.max(1, Math.floor(maxInvalid / WARNINGS))
  rest.on(RESTEvents.InvalidRequestWarning, ({ count, remainingTime }) => {
    if (count >= maxInvalid) silentUntil = clock().getTime() + remainingTime
  })
  const guarded =
    (send: DiscordRest["get"]): DiscordRest["get"] =>
    async (...args) => {
      const retryAfterMs = silentUntil - clock().getTime()
      if (retryAfterMs <= 0) return send(...args)
      throw new AppError("rate-limited", `Cannot ask Discord: ${maxInvalid} of our requests were refused`, {
        hint: `Wait ${Math.ceil(retryAfterMs / 1000)} s; the log says which, and doctor why`,
        retryAfterMs,
      })
    }
  return {
    get: guarded((route, options) => rest.get(route, options)),
    post: guarded((route, options) => rest.post(route, options)),
    patch: guarded((route, options) => rest.patch(route, options)),
    put: guarded((route, options) => rest.put(route, options)),
  }
}
