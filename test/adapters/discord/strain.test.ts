import { afterEach, describe, expect, it, vi } from "vitest"
import type { APIChannel, APIUser } from "discord.js"
import type { Activity, Reply } from "../../../src/index.ts"
import { createDiscordPlatform } from "../../../adapters/discord/index.ts"
import { buttonOf, collectLog, startBot, summarizeHere, textOf } from "../../support/discord/discord-bot.ts"
import type { Answer, Running } from "../../support/discord/discord-bot.ts"
import { aBigCard } from "../../support/discord/discord-cards.ts"
import { GUILD_ID } from "../../support/discord/server/discord-payloads.ts"
import { startDiscord, TOKEN } from "../../support/discord/server/discord-server.ts"

const MESSAGE_CONTENT = 1 << 15

describe("discord: under strain", () => {
  let bot: Running | undefined
  let channel: APIChannel
  let ada: APIUser
  const start = async (answer?: Answer, shards?: number): Promise<Running> => {
    const running = await startBot({
      ...(answer === undefined ? {} : { answer }),
      ...(shards === undefined ? {} : { shards }),
    })
    bot = running
    channel = running.discord.world.addChannel({ name: "general" })
    ada = running.discord.world.addUser("Ada")
    running.discord.world.addMessage({ channel: channel.id, author: ada, content: "Is the build green?" })
    return running
  }
  afterEach(async () => {
    await bot?.stop()
    expect(bot?.discord.violations ?? []).toEqual([])
    bot = undefined
  })
  const posts = () =>
    (bot?.discord.world.messages.get(channel.id) ?? []).filter(
      (message) => message.author.id === bot?.discord.world.bot.id,
    )

  it("responds before it starts to work: a slow answer still has its first response at once", async () => {
    let release: (reply: Reply) => void = () => {}
    const { discord } = await start(() => new Promise((resolve) => (release = resolve)))

    const asked = discord.slash({ channel, user: ada }, "summarize")
    await vi.waitFor(() => expect(asked.callback).toBeDefined())

    expect(asked.original).toBeUndefined()
    expect(asked.respondedInMs).toBeLessThan(3_000)
    release({ visibility: "private", content: aBigCard({ people: 1, questions: 1 }) })
    await vi.waitFor(() => expect(asked.original).toBeDefined())
  })

  it("brings an answer that took longer than 15 minutes as an ordinary message, private words behind a button", async () => {
    let release: (reply: Reply) => void = () => {}
    const { discord, asks } = await start(() => new Promise((resolve) => (release = resolve)))
    discord.slash({ channel, user: ada }, "summarize")
    await vi.waitFor(() => expect(asks).toHaveLength(1))
    discord.advance(16 * 60_000)

    release({ visibility: "private", content: aBigCard({ people: 1, questions: 1 }) })
    await vi.waitFor(() => expect(posts()).toHaveLength(1))

    expect(textOf(posts()[0])).toContain("took longer than Discord waits")
    expect(textOf(posts()[0])).not.toContain("Dropping Python")
    const again = discord.press({ channel, user: ada }, posts()[0]!, buttonOf(posts()[0]?.components, "Show it to me"))
    await vi.waitFor(() => expect(again.callback).toBeDefined())
    release({ visibility: "private", content: aBigCard({ people: 1, questions: 1 }) })
    await vi.waitFor(() => expect(textOf(again.original)).toContain("Dropping Python"))
    expect(asks[1]?.words).toBe(`summarize discord:${channel.id}`)
  })

  it("brings what is shared after 15 minutes with a word on why it is late", async () => {
    let release: (reply: Reply) => void = () => {}
    const { discord, asks } = await start(() => new Promise((resolve) => (release = resolve)))
    discord.slash({ channel, user: ada }, "share")
    await vi.waitFor(() => expect(asks).toHaveLength(1))
    discord.advance(16 * 60_000)

    release({ visibility: "public", content: aBigCard({ people: 1, questions: 1, threadId: `discord:${channel.id}` }) })
    await vi.waitFor(() => expect(posts()).toHaveLength(1))

    expect(textOf(posts()[0])).toMatch(/This took longer than Discord waits/)
    expect(textOf(posts()[0])).toContain("Dropping Python")
  })

  it("falls back on an ordinary message when Discord drops the token earlier than it says", async () => {
    const { discord } = await start()
    discord.fail({
      method: "PATCH",
      path: /@original$/,
      status: 401,
      body: { code: 50_027, message: "Invalid Webhook Token" },
    })

    discord.slash({ channel, user: ada }, "summarize")

    await vi.waitFor(() => expect(posts()).toHaveLength(1))
  })

  it("waits out a 429 and tries a 5xx again, so that the answer comes all the same", async () => {
    const { discord } = await start()
    discord.fail({
      method: "PATCH",
      path: /@original$/,
      status: 429,
      headers: { "retry-after": "0.2" },
      body: { message: "slow", retry_after: 0.2, global: false },
    })
    discord.fail({ method: "GET", path: /\/messages$/, status: 502, times: 2 })

    const asked = discord.slash({ channel, user: ada }, "summarize")

    await vi.waitFor(() => expect(asked.original).toBeDefined(), 5_000)
    expect(textOf(asked.original)).toContain("general")
  })

  it("resumes after a dropped connection and misses nothing that was asked meanwhile", async () => {
    const { discord, platform } = await start()
    discord.gateway.drop(4000)

    const asked = discord.slash({ channel, user: ada }, "summarize")

    await vi.waitFor(() => expect(asked.original).toBeDefined(), 10_000)
    expect(discord.gateway.resumes).toHaveLength(1)
    await vi.waitFor(() => expect(platform.isConnected()).toBe(true))
  })

  it("identifies anew where the session is gone", async () => {
    const { discord, platform } = await start()
    discord.gateway.forgetSessions()
    discord.gateway.drop(4000)

    await vi.waitFor(() => expect(discord.gateway.identifies).toHaveLength(2), 15_000)
    await vi.waitFor(() => expect(platform.isConnected()).toBe(true), 5_000)
    const asked = discord.slash({ channel, user: ada }, "summarize")
    await vi.waitFor(() => expect(asked.original).toBeDefined(), 5_000)
  })

  it("asks for no intent that Discord would refuse, and says what is hidden then", async () => {
    const discord = await startDiscord()
    discord.world.applicationFlags = 0
    discord.gateway.refuseIntents(MESSAGE_CONTENT)

    const running = await startBot({ discord })
    await running.stop()
    await discord.close()

    expect((discord.gateway.identifies[0]?.intents ?? 0) & MESSAGE_CONTENT).toBe(0)
    expect(running.log.filter((line) => line.level === "warn").map((line) => line.message)).toEqual([
      "The Message Content intent is off: texts of messages are hidden from the bot",
    ])
  })

  it("asks for the Message Content intent where it is granted, and for no other privileged one", async () => {
    const { discord } = await start()

    expect(discord.gateway.identifies[0]?.intents).toBe(1 | (1 << 9) | MESSAGE_CONTENT)
  })

  it("says so where the token is wrong", async () => {
    const discord = await startDiscord()
    const platform = createDiscordPlatform({ token: "wrong.token", apiUrl: discord.url, logger: collectLog([]) })

    await expect(platform.start(() => Promise.reject(new Error("never asked")))).rejects.toMatchObject({
      code: "config-invalid",
      hint: expect.stringContaining("DISCORD_TOKEN"),
    })
    await discord.close()
  })

  it("registers its commands once, and leaves them alone as long as they are the same", async () => {
    const { discord } = await start()
    const second = await startBot({ discord })
    await second.stop()

    expect(discord.requests.filter((request) => request.method === "PUT").map((request) => request.path)).toEqual([
      "/applications/900000000000000002/commands",
    ])
    expect(discord.registered).toHaveLength(2)
    Object.assign(discord.registered[0] as object, { description: "An older release" })
    const third = await startBot({ discord })
    await third.stop()
    expect(discord.requests.filter((request) => request.method === "PUT")).toHaveLength(2)
  })

  it("registers in the named servers alone where some are named", async () => {
    const discord = await startDiscord()
    const running = await startBot({ discord, commandGuilds: [GUILD_ID] })
    await running.stop()
    await discord.close()

    expect(discord.requests.filter((request) => request.method === "PUT").map((request) => request.path)).toEqual([
      `/applications/900000000000000002/guilds/${GUILD_ID}/commands`,
    ])
  })

  it("shares the servers among as many connections as it is told", async () => {
    const { discord, platform } = await start(undefined, 2)

    expect(discord.gateway.identifies.map((identify) => identify.shard)).toEqual([
      [0, 2],
      [1, 2],
    ])
    expect(platform.isConnected()).toBe(true)
  })

  it("tells of messages, edits and deletions in threads, with ids and no words", async () => {
    const discord = await startDiscord()
    const noticed: Activity[] = []
    const platform = createDiscordPlatform({ token: TOKEN, apiUrl: discord.url, logger: collectLog([]) })
    const parent = discord.world.addChannel({ name: "general" })
    const thread = discord.world.addThread({ name: "T", parent: parent.id })
    const ben = discord.world.addUser("Ben")
    await platform.start(
      (ask) => summarizeHere(ask, platform.source),
      (activity) => Promise.resolve(void noticed.push(activity)),
    )
    const said = discord.world.addMessage({ channel: thread.id, author: ben, content: "Secret words" })
    const ours = discord.world.addMessage({ channel: thread.id, author: discord.world.bot, content: "Card" })

    discord.gateway.dispatch("MESSAGE_CREATE", { ...said, guild_id: GUILD_ID })
    discord.gateway.dispatch("MESSAGE_CREATE", { ...ours, guild_id: GUILD_ID })
    discord.gateway.dispatch("MESSAGE_UPDATE", { ...said, guild_id: GUILD_ID, content: "Other words" })
    discord.gateway.dispatch("MESSAGE_DELETE", { id: said.id, channel_id: thread.id, guild_id: GUILD_ID })
    discord.gateway.dispatch("MESSAGE_DELETE_BULK", {
      ids: ["850000000000000001"],
      channel_id: thread.id,
      guild_id: GUILD_ID,
    })
    discord.gateway.dispatch("THREAD_DELETE", { id: thread.id, guild_id: GUILD_ID, parent_id: parent.id, type: 11 })
    await vi.waitFor(() => expect(noticed).toHaveLength(5))
    await platform.stop()
    await discord.close()

    expect(noticed.map(({ kind, messageId }) => [kind, messageId])).toEqual([
      ["message", undefined],
      ["edited", said.id],
      ["deleted", said.id],
      ["deleted", "850000000000000001"],
      ["deleted", undefined],
    ])
    for (const activity of noticed)
      expect(activity).toMatchObject({
        threadId: `discord:${thread.id}`,
        place: { channel: parent.id, thread: thread.id },
      })
    expect(JSON.stringify(noticed)).not.toContain("words")
  })

  it("finishes what is in flight before it stops", async () => {
    let release: (reply: Reply) => void = () => {}
    const { discord, asks, platform } = await start(() => new Promise((resolve) => (release = resolve)))
    const asked = discord.slash({ channel, user: ada }, "summarize")
    await vi.waitFor(() => expect(asks).toHaveLength(1))

    const stopped = platform.stop()
    release({ visibility: "private", content: aBigCard({ people: 1, questions: 1 }) })
    await stopped

    expect(asked.original).toBeDefined()
  })
})
