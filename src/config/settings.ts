import { isAbsolute } from "node:path"
import { z } from "zod"

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** Values that never appear in a message, a log or a report, and that may be given as `NAME_FILE`. */
export const SECRETS = [
  "DATABASE_URL",
  "STANDPOINT_NNTP_PASSWORD",
  "STANDPOINT_IMAP_PASSWORD",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_CLIENT_SECRET",
  "SLACK_STATE_SECRET",
  "DISCORD_TOKEN",
] as const

/** Longer waits than a week are a slip of the keyboard. */
const WEEK_SECONDS = 7 * 24 * 3600

/** Every setting, its form and its default, in one place. The messages end the sentence "Expected NAME to be …". */
export const SETTINGS = z.object({
  STANDPOINT_DATA: z.string().optional(),
  DATABASE_URL: matching(
    /^postgres(?:ql)?:\/\/\S+$/,
    "a PostgreSQL address (postgres://user@host/database)",
  ).optional(),
  STANDPOINT_HOST: matching(/^\S+$/, "a host name or an address").default("127.0.0.1"),
  STANDPOINT_PORT: wholeNumber(0, 65_535).default(8080),
  STANDPOINT_PUBLIC_URL: webAddress().optional(),
  STANDPOINT_ARCHIVES: webAddresses().default(["https://lore.kernel.org/all"]),
  STANDPOINT_MAX_MAIL_MB: wholeNumber(1, 1_000).default(25),
  STANDPOINT_MAX_THREAD_MB: wholeNumber(1, 10_000).default(50),
  STANDPOINT_MAX_MESSAGES: wholeNumber(1, 1_000_000).default(10_000),
  STANDPOINT_NNTP: matching(/^nntps?:\/\/[^\s/]+\/\S+$/, "an address like nntp://host:119/group").optional(),
  STANDPOINT_NNTP_PASSWORD: z.string().optional(),
  STANDPOINT_IMAP: matching(/^imaps?:\/\/[^\s/]+\/\S+$/, "an address like imaps://user@host/folder").optional(),
  STANDPOINT_IMAP_PASSWORD: z.string().optional(),
  STANDPOINT_MAILDIR: folders().default([]),
  SLACK_BOT_TOKEN: matching(/^(?!xapp-)\S+$/, "a bot token (it begins with xoxb-)").optional(),
  SLACK_APP_TOKEN: matching(/^(?!xox)\S+$/, "an app-level token (it begins with xapp-)").optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_STATE_SECRET: z.string().optional(),
  SLACK_API_URL: webAddress().default("https://slack.com/api/"),
  DISCORD_TOKEN: matching(/^\S+$/, "one word, the bot token of the developer portal").optional(),
  DISCORD_SHARDS: z.literal("auto").or(wholeNumber(1, 10_000)).default(1),
  DISCORD_API_URL: webAddress().default("https://discord.com/api"),
  STANDPOINT_QUIET_SECONDS: wholeNumber(0, WEEK_SECONDS).default(300),
  STANDPOINT_LATEST_SECONDS: wholeNumber(0, WEEK_SECONDS).default(1800),
  STANDPOINT_POLL_SECONDS: wholeNumber(1, WEEK_SECONDS).default(60),
  STANDPOINT_LOG: z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(", ")}` }).default("info"),
  STANDPOINT_ME: matching(/^[^\s@]+@[^\s@]+$/, "a mail address").optional(),
})
export type Settings = z.infer<typeof SETTINGS>

function matching(pattern: RegExp, form: string): z.ZodString {
  return z.string({ error: form }).regex(pattern, { error: form })
}

function wholeNumber(min: number, max: number): z.ZodPipe<z.ZodString, z.ZodTransform<number, string>> {
  const error = `a whole number from ${min} to ${max}`
  return z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .refine((text) => Number(text) >= min && Number(text) <= max, { error })
    .transform(Number)
}

function webAddress(): z.ZodString {
  const error = "an address that begins with http:// or https://"
  return z.string({ error }).refine(isWebAddress, { error })
}

function webAddresses(): z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>> {
  const error = "web addresses with commas between them"
  return z
    .string({ error })
    .refine((text) => splitList(text).length > 0 && splitList(text).every(isWebAddress), { error })
    .transform(splitList)
}

function folders(): z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>> {
  const error = "paths that begin with / with commas between them"
  return z
    .string({ error })
    .refine((text) => splitList(text).length > 0 && splitList(text).every(isAbsolute), { error })
    .transform(splitList)
}

function splitList(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text)
}
