#!/usr/bin/env node
import type { SqlStore } from "../adapters/sql/index.ts"
import type { CliParts, OpenSources, ReadingOptions } from "./cli/run.ts"
import type { OpenBot } from "./cli/door/say.ts"
import type { MaildirFeed } from "../adapters/mail/index.ts"
import type { Config, SourcesConfig } from "./config/config.ts"
import type { Feed } from "./platform/feed.ts"
import type { Finding } from "./platform/finding.ts"
import type { Logger } from "./platform/logger.ts"
import type { PathHandler } from "./web/listen.ts"
import type { Platform } from "./platform/platform.ts"
import type { Store } from "./store/store.ts"
import type { ThreadSource } from "./platform/sources/thread-source.ts"

// Nothing is imported before the version is known: whoever starts the program with an old Node is told so
// in one line, where the rest would end in a syntax error or inside a library.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `Cannot run on Node ${process.versions.node}: 22.19 or newer is needed (npm start and npm run bring their own)\n`,
  )
  process.exitCode = 2
} else {
  void start()
}

async function start(): Promise<void> {
  const { run } = await import("./cli/run.ts")
  const { detectTerminal, endQuietlyOnClosedPipe } = await import("./cli/terminal/detect-terminal.ts")
  endQuietlyOnClosedPipe()
  process.exitCode = await run(process.argv.slice(2), await createParts(detectTerminal()))
}

async function createParts(terminal: CliParts["terminal"]): Promise<CliParts> {
  const path = await import("node:path")
  const { fileURLToPath } = await import("node:url")
  const { readVersion } = await import("./cli/read-version.ts")
  const inPackage = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url))
  return {
    version: readVersion(inPackage("package.json")),
    examplePath: path.relative(process.cwd(), inPackage("examples/bug-on-or-warn-on.mbox")),
    terminal,
    openSources: async (options) => openSources(await loadConfig(), options),
    runServer: async () => runServer(await loadConfig()),
    openBot: async () => openBot(await loadConfig()),
    openStore: async () => {
      const config = await loadConfig()
      return (await import("./cli/door/knock.ts")).openStoreOrKnock(() => openStore(config), config.store.folder)
    },
    examine: async () =>
      (await import("./cli/house/examine.ts")).examine({
        readConfig: loadConfig,
        tryStore: async (config) => (await openStore(config)).close(),
        slack: examineSlack,
        discord: async ({ discord }) =>
          (await import("../adapters/discord/index.ts")).discordFindings({ ...discord, token: discord.token ?? "" }),
      }),
    slackManifest: async (options) =>
      `${JSON.stringify((await import("../adapters/slack/index.ts")).slackManifest(options), undefined, 2)}\n`,
    discordInvite: async () => discordInvite(await loadConfig()),
  }
}

/** The bot's workspaces and channels, as far as the store can be opened; that it cannot is told of the store itself. */
async function examineSlack(config: Config): Promise<readonly Finding[]> {
  const { slackFindings } = await import("../adapters/slack/index.ts")
  const { AppError } = await import("./errors.ts")
  const store = await openStore(config).catch((error: unknown) => {
    if (error instanceof AppError) return undefined
    throw error
  })
  if (store === undefined) return slackFindings(config.slack)
  try {
    const places = (await store.watches.all()).map(({ place }) => place)
    const watched = places.filter(({ platform }) => platform === "slack")
    return await slackFindings(config.slack, { watched, installations: store.installations })
  } finally {
    await store.close()
  }
}

async function loadConfig(): Promise<Config> {
  const { readConfig } = await import("./config/read-config.ts")
  return readConfig({ env: process.env, folder: process.cwd(), platform: process.platform })
}

