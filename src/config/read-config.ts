import { existsSync, readFileSync } from "node:fs"
import { homedir } from "node:os"
import { join } from "node:path"
import { parse } from "yaml"
import { z } from "zod"
import { AppError } from "../errors.ts"
import type { Config } from "./config.ts"
import type { Settings } from "./settings.ts"
import { SECRETS, SETTINGS } from "./settings.ts"

const MEGABYTE = 1024 * 1024

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Where `standpoint.yaml` is looked for. */
  readonly folder: string
  readonly platform: NodeJS.Platform
}

type RawSettings = Readonly<Record<string, string>>

const SECRET_NAMES: ReadonlySet<string> = new Set(SECRETS)
const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...Object.keys(SETTINGS.shape),
  ...SECRETS.map((name) => `${name}_FILE`),
])

/** The settings of environment and file, all of them checked: whoever has three wrong is told of three. */
export function readConfig(surroundings: Surroundings): Config {
  const problems: string[] = []
  const raw = readSecretFiles({ ...readYaml(surroundings, problems), ...readEnv(surroundings) }, problems)
  const issues = SETTINGS.safeParse(raw).error?.issues ?? []
  problems.push(...issues.map((issue) => describeIssue(issue, raw)))
  // What is wrong by itself is left out, so that what is left can still be looked at together.
  const settings = SETTINGS.parse(without(raw, new Set(issues.map(({ path }) => String(path[0])))))
  problems.push(...findContradictions(settings))
  if (problems.length > 0) throw invalid([...new Set(problems)])
  return freeze(toConfig(settings, surroundings))
}

function without(raw: RawSettings, names: ReadonlySet<string>): RawSettings {
  return Object.fromEntries(Object.entries(raw).filter(([name]) => !names.has(name)))
}

function readEnv({ env }: Surroundings): RawSettings {
  const entries = Object.entries(env).flatMap(([name, value]): [string, string][] => {
    // Unit files and compose files pass on names that nobody set: an empty value is none.
    return KNOWN_NAMES.has(name) && value !== undefined && value !== "" ? [[name, value]] : []
  })
  return Object.fromEntries(entries)
}

function readYaml({ env, folder }: Surroundings, problems: string[]): RawSettings {
  const named = env["STANDPOINT_CONFIG"]
  const path = named ?? join(folder, "standpoint.yaml")
  if (named === undefined && !existsSync(path)) return {}
  let content: unknown
  try {
    content = parse(readFileSync(path, "utf8")) ?? {}
  } catch (cause) {
    problems.push(
      `Cannot read settings from "${path}": ${cause instanceof Error ? firstLine(cause.message) : "unknown"}`,
    )
    return {}
  }
  const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String)
  const table = z.record(z.string(), z.union([scalar, z.array(scalar).transform((values) => values.join(","))]))
  const parsed = table.safeParse(content)
  if (!parsed.success) {
    problems.push(`Expected "${path}" to hold lines of the form NAME: value`)
    return {}
  }
  for (const name of Object.keys(parsed.data))
    if (!KNOWN_NAMES.has(name)) problems.push(`Expected a known setting in "${path}" but found "${name}"`)
  return parsed.data
}

/** `NAME_FILE` names a file that holds the secret, as container platforms hand them out. */
function readSecretFiles(raw: RawSettings, problems: string[]): RawSettings {
  const settings: Record<string, string> = { ...raw }
  for (const name of SECRETS) {
    const path = raw[`${name}_FILE`]
    if (path === undefined) continue
    if (raw[name] !== undefined) problems.push(`Expected ${name} or ${name}_FILE but found both`)
    try {
      settings[name] = readFileSync(path, "utf8").trim()
    } catch {
      problems.push(`Cannot read ${name} from "${path}": no readable file there`)
    }
  }
  return settings
}

function describeIssue(issue: z.core.$ZodIssue, raw: RawSettings): string {
  const name = String(issue.path[0])
  const form = issue.code === "invalid_union" ? "a whole number or auto" : issue.message
  const found = SECRET_NAMES.has(name) ? "something else" : `"${raw[name] ?? ""}"`
  return `Expected ${name} to be ${form} but found ${found}`
}

