import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { AppError } from "../../../../src/index.ts"
import { aNote, answered, startAsked } from "../../../support/discord/discord-asked.ts"
import type { Asked } from "../../../support/discord/discord-asked.ts"
import { buttonOf, startBot, textOf } from "../../../support/discord/discord-bot.ts"
import { aBigCard } from "../../../support/discord/discord-cards.ts"
import { GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"

describe("discord: every way in", () => {
  let bot: Asked
  beforeEach(async () => {
    bot = await startAsked()
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })

  it.each([
    ["summarize", { last: 50 }, "summarize here last 50"],
    ["summarize", { since: "yesterday" }, "summarize here since yesterday"],
    [
      "watch",
      { source: "https://h.example/t/", in: "channel:810000000000000001", topic: "stances", filters: "from:ada -ci" },
      "watch https://h.example/t/ in <#810000000000000001> stances from:ada -ci",
    ],
    ["unwatch", { thread: "2" }, "unwatch 2"],
    ["snooze", { thread: "<a@b.example>", until: "friday" }, "snooze <a@b.example> until friday"],
    ["open", { person: "Ada" }, "open Ada"],
    ["waiting", {}, "waiting"],
    ["who", { name: "Ada Lovelace" }, "who Ada Lovelace"],
    ["catchup", {}, "catchup"],
    ["answered", { question: "2", by: "<x@y.example>" }, "answered 2 by <x@y.example>"],
    ["not-a-question", { question: "2", thread: "discord:1" }, "not-a-question 2 in discord:1"],
    ["no-longer", {}, "no longer"],
    ["nda", { state: "off" }, "!nda off"],
    ["settings", { name: "zone", value: "Europe/Berlin" }, "settings zone Europe/Berlin"],
    ["me", { address: "ada@h.example" }, "me ada@h.example"],
    ["undo", {}, "undo"],
    ["help", {}, "help"],
  ])("makes /standpoint %s with %j the words “%s”", async (sub, options, words) => {
    bot.reply = aNote("Done")

    await answered(bot.discord.slash({ channel: bot.channel, user: bot.ada }, sub, options))

    expect(bot.asks.at(-1)?.words).toBe(words)
  })

  it("says who asks and what Discord lets them do", async () => {
    bot.reply = aNote("Done")

    await answered(
      bot.discord.slash(
        { channel: bot.channel, user: bot.ada, permissions: String((1n << 4n) | (1n << 5n)) },
        "watches",
      ),
    )

    expect(bot.asks[0]).toMatchObject({
      asker: { userId: bot.ada.id, name: "Ada", team: GUILD_ID, may: { manageChannel: true, administer: true } },
      place: { platform: "discord", team: GUILD_ID, channel: bot.channel.id },
    })
  })

  it("offers watched threads, people and sources while somebody types, in choices that Discord takes", async () => {
    const typing = bot.discord.autocomplete({ channel: bot.channel, user: bot.ada }, "who", "name", "Lov")
    await vi.waitFor(() => expect(typing.callback).toBeDefined())

    expect(typing.callback).toEqual({
      type: 8,
      data: { choices: [{ name: "person for Ada: Lov", value: "discord:1" }] },
    })
  })

  it("asks in a modal what /standpoint watch is to watch, and takes the words from it", async () => {
    const asked = bot.discord.slash({ channel: bot.channel, user: bot.ada }, "watch")
    await vi.waitFor(() => expect(asked.callback?.type).toBe(9))

    bot.reply = aNote("Watching")
    const submitted = bot.discord.submit(
      { channel: bot.channel, user: bot.ada },
      String(asked.callback?.data?.["custom_id"]),
      {
        words: "https://h.example/t/ answers",
      },
    )

    expect(textOf(await answered(submitted))).toContain("Watching")
    expect(bot.asks.map((ask) => ask.words)).toEqual(["watch https://h.example/t/ answers"])
  })

  it("asks in a modal for the words that a button leaves open", async () => {
    const card = aBigCard({ people: 1, questions: 1, threadId: `discord:${bot.thread.id}` })
    bot.reply = {
      visibility: "private",
      content: {
        ...card,
        actions: [{ label: "This is wrong", words: `answered … in ${card.threadId}`, style: "plain" }],
      },
    }
    const shown = await answered(bot.discord.slash({ channel: bot.channel, user: bot.ada }, "summarize"))

    const pressed = bot.discord.press({ channel: bot.channel, user: bot.ada }, shown, buttonOf(shown, "This is wrong"))
    await vi.waitFor(() => expect(pressed.callback?.type).toBe(9))
    bot.reply = aNote("Noted")
    await answered(
      bot.discord.submit(
        { channel: bot.channel, user: bot.ada },
        String(pressed.callback?.data?.["custom_id"]),
        { words: "2" },
        shown,
      ),
    )

    expect(bot.asks.at(-1)?.words).toBe(`answered 2 in ${card.threadId}`)
  })

  it("asks with the words that are picked from the menu", async () => {
    const card = aBigCard({ people: 1, questions: 1, threadId: `discord:${bot.thread.id}` })
    const actions = Array.from({ length: 9 }, (_, i) => ({
      label: `Do ${i}`,
      words: `answered ${i} in ${card.threadId}`,
      style: "plain" as const,
    }))
    bot.reply = { visibility: "private", content: { ...card, actions } }
    const shown = await answered(bot.discord.slash({ channel: bot.channel, user: bot.ada }, "summarize"))

    bot.reply = aNote("Done")
    await answered(bot.discord.pick({ channel: bot.channel, user: bot.ada }, shown, "sp1:s:", "answered 7 in {}"))

    expect(bot.asks.at(-1)?.words).toBe(`answered 7 in ${card.threadId}`)
  })

  it("says what was wrong, with the way out, to the asker alone", async () => {
    const failing = await startBot({
      discord: bot.discord,
      answer: () => Promise.reject(new AppError("usage", 'Expected a thread but found "x"', { hint: "Give a link" })),
    })
    await bot.platform.stop()

    const shown = await answered(
      bot.discord.slash({ channel: bot.channel, user: bot.ada }, "summarize", { source: "x" }),
    )
    await failing.stop()

    expect(textOf(shown)).toContain('Expected a thread but found "x"')
    expect(textOf(shown)).toContain("Give a link")
    expect((shown.flags ?? 0) & 64).toBe(64)
  })

  it("asks for channels in voice text and forum posts as in any other", async () => {
    const voice = bot.discord.world.addChannel({ name: "Standup", type: 2 })
    bot.discord.world.addMessage({ channel: voice.id, author: bot.ada, content: "Is the mic on?" })

    const shown = await answered(bot.discord.slash({ channel: voice, user: bot.ada }, "summarize"))

    expect(textOf(shown)).toContain("Standup")
  })
})