/** Every source; what needs a large library brings it along when it is asked. */
async function openSources(
  { discord, slack, sources, store }: Config,
  options: ReadingOptions & { readonly onNews?: OnNews } = {},
): Promise<OpenSources> {
  const path = await import("node:path")
  const { createFileSource } = await import("../adapters/mail/index.ts")
  const { createPublicInbox } = await import("../adapters/public-inbox/index.ts")
  const { DISCORD_FACTS, SLACK_FACTS } = await import("./cli/house/chat-sources.ts")
  const { lazySource } = await import("./cli/house/lazy-source.ts")
  const { limits } = sources
  const archives = createPublicInbox({
    archives: sources.archives,
    allowHosts: options.allowHosts ?? [],
    limits,
    cacheFolder: path.join(store.folder, "cache"),
  })
  const servers = await openMailServers(sources, options.onNews)
  const maildirs = await openMaildirs(sources, options.onNews)
  const slackSource = lazySource(
    { ...SLACK_FACTS, missing: slack.botToken === undefined ? "SLACK_BOT_TOKEN" : undefined },
    async () =>
      (await import("../adapters/slack/index.ts")).createSlackSource({ ...slack, botToken: slack.botToken ?? "" }),
  )
  const discordSource = lazySource(
    { ...DISCORD_FACTS, missing: discord.token === undefined ? "DISCORD_TOKEN" : undefined },
    async () =>
      (await import("../adapters/discord/index.ts")).createDiscordSource({ ...discord, token: discord.token ?? "" }),
  )
  const mail = [archives, ...servers]
  return {
    sources: [createFileSource(limits), slackSource, discordSource, ...mail.map(({ source }) => source)],
    feeds: [...mail.map(({ feed }) => feed), ...maildirs],
    close: async () => {
      for (const one of [...mail, ...maildirs]) await one.close()
    },
  }
}

interface MailServer {
  readonly source: ThreadSource
  readonly feed: Feed
  close(): void | Promise<void>
}

/** Mail came to the place that these words name: it is looked at now, and not at its next turn. */
type OnNews = (source: string) => void

/** The Maildirs that are set up. */
async function openMaildirs({ maildirs }: SourcesConfig, onNews: OnNews | undefined): Promise<readonly MaildirFeed[]> {
  if (maildirs.length === 0) return []
  const { createMaildirFeed } = await import("../adapters/mail/index.ts")
  return [createMaildirFeed({ folders: maildirs, onNews })]
}

/** The news server and the mailbox that are set up. */
async function openMailServers(settings: SourcesConfig, onNews: OnNews | undefined): Promise<readonly MailServer[]> {
  const { limits, nntp, nntpPassword, imap, imapPassword } = settings
  const servers: MailServer[] = []
  if (nntp !== undefined) {
    const { createNntp } = await import("../adapters/nntp/index.ts")
    const bounds = { maxMessages: limits.maxMessages, maxAnswerBytes: limits.maxMailBytes }
    servers.push(createNntp({ ...bounds, address: nntp, password: nntpPassword }))
  }
  if (imap !== undefined) {
    const { createImap } = await import("../adapters/imap/index.ts")
    servers.push(createImap({ ...limits, address: imap, password: imapPassword, onNews }))
  }
  return servers
}

async function openBot(config: Config): Promise<OpenBot> {
  const { gitAddress } = await import("./cli/git-address.ts")
  const { openBotOrKnock } = await import("./cli/door/knock.ts")
  const me = config.me ?? (await gitAddress())
  return openBotOrKnock(() => openOwnBot(config, me), { folder: config.store.folder, me })
}

async function openOwnBot(config: Config, me: string | undefined): Promise<OpenBot> {
  const { createBot } = await import("./bot/bot.ts")
  const { sayTo } = await import("./cli/door/say.ts")
  const { createQuietLogger } = await import("./cli/terminal/logger.ts")
  const { createReader, newId } = await import("./cli/house/bot-parts.ts")
  const store = await openStore(config)
  const reading = await openSources(config)
  const { sources, feeds } = reading
  const bot = createBot({
    readThread: createReader(sources),
    clock: () => new Date(),
    logger: createQuietLogger(),
    // What is put into the store here is done by the bot that serves.
    desk: { store, sources, feeds, platforms: [], newId, wake: () => undefined },
  })
  return {
    say: (said) => sayTo(bot, me, said),
    close: async () => {
      await reading.close()
      await store.close()
    },
  }
}

async function discordInvite({ discord }: Config): Promise<string> {
  const { AppError } = await import("./errors.ts")
  if (discord.token === undefined)
    throw new AppError("config-invalid", "Cannot make the link: DISCORD_TOKEN is not set", {
      hint: "Create an application at discord.com/developers/applications and set DISCORD_TOKEN to its bot's token",
    })
  const { describeInvite, discordInvite: readInvite } = await import("../adapters/discord/index.ts")
  return describeInvite(await readInvite({ ...discord, token: discord.token }))
}

