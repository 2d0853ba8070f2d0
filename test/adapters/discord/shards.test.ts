import { expect, it, vi } from "vitest"
import { serveInShards } from "../../../adapters/discord/index.ts"
import { collectLog } from "../../support/discord/discord-bot.ts"
import type { LogLine } from "../../support/discord/discord-bot.ts"
import { startDiscord, TOKEN } from "../../support/discord/server/discord-server.ts"
import type { FakeDiscord } from "../../support/discord/server/discord-server.ts"

/** Serves until so many shards are connected, and ends at the signal. */
async function serveUntil(connected: number, shards: number | "auto"): Promise<FakeDiscord> {
  const discord = await startDiscord()
  const stop = new AbortController()
  const log: LogLine[] = []
  process.env["DISCORD_API_URL"] = discord.url
  const served = serveInShards({
    token: TOKEN,
    apiUrl: discord.url,
    shards,
    file: "test/support/discord/discord-shard.ts",
    args: [],
    othersEnv: { STANDPOINT_PORT: "0" },
    logger: collectLog(log),
    signal: stop.signal,
    delayMs: 0,
  })
  await vi.waitFor(
    () => expect(log.filter((line) => line.message === "A shard is connected")).toHaveLength(connected),
    50_000,
  )
  stop.abort()
  await served
  await discord.close()
  return discord
}

it("runs one process a shard under discord.js's manager, and ends with them at the signal", async () => {
  const { gateway, violations } = await serveUntil(2, 2)

  expect(gateway.identifies.map((identify) => identify.shard)).toEqual([
    [0, 2],
    [1, 2],
  ])
  expect(violations).toEqual([])
}, 60_000)

it("asks Discord how many shards it wants where the number is left to it", async () => {
  const { gateway } = await serveUntil(1, "auto")

  expect(gateway.identifies.map((identify) => identify.shard)).toEqual([[0, 1]])
}, 60_000)
