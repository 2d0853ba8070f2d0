import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api"
import { AppError } from "../../src/index.ts"
import type { ErrorCode } from "../../src/index.ts"

interface Meaning {
  readonly code: ErrorCode
  readonly why: string
  readonly hint?: string
}

const NOT_IN_CHANNEL: Meaning = {
  code: "not-permitted",
  why: "the bot is not in that channel",
  hint: "Invite it there with /invite @Standpoint and ask again",
}
const GONE_CHANNEL: Meaning = {
  code: "not-permitted",
  why: "that channel is gone, or closed to the bot",
  hint: "In a private channel, invite it with /invite @Standpoint and ask again",
}
const BAD_TOKEN: Meaning = {
  code: "config-invalid",
  why: "Slack no longer takes the bot's token",
  hint: "Somebody who administers the bot installs it again, and sets SLACK_BOT_TOKEN where one is set; standpoint doctor says more",
}

// Slack's own codes, from the pages of the methods that we call.
const MEANINGS: Readonly<Record<string, Meaning>> = {
  not_in_channel: NOT_IN_CHANNEL,
  user_not_in_channel: { code: "not-permitted", why: "whoever asked is not in that channel" },
  channel_not_found: GONE_CHANNEL,
  is_inactive: { code: "platform-refused", why: "that channel is archived or deleted" },
  is_archived: { code: "platform-refused", why: "that channel is archived", hint: "Unarchive it, or watch elsewhere" },
  thread_not_found: { code: "thread-not-found", why: "there is no such thread" },
  message_not_found: { code: "thread-not-found", why: "there is no such message" },
  invalid_ts_latest: { code: "thread-not-found", why: "there is no such message" },
  user_not_found: { code: "not-permitted", why: "that account is gone" },
  user_disabled: { code: "not-permitted", why: "that account is deactivated" },
  users_not_found: { code: "not-permitted", why: "that account is gone" },
  cannot_dm_bot: { code: "not-permitted", why: "that account is a bot" },
  invalid_auth: BAD_TOKEN,
  not_authed: BAD_TOKEN,
  account_inactive: BAD_TOKEN,
  token_revoked: BAD_TOKEN,
  token_expired: BAD_TOKEN,
  missing_scope: {
    code: "config-invalid",
    why: "the bot lacks a permission (scope)",
    hint: "Compare the app's scopes with standpoint slack manifest and install it again; standpoint doctor names it",
  },
  restricted_action: { code: "not-permitted", why: "this workspace lets only some people post there" },
  msg_too_long: { code: "limit-reached", why: "it is too long for Slack" },
  msg_blocks_too_long: { code: "limit-reached", why: "it is too long for Slack" },
  cant_update_message: { code: "platform-refused", why: "that message is not the bot's" },
  edit_window_closed: { code: "platform-refused", why: "this workspace lets no message of that age be edited" },
  expired_trigger_id: { code: "platform-refused", why: "Slack waited three seconds and no longer", hint: "Try again" },
  ratelimited: { code: "rate-limited", why: "Slack asks to wait" },
  internal_error: { code: "platform-unreachable", why: "Slack has trouble of its own" },
  fatal_error: { code: "platform-unreachable", why: "Slack has trouble of its own" },
  service_unavailable: { code: "platform-unreachable", why: "Slack has trouble of its own" },
  request_timeout: { code: "platform-unreachable", why: "Slack did not answer in time" },
}

/** The SDK's failure in our words, told by class and code. `task` as in "post to slack:C024". */
export function toAppError(error: unknown, task: string): AppError {
  if (error instanceof AppError) return error
  if (error instanceof WebAPIPlatformError) return meaningOf(error, task)
  if (error instanceof WebAPIRateLimitedError) {
    const retryAfterMs = error.retryAfter * 1_000
    const hint = `Try again in ${error.retryAfter} s`
    return new AppError("rate-limited", `Cannot ${task}: Slack asks to wait`, { cause: error, retryAfterMs, hint })
  }
  const isOurs = error instanceof WebAPIHTTPError || error instanceof WebAPIRequestError || isNetwork(error)
  if (!isOurs && error instanceof Error) throw error
  return new AppError("platform-unreachable", `Cannot ${task}: Slack does not answer`, {
    cause: error,
    hint: "Try again in a minute; status.slack.com says whether Slack is well",
  })
}

/** Slack's code of a refusal: `not_in_channel`, … */
export function slackCode(error: unknown): string | undefined {
  const cause = error instanceof AppError ? error.cause : error
  return cause instanceof WebAPIPlatformError ? cause.data.error : undefined
}

function meaningOf(error: WebAPIPlatformError, task: string): AppError {
  const code = error.data.error
  const { why, hint, code: ours } = MEANINGS[code] ?? { code: "platform-refused", why: `Slack says ${code}` }
  return new AppError(ours, `Cannot ${task}: ${why}`, { cause: error, ...(hint === undefined ? {} : { hint }) })
}

// fetch gives a TypeError whose cause has a system's code where there is no connection.
function isNetwork(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error
}
