import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { APIChannel, APIMessage, APIUser } from "discord.js"
import type { Reply } from "../../../../src/index.ts"
import { AppError } from "../../../../src/index.ts"
import { buttonOf, startBot, summarizeHere, textOf } from "../../../support/discord/discord-bot.ts"
import type { Running } from "../../../support/discord/discord-bot.ts"
import { aBigCard } from "../../../support/discord/discord-cards.ts"
import type { Happening } from "../../../support/discord/server/discord-interactions.ts"
import { GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"

const note = (text: string): Reply => ({
  visibility: "private",
  content: { kind: "note", lines: [{ indent: 0, spans: [{ kind: "text", text }] }] },
})

describe("discord: every way in", () => {
  let bot: Running
  let channel: APIChannel
  let thread: APIChannel
  let ada: APIUser
  let reply: Reply | undefined
  beforeEach(async () => {
    reply = undefined
    bot = await startBot({
      answer: (ask, source) => (reply === undefined ? summarizeHere(ask, source) : Promise.resolve(reply)),
      suggest: ({ kind, typed, asker }) =>
        Promise.resolve([
          { label: `${kind} for ${asker.name}: ${typed}`, value: "discord:1" },
          { label: "too long", value: "x".repeat(101) },
        ]),
    })
    const { world } = bot.discord
    ada = world.addUser("Ada")
    channel = world.addChannel({ name: "general" })
    thread = world.addThread({ name: "Dropping 3.9", parent: channel.id })
    world.addMessage({ channel: thread.id, author: ada, content: "Shall we drop Python 3.9?" })
    bot.discord.gateway.dispatch("CHANNEL_CREATE", channel)
    bot.discord.gateway.dispatch("THREAD_CREATE", { ...thread, newly_created: true })
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })
  const answered = async (happening: Happening): Promise<APIMessage> => {
    await vi.waitFor(() => expect(happening.original).toBeDefined())
    if (happening.original === undefined) throw new Error("no answer")
    return happening.original
  }

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
    reply = note("Done")

    await answered(bot.discord.slash({ channel, user: ada }, sub, options))

    expect(bot.asks.at(-1)?.words).toBe(words)
  })

  it("says who asks and what Discord lets them do", async () => {
    reply = note("Done")

    await answered(bot.discord.slash({ channel, user: ada, permissions: String((1n << 4n) | (1n << 5n)) }, "watches"))

    expect(bot.asks[0]).toMatchObject({
      asker: { userId: ada.id, name: "Ada", team: GUILD_ID, may: { manageChannel: true, administer: true } },
      place: { platform: "discord", team: GUILD_ID, channel: channel.id },
    })
  })

  it("offers watched threads, people and sources while somebody types, in choices that Discord takes", async () => {
    const typing = bot.discord.autocomplete({ channel, user: ada }, "who", "name", "Lov")
    await vi.waitFor(() => expect(typing.callback).toBeDefined())

    expect(typing.callback).toEqual({
      type: 8,
      data: { choices: [{ name: "person for Ada: Lov", value: "discord:1" }] },
    })
  })

  it("asks in a modal what /standpoint watch is to watch, and takes the words from it", async () => {
    const asked = bot.discord.slash({ channel, user: ada }, "watch")
    await vi.waitFor(() => expect(asked.callback?.type).toBe(9))

    reply = note("Watching")
    const submitted = bot.discord.submit({ channel, user: ada }, String(asked.callback?.data?.["custom_id"]), {
      words: "https://h.example/t/ answers",
    })

    expect(textOf(await answered(submitted))).toContain("Watching")
    expect(bot.asks.map((ask) => ask.words)).toEqual(["watch https://h.example/t/ answers"])
  })

  it("asks in a modal for the words that a button leaves open", async () => {
    const card = aBigCard({ people: 1, questions: 1, threadId: `discord:${thread.id}` })
    reply = {
      visibility: "private",
      content: {
        ...card,
        actions: [{ label: "This is wrong", words: `answered … in ${card.threadId}`, style: "plain" }],
      },
    }
    const shown = await answered(bot.discord.slash({ channel, user: ada }, "summarize"))

    const pressed = bot.discord.press({ channel, user: ada }, shown, buttonOf(shown, "This is wrong"))
    await vi.waitFor(() => expect(pressed.callback?.type).toBe(9))
    reply = note("Noted")
    await answered(
      bot.discord.submit({ channel, user: ada }, String(pressed.callback?.data?.["custom_id"]), { words: "2" }, shown),
    )

    expect(bot.asks.at(-1)?.words).toBe(`answered 2 in ${card.threadId}`)
  })

  it("asks with the words that are picked from the menu", async () => {
    const card = aBigCard({ people: 1, questions: 1, threadId: `discord:${thread.id}` })
    const actions = Array.from({ length: 9 }, (_, i) => ({
      label: `Do ${i}`,
      words: `answered ${i} in ${card.threadId}`,
      style: "plain" as const,
    }))
    reply = { visibility: "private", content: { ...card, actions } }
    const shown = await answered(bot.discord.slash({ channel, user: ada }, "summarize"))

    reply = note("Done")
    await answered(bot.discord.pick({ channel, user: ada }, shown, "sp1:s:", "answered 7 in {}"))

    expect(bot.asks.at(-1)?.words).toBe(`answered 7 in ${card.threadId}`)
  })

  it("turns the pages of one's own card in place, and works after a restart", async () => {
    reply = {
      visibility: "private",
      content: aBigCard({ people: 40, questions: 60, threadId: `discord:${thread.id}` }),
    }
    const shown = await answered(bot.discord.slash({ channel: thread, user: ada }, "summarize"))
    await bot.platform.stop()
    const restarted = await startBot({ discord: bot.discord, answer: () => Promise.resolve(reply as Reply) })

    const turned = bot.discord.press(
      { channel: thread, user: ada },
      shown,
      buttonOf(shown, buttonLabel(shown, "Show all")),
    )
    const page = await answered(turned)
    await restarted.stop()

    expect(turned.callback?.type).toBe(6)
    expect(textOf(page)).toContain("Page 1 of")
    expect(restarted.asks[0]?.words).toBe(`summarize discord:${thread.id}`)
  })

  it("puts words that come instead of a page beside the card, which stays", async () => {
    reply = {
      visibility: "private",
      content: aBigCard({ people: 40, questions: 60, threadId: `discord:${thread.id}` }),
    }
    const shown = await answered(bot.discord.slash({ channel: thread, user: ada }, "summarize"))

    reply = note("The thread is gone")
    const turned = bot.discord.press(
      { channel: thread, user: ada },
      shown,
      buttonOf(shown, buttonLabel(shown, "Show all")),
    )
    await vi.waitFor(() => expect(turned.followUps).toHaveLength(1))

    expect(turned.original).toBeUndefined()
    expect((turned.followUps[0]?.flags ?? 0) & 64).toBe(64)
  })

  it("gives whoever turns a shared card a copy of their own", async () => {
    reply = {
      visibility: "private",
      content: aBigCard({ people: 40, questions: 60, threadId: `discord:${thread.id}` }),
    }
    const shown = await answered(bot.discord.slash({ channel: thread, user: ada }, "summarize"))

    const turned = bot.discord.press(
      { channel: thread, user: ada },
      { ...shown, flags: 32_768 },
      buttonOf(shown, buttonLabel(shown, "Show all")),
    )

    expect(((await answered(turned)).flags ?? 0) & 64).toBe(64)
    expect(turned.callback).toEqual({ type: 5, data: { flags: 64 } })
  })

  describe("a mention", () => {
    const say = (content: string, where: APIChannel = thread): APIMessage => {
      const message = bot.discord.world.addMessage({
        channel: where.id,
        author: ada,
        content,
        at: new Date().toISOString(),
        more: { mentions: [bot.discord.world.bot] },
      })
      bot.discord.gateway.dispatch("MESSAGE_CREATE", {
        ...message,
        guild_id: GUILD_ID,
        member: bot.discord.world.members.get(ada.id),
      })
      return message
    }
    const posts = (where: APIChannel = thread) =>
      (bot.discord.world.messages.get(where.id) ?? []).filter(
        (message) => message.author.id === bot.discord.world.bot.id,
      )

    it("in a thread is answered there with the thread's summary, notifying nobody", async () => {
      const message = say(`<@${bot.discord.world.bot.id}>`)
      await vi.waitFor(() => expect(posts()).toHaveLength(1))

      expect(textOf(posts()[0])).toContain("Dropping 3.9")
      const sent = bot.discord.requests.find(
        (request) => request.method === "POST" && request.path.endsWith("/messages"),
      )
      expect(sent?.body).toMatchObject({
        allowed_mentions: { parse: [] },
        enforce_nonce: true,
        message_reference: { message_id: message.id, fail_if_not_exists: false },
      })
    })

    it("for anything private is answered by a button, for whoever presses it", async () => {
      reply = note("Two questions wait for you")
      say(`<@${bot.discord.world.bot.id}> waiting me`, channel)
      await vi.waitFor(() => expect(posts(channel)).toHaveLength(1))

      const post = posts(channel)[0]
      expect(textOf(post)).not.toContain("Two questions")
      const pressed = bot.discord.press(
        { channel, user: ada },
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

  it("says what was wrong, with the way out, to the asker alone", async () => {
    const failing = await startBot({
      discord: bot.discord,
      answer: () => Promise.reject(new AppError("usage", 'Expected a thread but found "x"', { hint: "Give a link" })),
    })
    await bot.platform.stop()

    const shown = await answered(bot.discord.slash({ channel, user: ada }, "summarize", { source: "x" }))
    await failing.stop()

    expect(textOf(shown)).toContain('Expected a thread but found "x"')
    expect(textOf(shown)).toContain("Give a link")
    expect((shown.flags ?? 0) & 64).toBe(64)
  })

  it("asks for channels in voice text and forum posts as in any other", async () => {
    const voice = bot.discord.world.addChannel({ name: "Standup", type: 2 })
    bot.discord.world.addMessage({ channel: voice.id, author: ada, content: "Is the mic on?" })

    const shown = await answered(bot.discord.slash({ channel: voice, user: ada }, "summarize"))

    expect(textOf(shown)).toContain("Standup")
  })
})

function buttonLabel(message: APIMessage, start: string): string {
  return (
    textOf(message)
      .split("\n")
      .find((line) => line.startsWith(start)) ?? start
  )
}
