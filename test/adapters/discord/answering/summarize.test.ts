import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { buttonOf, startBot, textOf } from "../../../support/discord/discord-bot.ts"
import type { Running } from "../../../support/discord/discord-bot.ts"

describe("discord: asking for a summary", () => {
  let bot: Running
  beforeEach(async () => {
    bot = await startBot()
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })

  function aThreadWithWords() {
    const { world } = bot.discord
    const [ada, ben] = [world.addUser("Ada"), world.addUser("Ben")]
    const channel = world.addChannel({ name: "general" })
    const starter = world.addMessage({ channel: channel.id, author: ada, content: "Shall we drop Python 3.9?" })
    const thread = world.addThread({ id: starter.id, name: "Dropping 3.9", parent: channel.id })
    world.addMessage({ channel: thread.id, author: ben, content: "I am against it.", at: "2026-11-01T11:00:00Z" })
    return { channel, thread, starter, ada, ben }
  }

  it("answers /standpoint summarize in a thread within 3 s, to the asker alone, with a button to share", async () => {
    const { thread, ada } = aThreadWithWords()

    const asked = bot.discord.slash({ channel: thread, user: ada }, "summarize")
    await vi.waitFor(() => expect(asked.original).toBeDefined())

    expect(asked.callback).toEqual({ type: 5, data: { flags: 64 } })
    expect(asked.respondedInMs).toBeLessThan(3_000)
    expect(asked.original?.flags).toBe(64 + 32_768 + 4)
    expect(textOf(asked.original)).toContain("Dropping 3.9")
    expect(textOf(asked.original)).toContain("Share in channel")
    expect(asked.followUps).toEqual([])
    expect(bot.asks[0]).toMatchObject({
      words: "summarize",
      asker: { platform: "discord", userId: ada.id, name: "Ada" },
      here: { kind: "id", scheme: "discord", rest: thread.id },
      place: { platform: "discord", thread: thread.id },
    })
  })

  it("summarizes another thread from a channel by its link", async () => {
    const { channel, thread, ada } = aThreadWithWords()
    const link = `https://discord.com/channels/800000000000000001/${thread.id}`

    const asked = bot.discord.slash({ channel, user: ada }, "summarize", { source: link })
    await vi.waitFor(() => expect(asked.original).toBeDefined())

    expect(bot.asks[0]?.words).toBe(`summarize ${link}`)
  })

  it("shares in the channel by a message of its own when the button is pressed", async () => {
    const { thread, ada } = aThreadWithWords()
    const asked = bot.discord.slash({ channel: thread, user: ada }, "summarize")
    await vi.waitFor(() => expect(asked.original).toBeDefined())

    const card = asked.original
    if (card === undefined) throw new Error("no card")
    const pressed = bot.discord.press({ channel: thread, user: ada }, card, buttonOf(card, "Share in channel"))
    await vi.waitFor(() => expect(pressed.followUps).toHaveLength(1))

    expect(bot.asks[1]?.words).toBe(`share discord:${thread.id}`)
    expect(textOf(pressed.original)).toContain("Shared in this channel")
    expect((pressed.original?.flags ?? 0) & 64).toBe(64)
    expect((pressed.followUps[0]?.flags ?? 0) & 64).toBe(0)
    expect(textOf(pressed.followUps[0])).toContain("Dropping 3.9")
    expect(textOf(pressed.followUps[0])).not.toContain("Share in channel")
  })

  it("summarizes the thread of a message by the message command, from outside the thread too", async () => {
    const { channel, thread, starter, ben } = aThreadWithWords()

    const inside = bot.discord.messageCommand({ channel: thread, user: ben }, starter)
    const outside = bot.discord.messageCommand({ channel, user: ben }, { ...starter, flags: 32, thread: thread })
    await vi.waitFor(() => expect([inside.original, outside.original]).not.toContain(undefined))

    expect(bot.asks.map((ask) => ask.here)).toEqual([
      { kind: "id", scheme: "discord", rest: thread.id },
      { kind: "id", scheme: "discord", rest: thread.id },
    ])
  })
})