/** Settings that are right alone and wrong together. */
function findContradictions(settings: Settings): readonly string[] {
  const problems: string[] = []
  if (settings.STANDPOINT_LATEST_SECONDS < settings.STANDPOINT_QUIET_SECONDS)
    problems.push(
      `Expected STANDPOINT_LATEST_SECONDS to be at least STANDPOINT_QUIET_SECONDS (${settings.STANDPOINT_QUIET_SECONDS}) but found "${settings.STANDPOINT_LATEST_SECONDS}"`,
    )
  return [...problems, ...slackContradictions(settings)]
}

function slackContradictions(settings: Settings): readonly string[] {
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } = settings
  const problems: string[] = []
  if (SLACK_APP_TOKEN !== undefined && SLACK_BOT_TOKEN === undefined)
    problems.push("Expected SLACK_BOT_TOKEN beside SLACK_APP_TOKEN but found none")
  if ((SLACK_CLIENT_ID === undefined) !== (SLACK_CLIENT_SECRET === undefined))
    problems.push("Expected SLACK_CLIENT_ID and SLACK_CLIENT_SECRET together but found one of them")
  if (SLACK_CLIENT_ID !== undefined && settings.SLACK_STATE_SECRET === undefined)
    problems.push("Expected SLACK_STATE_SECRET beside SLACK_CLIENT_ID but found none")
  if (SLACK_CLIENT_ID !== undefined && SLACK_SIGNING_SECRET === undefined)
    problems.push("Expected SLACK_SIGNING_SECRET beside SLACK_CLIENT_ID but found none")
  return problems
}

function invalid(problems: readonly string[]): AppError {
  const hint = "standpoint doctor shows every setting; README.md says what each one is"
  const first = problems[0] ?? ""
  if (problems.length === 1) return new AppError("config-invalid", first, { hint })
  return new AppError("config-invalid", `Cannot use the settings: ${problems.length} of them are wrong`, {
    hint: problems.join("\n"),
  })
}

function toConfig(settings: Settings, surroundings: Surroundings): Config {
  return {
    store: { folder: settings.STANDPOINT_DATA ?? dataFolder(surroundings), databaseUrl: settings.DATABASE_URL },
    http: {
      host: settings.STANDPOINT_HOST,
      port: settings.STANDPOINT_PORT,
      publicUrl: settings.STANDPOINT_PUBLIC_URL,
    },
    sources: {
      archives: settings.STANDPOINT_ARCHIVES,
      limits: {
        maxMailBytes: settings.STANDPOINT_MAX_MAIL_MB * MEGABYTE,
        maxThreadBytes: settings.STANDPOINT_MAX_THREAD_MB * MEGABYTE,
        maxMessages: settings.STANDPOINT_MAX_MESSAGES,
      },
      nntp: settings.STANDPOINT_NNTP,
      nntpPassword: settings.STANDPOINT_NNTP_PASSWORD,
      imap: settings.STANDPOINT_IMAP,
      imapPassword: settings.STANDPOINT_IMAP_PASSWORD,
      maildirs: settings.STANDPOINT_MAILDIR,
    },
    slack: {
      botToken: settings.SLACK_BOT_TOKEN,
      appToken: settings.SLACK_APP_TOKEN,
      signingSecret: settings.SLACK_SIGNING_SECRET,
      clientId: settings.SLACK_CLIENT_ID,
      clientSecret: settings.SLACK_CLIENT_SECRET,
      stateSecret: settings.SLACK_STATE_SECRET,
      apiUrl: settings.SLACK_API_URL,
    },
    discord: { token: settings.DISCORD_TOKEN, shards: settings.DISCORD_SHARDS, apiUrl: settings.DISCORD_API_URL },
    watch: {
      quietSeconds: settings.STANDPOINT_QUIET_SECONDS,
      latestSeconds: settings.STANDPOINT_LATEST_SECONDS,
      pollSeconds: settings.STANDPOINT_POLL_SECONDS,
    },
    logLevel: settings.STANDPOINT_LOG,
    me: settings.STANDPOINT_ME,
  }
}

/** Where a program of this system keeps what it must not lose. */
function dataFolder({ env, platform }: Surroundings): string {
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "standpoint")
  if (platform === "win32") return join(env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "standpoint")
  return join(env["XDG_DATA_HOME"] ?? join(homedir(), ".local", "share"), "standpoint")
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) Object.freeze(part)
  return Object.freeze(value)
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? ""
}
