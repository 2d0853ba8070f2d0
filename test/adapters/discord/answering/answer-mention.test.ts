import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { APIChannel, APIMessage } from "discord.js"
import { aNote, answered, startAsked } from "../../../support/discord/discord-asked.ts"
import type { Asked } from "../../../support/discord/discord-asked.ts"
import { buttonOf, textOf } from "../../../support/discord/discord-bot.ts"
import { GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"

describe("discord: a mention", () => {
  let bot: Asked
  beforeEach(async () => {
    bot = await startAsked()
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })

  const say = (content: string, where: APIChannel = bot.thread): APIMessage => {
    const message = bot.discord.world.addMessage({
      channel: where.id,
      author: bot.ada,
      content,
      at: new Date().toISOString(),
      more: { mentions: [bot.discord.world.bot] },
    })
    bot.discord.gateway.dispatch("MESSAGE_CREATE", {
      ...message,
      guild_id: GUILD_ID,
      member: bot.discord.world.members.get(bot.ada.id),
    })
    return message
  }
  const posts = (where: APIChannel = bot.thread) =>
    (bot.discord.world.messages.get(where.id) ?? []).filter((message) => message.author.id === bot.discord.world.bot.id)

  it("in a thread is answered there with the thread's summary, notifying nobody", async () => {
    const message = say(`<@${bot.discord.world.bot.id}>`)
    await vi.waitFor(() => expect(posts()).toHaveLength(1))

    expect(textOf(posts()[0])).toContain("Dropping 3.9")
    const sent = bot.discord.requests.find((request) => request.method === "POST" && request.path.endsWith("/messages"))
    expect(sent?.body).toMatchObject({
      allowed_mentions: { parse: [] },
      enforce_nonce: true,
      message_reference: { message_id: message.id, fail_if_not_exists: false },
    })
  })

  it("for anything private is answered by a button, for whoever presses it", async () => {
    bot.reply = aNote("Two questions wait for you")
    say(`<@${bot.discord.world.bot.id}> waiting me`, bot.channel)
    await vi.waitFor(() => expect(posts(bot.channel)).toHaveLength(1))

    const post = posts(bot.channel)[0]
    expect(textOf(post)).not.toContain("Two questions")
    const pressed = bot.discord.press(
      { channel: bot.channel, user: bot.ada },
      post as APIMessage,
      buttonOf(post?.components, "Show it to me"),
    )
    expect(textOf(await answered(pressed))).toContain("Two questions")
    expect(bot.asks.map((ask) => ask.words)).toEqual(["waiting me", "waiting me"])
  })

  it.each(["`<@900000000000000001>`", "> <@900000000000000001> summarize", "```\n<@900000000000000001>\n```"])(
    "that stands in a quote or in code does nothing: %j",
    async (content) => {
      say(content)
      say(`<@${bot.discord.world.bot.id}> help`)
      await vi.waitFor(() => expect(posts()).toHaveLength(1))

      expect(bot.asks.map((ask) => ask.words)).toEqual(["help"])
    },
  )
})
