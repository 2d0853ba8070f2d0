import type { LogLevel } from "./settings.ts"

/** Everything that can be set, read once at the start and frozen. Each part of the house gets its own part. */
export interface Config {
  readonly store: StoreConfig
  readonly http: HttpConfig
  readonly sources: SourcesConfig
  readonly slack: SlackConfig
  readonly discord: DiscordConfig
  readonly watch: WatchConfig
  readonly logLevel: LogLevel
  /** Who `me` is in the terminal. */
  readonly me: string | undefined
}

export interface StoreConfig {
  readonly folder: string
  /** PostgreSQL instead of the embedded store. */
  readonly databaseUrl: string | undefined
}

export interface HttpConfig {
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
}

export interface SourcesConfig {
  readonly archives: readonly string[]
  readonly limits: SourceLimits
  readonly nntp: string | undefined
  readonly nntpPassword: string | undefined
  readonly imap: string | undefined
  readonly imapPassword: string | undefined
  /** Maildirs whose new mail may be watched. */
  readonly maildirs: readonly string[]
}

/** What is read at most, so that a source can neither fill the memory nor the disk. */
export interface SourceLimits {
  readonly maxMailBytes: number
  readonly maxThreadBytes: number
  readonly maxMessages: number
}

export interface SlackConfig {
  readonly botToken: string | undefined
  readonly appToken: string | undefined
  readonly signingSecret: string | undefined
  readonly clientId: string | undefined
  readonly clientSecret: string | undefined
  readonly stateSecret: string | undefined
  readonly apiUrl: string
}

export interface DiscordConfig {
  readonly token: string | undefined
  readonly shards: number | "auto"
  readonly apiUrl: string
}

export interface WatchConfig {
  readonly quietSeconds: number
  readonly latestSeconds: number
  readonly pollSeconds: number
}
