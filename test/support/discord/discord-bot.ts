import { createDiscordPlatform } from "../../../adapters/discord/index.ts"
import type { DiscordConfig, DiscordPlatform } from "../../../adapters/discord/index.ts"
import type { Ask, Logger, Outline, Reply, ThreadSource } from "../../../src/index.ts"
import { AppError, buildThreads, parseSource, summarise, toOutline } from "../../../src/index.ts"
import type { FakeDiscord } from "./server/discord-server.ts"
import { startDiscord, TOKEN } from "./server/discord-server.ts"

export interface LogLine {
  readonly level: keyof Logger
  readonly message: string
  readonly fields: unknown
}

export interface Running {
  readonly discord: FakeDiscord
  readonly platform: DiscordPlatform
  readonly asks: Ask[]
  readonly log: LogLine[]
  stop(): Promise<void>
}

export type Answer = (ask: Ask, source: ThreadSource) => Promise<Reply>

/** The real bot on a fake Discord. The answer is the house's own summary of the thread unless a test says otherwise. */
export async function startBot({
  discord,
  answer = summarizeHere,
  ...config
}: Partial<DiscordConfig> & { readonly discord?: FakeDiscord; readonly answer?: Answer } = {}): Promise<Running> {
  const fake = discord ?? (await startDiscord())
  const log: LogLine[] = []
  const asks: Ask[] = []
  const platform = createDiscordPlatform({
    token: TOKEN,
    apiUrl: fake.url,
    logger: collectLog(log),
    clock: fake.clock,
    ...config,
  })
  await platform.start((ask) => {
    asks.push(ask)
    return answer(ask, platform.source)
  })
  return {
    discord: fake,
    platform,
    asks,
    log,
    stop: async () => {
      await platform.stop()
      if (discord === undefined) await fake.close()
    },
  }
}

/** A real summary of the thread that is named, or else of the one that it was asked in. */
export async function summarizeHere(ask: Ask, source: ThreadSource): Promise<Reply> {
  const words = ask.words
    .split(" ")
    .slice(1)
    .find((word) => word.includes(":"))
  const ref = words === undefined ? ask.here : parseSource(words, { origin: "chat", sources: [source] })
  const reading = ref === undefined ? undefined : await source.read(ref)
  const thread = reading === undefined ? undefined : buildThreads(reading)[0]
  if (thread === undefined) throw new AppError("thread-not-found", "Cannot read that: no message there")
  return toReply(toOutline(summarise(thread)), thread.id, ask.words.startsWith("share"))
}

function toReply(outline: Outline, threadId: `${string}:${string}`, isPublic = false): Reply {
  return {
    visibility: isPublic ? "public" : "private",
    content: {
      kind: "card",
      threadId,
      source: threadId,
      outline,
      actions: [
        ...(isPublic ? [] : [{ label: "Share in channel", words: `share ${threadId}`, style: "primary" } as const]),
        { label: "Watch", words: `watch ${threadId}`, style: "plain" },
      ],
    },
  }
}

export function collectLog(lines: LogLine[]): Logger {
  const keep =
    (level: keyof Logger): Logger["info"] =>
    (message, fields) =>
      void lines.push({ level, message, fields })
  return { debug: keep("debug"), info: keep("info"), warn: keep("warn"), error: keep("error") }
}

/** Every text of a message, wherever it stands: content, embeds, text displays. */
export function textOf(
  message: { readonly content?: string; readonly embeds?: unknown; readonly components?: unknown } | undefined,
): string {
  const found: string[] = []
  const waiting: unknown[] = [message?.content, message?.embeds, message?.components]
  for (let value = waiting.shift(); value !== undefined || waiting.length > 0; value = waiting.shift()) {
    if (typeof value === "string") found.push(value)
    else if (Array.isArray(value)) waiting.push(...(value as unknown[]))
    else if (typeof value === "object" && value !== null)
      waiting.push(
        ...Object.entries(value)
          .filter(([key]) =>
            ["content", "description", "components", "label", "title", "fields", "value"].includes(key),
          )
          .map(([, part]) => part as unknown),
      )
  }
  return found.join("\n")
}

/** The custom_id of the button with this label. */
export function buttonOf(message: unknown, label: string): string {
  const waiting: unknown[] = [message]
  for (let value = waiting.shift(); value !== undefined; value = waiting.shift()) {
    if (Array.isArray(value)) waiting.push(...(value as unknown[]))
    else if (typeof value === "object" && value !== null) {
      const node = value as { label?: string; custom_id?: string; components?: unknown }
      if (node.label === label && node.custom_id !== undefined) return node.custom_id
      waiting.push(...(node.components === undefined ? [] : [node.components]))
    }
  }
  throw new Error(`No button "${label}"`)
}