async function openStore({ store }: Config): Promise<SqlStore> {
  const { openEmbeddedStore, openServedStore } = await import("../adapters/sql/index.ts")
  return store.databaseUrl === undefined ? openEmbeddedStore(store.folder) : openServedStore(store.databaseUrl)
}

interface Connected {
  readonly platforms: readonly Platform[]
  /** What the platforms read themselves, with what they know of their workspaces. */
  readonly sources: readonly ThreadSource[]
  /** Paths of our port that a platform calls. */
  readonly handlers: readonly PathHandler[]
}

/** Every platform that has a token. */
async function createPlatforms(config: Config, store: Store, logger: Logger): Promise<Connected> {
  const { slack, discord, http } = config
  const platforms: (Platform & { readonly source: ThreadSource })[] = []
  const handlers: PathHandler[] = []
  // One workspace by its token, or many by what they install.
  if (slack.botToken !== undefined || slack.clientId !== undefined) {
    const { createSlackPlatform, toOAuth } = await import("../adapters/slack/index.ts")
    const oauth = toOAuth({ ...slack, publicUrl: http.publicUrl, installations: store.installations })
    const platform = createSlackPlatform({ ...slack, oauth, logger })
    platforms.push(platform)
    if (platform.requestListener !== undefined) handlers.push({ prefix: "/slack/", handle: platform.requestListener })
  }
  if (discord.token !== undefined) {
    const { createDiscordPlatform } = await import("../adapters/discord/index.ts")
    const { createSuggest } = await import("./bot/grammar/suggest.ts")
    platforms.push(createDiscordPlatform({ ...discord, token: discord.token, logger, suggest: createSuggest(store) }))
  }
  return { platforms, sources: platforms.map(({ source }) => source), handlers }
}

/**
 * Several Discord shards run as processes of their own where the store can be held by more than one;
 * with the embedded store all of them are connections of this process.
 */
async function runShards({ discord, store, logLevel }: Config): Promise<boolean> {
  const isShard = process.env["SHARDING_MANAGER"] !== undefined
  if (discord.token === undefined || discord.shards === 1 || store.databaseUrl === undefined || isShard) return false
  const { serveInShards } = await import("../adapters/discord/index.ts")
  const { fileURLToPath } = await import("node:url")
  const { createLogger } = await import("./cli/terminal/logger.ts")
  const { stopSignal } = await import("./cli/terminal/stop-signal.ts")
  const logger = createLogger(logLevel)
  await serveInShards({
    ...discord,
    token: discord.token,
    file: fileURLToPath(import.meta.url),
    args: process.argv.slice(2),
    // The first answers /healthz; the others take any free port.
    othersEnv: { STANDPOINT_PORT: "0" },
    logger,
    signal: stopSignal(logger),
  })
  process.exit(0)
}

async function runServer(config: Config): Promise<void> {
  if (await runShards(config)) return
  const { createLogger } = await import("./cli/terminal/logger.ts")
  const { createMetrics } = await import("./cli/house/metrics.ts")
  const { runHouse } = await import("./cli/house/run-house.ts")
  const { stopSignal } = await import("./cli/terminal/stop-signal.ts")
  const { createBell } = await import("./watch/bell.ts")
  const { createWeb } = await import("./web/create-web.ts")
  const { listen } = await import("./web/listen.ts")
  const logger = createLogger(config.logLevel)
  const signal = stopSignal(logger)
  const store = await openStore(config)
  const metrics = createMetrics(store)
  const bell = createBell()
  const reading = await openSources(config, { onNews: bell.ring })
  try {
    const { platforms, sources: own, handlers } = await createPlatforms(config, store, logger)
    const others = reading.sources.filter(({ name }) => !own.some((one) => one.name === name))
    await runHouse({
      config,
      store,
      platforms,
      sources: [...own, ...others],
      feeds: reading.feeds,
      bell,
      openPort: (findProblems) =>
        listen(createWeb({ findProblems, readMetrics: metrics.read }), { ...config.http, handlers }),
      openDoor: async (bot) =>
        (await import("./cli/door/open-door.ts")).openDoor({ folder: config.store.folder, bot, store, logger }),
      metrics,
      logger,
      signal,
    })
  } finally {
    await reading.close()
    await store.close()
  }
  // Libraries keep timers and sockets that would hold the process for half a minute more.
  process.exit(0)
}
