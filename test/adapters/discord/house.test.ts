import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { APIChannel, APIUser } from "discord.js"
import type { Bot } from "../../../src/index.ts"
import { createBot, createThreadReader, parseSource } from "../../../src/index.ts"
import { answered } from "../../support/discord/discord-asked.ts"
import { buttonOf, collectLog, startBot, textOf } from "../../support/discord/discord-bot.ts"
import type { Running } from "../../support/discord/discord-bot.ts"

describe("discord: with the house's own answers", () => {
  let bot: Running
  let channel: APIChannel
  let ada: APIUser
  beforeEach(async () => {
    let house: Bot | undefined
    bot = await startBot({
      answer: (ask, source) => {
        house ??= createBot({
          readThread: createThreadReader({
            sources: [source],
            parseSource: (text) => parseSource(text, { sources: [source], origin: "chat" }),
          }),
          clock: () => new Date("2026-11-02T12:00:00Z"),
          logger: collectLog([]),
        })
        return house(ask)
      },
    })
    channel = bot.discord.world.addChannel({ name: "general" })
    ada = bot.discord.world.addUser("Ada")
    const ben = bot.discord.world.addUser("Ben")
    bot.discord.world.addMessage({
      channel: channel.id,
      author: ada,
      content: "Do we drop Python 3.9?",
      at: "2026-11-01T10:00:00Z",
    })
    bot.discord.world.addMessage({
      channel: channel.id,
      author: ben,
      content: "I am against dropping it.",
      at: "2026-11-02T09:00:00Z",
    })
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })

  it("summarizes the channel, its last messages, and what was said since a time", async () => {
    const [all, last, since] = [
      await answered(bot.discord.slash({ channel, user: ada }, "summarize")),
      await answered(bot.discord.slash({ channel, user: ada }, "summarize", { last: 1 })),
      await answered(bot.discord.slash({ channel, user: ada }, "summarize", { since: "today" })),
    ]

    expect(textOf(all)).toContain("Do we drop Python 3.9?")
    for (const part of [last, since]) {
      expect(textOf(part)).toContain("I am against dropping it.")
      expect(textOf(part)).not.toContain("Do we drop Python 3.9?")
    }
  })

  it("shares the same part of the channel that was asked for", async () => {
    const last = await answered(bot.discord.slash({ channel, user: ada }, "summarize", { last: 1 }))

    const pressed = bot.discord.press({ channel, user: ada }, last, buttonOf(last, "Share in channel"))
    await vi.waitFor(() => expect(pressed.followUps).toHaveLength(1), 5_000)

    expect(textOf(pressed.followUps[0])).toContain("I am against dropping it.")
    expect(textOf(pressed.followUps[0])).not.toContain("Do we drop Python 3.9?")
  })

  it("shows help whole, however long it is", async () => {
    const help = await answered(bot.discord.slash({ channel, user: ada }, "help"))

    expect(textOf(help)).toContain("summarize")
    expect(textOf(help)).toContain("undo")
  })

  it.each(["/etc/passwd", "file:///etc/passwd", "../x", "-"])("reads no file of the server: %s", async (source) => {
    const refused = await answered(bot.discord.slash({ channel, user: ada }, "summarize", { source }))

    expect(textOf(refused)).toContain("Cannot read")
    expect(textOf(refused)).not.toContain("root:")
  })
})
