import { createDiscordPlatform } from "../../../adapters/discord/index.ts"
import { collectLog } from "./discord-bot.ts"

// One shard as the tests' sharding manager starts it: the real platform against the test's server.
const platform = createDiscordPlatform({
  token: process.env["DISCORD_TOKEN"] ?? "",
  apiUrl: process.env["DISCORD_API_URL"] ?? "",
  logger: collectLog([]),
})
process.on("SIGTERM", () => void platform.stop().then(() => process.exit(0)))
await platform.start(() => Promise.reject(new Error("nobody asks here")))
