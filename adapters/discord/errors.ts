import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes as Code } from "discord.js"
import { z } from "zod"
import { AppError } from "../../src/index.ts"
import type { ErrorCode } from "../../src/index.ts"

interface Wording {
  readonly code: ErrorCode
  readonly why: string
  readonly hint: string
}

const GONE = "Name another channel or thread, or invite the bot again"
const ACCESS = "Give the bot View Channel and Read Message History there"

/** What Discord's own error numbers mean for us; all others go by their HTTP status. */
const WORDINGS: ReadonlyMap<number | string, Wording> = new Map<number | string, Wording>([
  [Code.UnknownChannel, { code: "source-gone", why: "there is no such channel or thread (any more)", hint: GONE }],
  [Code.UnknownGuild, { code: "source-gone", why: "the bot is not in that server", hint: GONE }],
  [Code.UnknownMessage, { code: "source-gone", why: "that message was deleted", hint: GONE }],
  [Code.MissingAccess, { code: "not-permitted", why: "the bot may not see that channel", hint: ACCESS }],
  [
    Code.MissingPermissions,
    {
      code: "not-permitted",
      why: "the bot lacks a permission there",
      hint: "Run standpoint doctor: it names the permission that is missing",
    },
  ],
  [
    Code.ThreadLocked,
    {
      code: "not-permitted",
      why: "the thread is locked",
      hint: "Unlock it, or give the bot Manage Threads",
    },
  ],
  [
    Code.InvalidActionOnArchivedThread,
    {
      code: "not-permitted",
      why: "the thread is archived",
      hint: "Write a message in it: that opens it again",
    },
  ],
])

/** The one place where Discord's failures become ours: by number and class, never by text. */
export function toAppError(error: unknown, to: string): AppError {
  if (error instanceof AppError) return error
  const cannot = `Cannot ${to}`
  if (error instanceof DiscordAPIError) {
    const known = WORDINGS.get(error.code)
    if (known !== undefined)
      return new AppError(known.code, `${cannot}: ${known.why}`, { hint: known.hint, cause: error })
  }
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return byStatus(error, cannot)
  if (error instanceof RateLimitError)
    return new AppError("rate-limited", `${cannot}: Discord asks to wait ${Math.ceil(error.retryAfter / 1000)} s`, {
      hint: "Ask again after that time",
      cause: error,
      retryAfterMs: error.retryAfter,
    })
  if (error instanceof z.ZodError)
    return new AppError("source-unreadable", `${cannot}: Discord's answer has an unknown form`, {
      hint: "Look for a newer release: Discord may have changed its API",
      cause: error,
    })
  return new AppError("platform-unreachable", `${cannot}: Discord cannot be reached`, {
    hint: "Check the network and https://discordstatus.com",
    cause: error,
  })
}

function byStatus(error: DiscordAPIError | HTTPError, cannot: string): AppError {
  if (error.status === 401)
    return new AppError("config-invalid", `${cannot}: Discord does not accept the bot token`, {
      hint: "Copy the token again from the application's Bot page into DISCORD_TOKEN",
      cause: error,
    })
  if (error.status === 403)
    return new AppError("not-permitted", `${cannot}: the bot may not`, { hint: ACCESS, cause: error })
  if (error.status === 404)
    return new AppError("source-gone", `${cannot}: it is not there (any more)`, { hint: GONE, cause: error })
  if (error.status >= 500)
    return new AppError("platform-unreachable", `${cannot}: Discord answers ${error.status}`, {
      hint: "Try again in a minute; https://discordstatus.com tells of outages",
      cause: error,
    })
  return new AppError("platform-refused", `${cannot}: Discord refuses it (${error.status})`, {
    hint: "This is a fault of ours: report it with the log",
    cause: error,
  })
}

/** Whether a failure means that an interaction's token is over (15 minutes) or was never taken up (3 s). */
export function isTokenOver(error: unknown): boolean {
  const origin = error instanceof AppError ? error.cause : error
  return (
    origin instanceof DiscordAPIError &&
    (origin.code === Code.UnknownWebhook ||
      origin.code === Code.InvalidWebhookToken ||
      origin.code === Code.UnknownInteraction)
  )
}
