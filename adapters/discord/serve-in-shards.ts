import { Routes, ShardEvents, ShardingManager } from "discord.js"
import type { Shard } from "discord.js"
import { z } from "zod"
import type { Logger } from "../../src/index.ts"
import { call } from "./discord-rest.ts"
import { createRest } from "./discord-platform.ts"

export interface ShardedConfig {
  readonly token: string
  readonly apiUrl?: string
  readonly shards: number | "auto"
  /** The program that each process runs, and its arguments: `serve` again. */
  readonly file: string
  readonly args: readonly string[]
  readonly logger: Logger
  readonly signal: AbortSignal
  /** Settings that only the first process has from outside; the others get these. */
  readonly othersEnv: Readonly<Record<string, string>>
  /** Discord lets a bot identify once in five seconds; tests need not wait. */
  readonly delayMs?: number
}

const recommendation = z.object({ shards: z.number() })
const IDENTIFY_DELAY_MS = 5_500
// A start that needs longer (large servers, a slow network) must not be taken for a failure.
const READY_DEADLINE_MS = 120_000

/**
 * One process a shard, by discord.js's own manager, until the signal comes; a process that dies is started
 * again. They share the watches, so the store must be one that several processes can hold.
 */
export async function serveInShards(config: ShardedConfig): Promise<void> {
  const { logger, signal } = config
  const amount = config.shards === "auto" ? await readRecommendation(config) : config.shards
  const manager = new ShardingManager(config.file, {
    token: config.token,
    totalShards: amount,
    mode: "process",
    shardArgs: [...config.args],
    respawn: true,
  })
  manager.on("shardCreate", (shard) => {
    if (shard.id > 0) Object.assign(shard, { env: { ...readEnv(shard), ...config.othersEnv } })
    shard.on(ShardEvents.Ready, () => logger.info("A shard is connected", { shard: shard.id }))
    shard.on(ShardEvents.Death, () => logger.warn("A shard's process ended", { shard: shard.id }))
  })
  const ended = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))
  const spawned = manager.spawn({ amount, delay: config.delayMs ?? IDENTIFY_DELAY_MS, timeout: READY_DEADLINE_MS })
  // A shard that is stopped while it starts rejects: that is the end that was asked for.
  await Promise.race([spawned.catch((error: unknown) => rethrowUnless(signal.aborted, error)), ended])
  await ended
  await Promise.all(manager.shards.map(stop))
}

async function readRecommendation({ token, apiUrl }: ShardedConfig): Promise<number> {
  const rest = createRest(apiUrl === undefined ? { token } : { token, apiUrl })
  return (await call(rest, ["get", Routes.gatewayBot()], recommendation, { to: "ask for the number of shards" })).shards
}

function readEnv(shard: Shard): Readonly<Record<string, unknown>> {
  const { env } = z.object({ env: z.record(z.string(), z.unknown()) }).parse(shard)
  return env
}

function rethrowUnless(isAborted: boolean, error: unknown): void {
  if (!isAborted) throw error
}

/** The process finishes what is in flight, as at any SIGTERM; the manager must not start it again. */
async function stop(shard: Shard): Promise<void> {
  const child = shard.process
  if (child === null) return
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  shard.kill()
  await gone
}
