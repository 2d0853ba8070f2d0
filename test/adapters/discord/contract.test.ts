import type { APIMessage } from "discord.js"
import { describePlatform } from "../../contract/platform.ts"
import type { PlatformSetUp } from "../../contract/platform.ts"
import type { Place } from "../../../src/index.ts"
import { startBot, textOf } from "../../support/discord/discord-bot.ts"
import { BOT_ID, GUILD_ID } from "../../support/discord/server/discord-payloads.ts"
import { startDiscord } from "../../support/discord/server/discord-server.ts"

const VIEW = String(1n << 10n)

describePlatform("discord", async (): Promise<PlatformSetUp> => {
  const discord = await startDiscord()
  const { world } = discord
  const member = world.addUser("Ada")
  const stranger = world.addUser("Eve")
  const open = world.addChannel({ name: "general" })
  const secret = world.addChannel({
    name: "secret",
    overwrites: [
      { id: GUILD_ID, type: 0, allow: "0", deny: VIEW },
      { id: member.id, type: 1, allow: VIEW, deny: "0" },
      { id: BOT_ID, type: 1, allow: VIEW, deny: "0" },
    ],
  })
  const closed = world.addChannel({ name: "closed" })
  world.closed.add(closed.id)
  const bot = await startBot({ discord })
  const at = (channel: string): Place => ({ platform: "discord", team: GUILD_ID, channel })
  const find = (place: Place, id: string): APIMessage | undefined =>
    world.messages.get(place.channel)?.find((message) => message.id === id)
  return {
    platform: bot.platform,
    open: at(open.id),
    secret: at(secret.id),
    closed: at(closed.id),
    gone: at("123456789012345678"),
    member: member.id,
    stranger: stranger.id,
    team: GUILD_ID,
    threadId: `discord:${open.id}`,
    textOf: (place, id) => {
      const message = find(place, id)
      return message === undefined ? undefined : textOf(message)
    },
    parentOf: (place, id) => find(place, id)?.message_reference?.message_id,
    countPosts: (place) => world.messages.get(place.channel)?.length ?? 0,
    remove: (place, id) => {
      world.messages.set(
        place.channel,
        (world.messages.get(place.channel) ?? []).filter((message) => message.id !== id),
      )
    },
    fail: (how) => {
      const parts = { method: "POST", path: /\/messages$/, status: how.status, times: 10 }
      if (how.status === 500) return discord.fail(parts)
      const seconds = how.retryAfterSeconds
      discord.fail({
        ...parts,
        body: { message: "You are being rate limited.", retry_after: seconds, global: false },
        headers: { "retry-after": String(seconds), "x-ratelimit-scope": "user" },
      })
    },
    stop: async () => {
      await bot.stop()
      await discord.close()
    },
  }
})
