import { expect, it, vi } from "vitest"
import { serveInShards } from "../../../adapters/discord/index.ts"
import { collectLog } from "../../support/discord/discord-bot.ts"
import type { LogLine } from "../../support/discord/discord-bot.ts"
import { startDiscord, TOKEN } from "../../support/discord/server/discord-server.ts"

it("runs one process a shard under discord.js's manager, and ends with them at the signal", async () => {
  const discord = await startDiscord()
  const stop = new AbortController()
  const log: LogLine[] = []
  process.env["DISCORD_API_URL"] = discord.url

  const served = serveInShards({
    token: TOKEN,
    apiUrl: discord.url,
    shards: 2,
    file: "test/support/discord/discord-shard.ts",
    args: [],
    othersEnv: { STANDPOINT_PORT: "0" },
    logger: collectLog(log),
    signal: stop.signal,
    delayMs: 0,
  })
  await vi.waitFor(() => expect(log.filter((line) => line.message === "A shard is connected")).toHaveLength(2), 50_000)
  stop.abort()
  await served
  await discord.close()

  expect(discord.gateway.identifies.map((identify) => identify.shard)).toEqual([
    [0, 2],
    [1, 2],
  ])
  expect(discord.violations).toEqual([])
}, 60_000)

it("asks Discord how many shards it wants where the number is left to it", async () => {
  const discord = await startDiscord()
  const stop = new AbortController()
  const log: LogLine[] = []
  process.env["DISCORD_API_URL"] = discord.url

  const served = serveInShards({
    token: TOKEN,
    apiUrl: discord.url,
    shards: "auto",
    file: "test/support/discord/discord-shard.ts",
    args: [],
    othersEnv: {},
    logger: collectLog(log),
    signal: stop.signal,
    delayMs: 0,
  })
  await vi.waitFor(() => expect(log.map((line) => line.message)).toContain("A shard is connected"), 50_000)
  stop.abort()
  await served
  await discord.close()

  expect(discord.gateway.identifies.map((identify) => identify.shard)).toEqual([[0, 1]])
}, 60_000)
