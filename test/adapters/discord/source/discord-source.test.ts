import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { APIChannel, APIUser } from "discord.js"
import { createDiscordSource } from "../../../../adapters/discord/index.ts"
import type { ThreadSource } from "../../../../src/index.ts"
import { buildThreads, summarise } from "../../../../src/index.ts"
import { describeThreadSource } from "../../../contract/thread-source.ts"
import { aSnapshot, GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"
import { startDiscord, TOKEN } from "../../../support/discord/server/discord-server.ts"
import type { FakeDiscord } from "../../../support/discord/server/discord-server.ts"

describeThreadSource("discord", async () => {
  const discord = await startDiscord()
  const { world } = discord
  const [ada, ben] = [world.addUser("Ada"), world.addUser("Ben")]
  const parent = world.addChannel({ name: "general" })
  const starter = world.addMessage({ channel: parent.id, author: ada, content: "Shall we drop Python 3.9?" })
  const thread = world.addThread({ id: starter.id, name: "Dropping 3.9", parent: parent.id })
  const first = world.addMessage({
    channel: thread.id,
    author: ben,
    content: "I am against it.",
    at: "2026-11-01T11:00:00Z",
  })
  const second = world.addMessage({
    channel: thread.id,
    author: ada,
    content: "Why?\r\nIt is old.",
    at: "2026-11-01T12:00:00Z",
    replyTo: first.id,
  })
  return {
    source: createDiscordSource({ token: TOKEN, apiUrl: discord.url }),
    thread: {
      ref: { kind: "id", scheme: "discord", rest: thread.id },
      messageIds: [starter.id, first.id, second.id],
      words: "I am against it.",
    },
    missing: { kind: "id", scheme: "discord", rest: "123456789012345678" },
    foreign: [
      { kind: "id", scheme: "slack", rest: "C1/1.2" },
      { kind: "id", scheme: "discord", rest: "general" },
      { kind: "url", url: new URL("https://evil.example/channels/1/123456789012345678") },
      { kind: "path", path: "/etc/passwd" },
    ],
    stop: () => discord.close(),
  }
})

describe("discord: threads as sources", () => {
  let discord: FakeDiscord
  let source: ThreadSource
  let parent: APIChannel
  let [ada, ben]: APIUser[] = []
  const a = (): APIUser => ada as APIUser
  const b = (): APIUser => ben as APIUser
  beforeEach(async () => {
    discord = await startDiscord()
    source = createDiscordSource({ token: TOKEN, apiUrl: discord.url })
    parent = discord.world.addChannel({ name: "general" })
    ada = discord.world.addUser("Ada")
    ben = discord.world.addUser("Ben")
  })
  afterEach(async () => {
    await discord.close()
    expect(discord.violations).toEqual([])
  })
  const read = async (rest: string) => {
    const reading = await source.read({ kind: "id", scheme: "discord", rest })
    if (reading === undefined) throw new Error("nothing read")
    return reading
  }
  const aThread = () => discord.world.addThread({ name: "Dropping 3.9", parent: parent.id })

  it("reads more than 100 messages by pages of 100, oldest first, each once", async () => {
    const thread = aThread()
    for (let i = 0; i < 231; i++)
      discord.world.addMessage({
        channel: thread.id,
        author: i % 2 === 0 ? a() : b(),
        content: `Word ${i}`,
        at: new Date(Date.parse("2026-11-01T10:00:00Z") + i * 1_000).toISOString(),
      })

    const reading = await read(thread.id)

    expect(reading.messages.map((message) => message.body)).toEqual(Array.from({ length: 231 }, (_, i) => `Word ${i}`))
    const pages = discord.requests.filter((request) => /^\/channels\/\d+\/messages$/.test(request.path))
    expect(pages.map((page) => page.query.get("limit"))).toEqual(["100", "100", "100"])
    expect(reading.reasons).toEqual([])
  })

  it("takes the starter message from the parent channel, and none where the thread has none", async () => {
    const starter = discord.world.addMessage({ channel: parent.id, author: a(), content: "Shall we?" })
    const started = discord.world.addThread({ id: starter.id, name: "T", parent: parent.id })
    discord.world.addMessage({
      channel: started.id,
      author: a(),
      at: "2026-11-01T10:00:01Z",
      more: { type: 21, message_reference: { type: 0, channel_id: parent.id, message_id: starter.id } },
    })
    discord.world.addMessage({ channel: started.id, author: b(), content: "No.", at: "2026-11-01T11:00:00Z" })
    const bare = aThread()
    discord.world.addMessage({ channel: bare.id, author: b(), content: "Alone." })

    const [withStarter, without] = [await read(started.id), await read(bare.id)]

    expect(withStarter.messages.map((message) => message.body)).toEqual(["Shall we?", "No."])
    expect(without.messages.map((message) => message.body)).toEqual(["Alone."])
    expect([withStarter.reasons, without.reasons]).toEqual([[], []])
  })

  it("reads a forum post, whose first message has the thread's own id", async () => {
    const forum = discord.world.addChannel({ name: "rfcs", type: 15 })
    const post = discord.world.addThread({ name: "RFC: drop 3.9", parent: forum.id })
    discord.world.addMessage({ id: post.id, channel: post.id, author: a(), content: "Proposal." })

    expect((await read(post.id)).messages).toMatchObject([{ body: "Proposal.", subject: "RFC: drop 3.9" }])
    await expect(read(forum.id)).rejects.toMatchObject({
      code: "thread-not-found",
      hint: expect.stringContaining("post"),
    })
  })

  it("keeps replies as parents, mentions as names, and edits as they now stand", async () => {
    const thread = aThread()
    const first = discord.world.addMessage({ channel: thread.id, author: a(), content: "Old or new?" })
    discord.world.addMessage({
      channel: thread.id,
      author: b(),
      content: `New, <@${a().id}> <:yes:123456789012345678>`,
      replyTo: first.id,
      at: "2026-11-01T11:00:00Z",
      more: { mentions: [a()], edited_timestamp: "2026-11-01T12:00:00.000Z" },
    })

    const [, reply] = (await read(thread.id)).messages

    expect(reply).toMatchObject({
      body: "New, @Ada :yes:",
      inReplyTo: first.id,
      mentions: [{ name: "Ada", address: a().id }],
      permalink: `https://discord.com/channels/${GUILD_ID}/${thread.id}/${reply?.id}`,
    })
  })

  it("carries forwarded messages and quotes to the end as quotes: nobody is credited with them", async () => {
    const thread = aThread()
    discord.world.addMessage({
      channel: thread.id,
      author: a(),
      more: {
        message_reference: { type: 1, channel_id: parent.id, message_id: "123456789012345678" },
        message_snapshots: [aSnapshot("I am against this.\nStrongly.")],
      },
    })
    discord.world.addMessage({
      channel: thread.id,
      author: b(),
      content: "See\n>>> one\ntwo",
      at: "2026-11-01T11:00:00Z",
    })

    const reading = await read(thread.id)

    expect(reading.messages.map((message) => message.body)).toEqual([
      "> I am against this.\n> Strongly.",
      "See\n> one\n> two",
    ])
    expect(reading.messages[0]?.inReplyTo).toBeUndefined()
    const [built] = buildThreads(reading)
    const summary = built === undefined ? undefined : summarise(built)
    expect(summary?.participants.find((person) => person.name === "Ada")?.stance).toBeUndefined()
  })

  it("reads reactions and polls as votes with who cast them", async () => {
    const thread = aThread()
    const asked = discord.world.addMessage({
      channel: thread.id,
      author: a(),
      content: "Drop it?",
      more: {
        reactions: [
          {
            emoji: { id: null, name: "👍" },
            count: 1,
            count_details: { burst: 0, normal: 1 },
            me: false,
            me_burst: false,
            burst_colors: [],
          },
        ],
      },
    })
    const poll = discord.world.addMessage({
      channel: thread.id,
      author: b(),
      at: "2026-11-01T11:00:00Z",
      more: {
        poll: {
          question: { text: "When?" },
          answers: [
            { answer_id: 1, poll_media: { text: "Now" } },
            { answer_id: 2, poll_media: { text: "Later" } },
          ],
          expiry: "2026-12-01T00:00:00.000Z",
          allow_multiselect: false,
          layout_type: 1,
          results: { is_finalized: false, answer_counts: [{ id: 2, count: 1, me_voted: false }] },
        },
      },
    })
    discord.world.voters.set(`${asked.id}:👍`, [b()])
    discord.world.voters.set(`${poll.id}:poll:2`, [a()])

    const [question, vote] = (await read(thread.id)).messages

    expect(question?.reactions).toEqual([{ emoji: "👍", by: [{ name: "Ben", address: b().id }] }])
    expect(vote?.body).toBe("When?\n- Now\n- Later")
    expect(vote?.reactions).toEqual([{ emoji: "Later", by: [{ name: "Ada", address: a().id }] }])
  })

  it("names attachments, marks bots, and leaves out notices and the bot's own messages", async () => {
    const thread = aThread()
    const robot = discord.world.addUser("CI", [], true)
    const attachment = {
      id: "123456789012345678",
      filename: "trace.txt",
      size: 1,
      url: "https://cdn.example/t",
      proxy_url: "https://cdn.example/t",
    }
    discord.world.addMessage({ channel: thread.id, author: a(), more: { attachments: [attachment] } })
    discord.world.addMessage({ channel: thread.id, author: robot, content: "Build passed", at: "2026-11-01T11:00:00Z" })
    discord.world.addMessage({ channel: thread.id, author: b(), at: "2026-11-01T11:01:00Z", more: { type: 6 } })
    discord.world.addMessage({
      channel: thread.id,
      author: discord.world.bot,
      content: "Card",
      at: "2026-11-01T11:02:00Z",
    })

    const { messages } = await read(thread.id)

    expect(messages.map(({ author, attachments }) => [author.name, author.isBot, attachments])).toEqual([
      ["Ada", undefined, ["trace.txt"]],
      ["CI", true, []],
    ])
  })

  it("reads of a plain channel the last messages, since a time, or from a message on, and says so", async () => {
    const ids = Array.from(
      { length: 150 },
      (_, i) =>
        discord.world.addMessage({
          channel: parent.id,
          author: a(),
          content: `Word ${i}`,
          at: new Date(Date.parse("2026-11-01T10:00:00Z") + i * 60_000).toISOString(),
        }).id,
    )

    const plain = await read(parent.id)
    const last = await read(`${parent.id}?last=5`)
    const since = await read(`${parent.id}?since=2026-11-01T12:00:00Z`)
    const from = await read(`${parent.id}?from=${ids[140]}`)

    expect(plain.messages).toHaveLength(100)
    expect(plain.threadId).toBe(`discord:${parent.id}`)
    expect(last.messages.map((message) => message.body)).toEqual([145, 146, 147, 148, 149].map((i) => `Word ${i}`))
    expect(since.messages).toHaveLength(30)
    expect(from.messages).toHaveLength(10)
    for (const reading of [plain, last, since, from]) expect(reading.reasons.join()).toContain("Only")
  })

  it("takes a linked message's thread where it has one", async () => {
    const starter = discord.world.addMessage({ channel: parent.id, author: a(), content: "Shall we?" })
    const thread = discord.world.addThread({ id: starter.id, name: "T", parent: parent.id })
    discord.world.addMessage({ channel: thread.id, author: b(), content: "No.", at: "2026-11-01T11:00:00Z" })

    const url = new URL(`https://discord.com/channels/${GUILD_ID}/${parent.id}/${starter.id}`)
    const reading = await source.read({ kind: "url", url })

    expect(reading?.threadId).toBe(`discord:${thread.id}`)
    expect(reading?.messages.map((message) => message.body)).toEqual(["Shall we?", "No."])
  })

  describe("where Discord is silent", () => {
    it("fails with the way out where Read Message History is missing", async () => {
      const thread = aThread()
      discord.world.addMessage({ channel: thread.id, author: a(), content: "Words" })
      discord.world.withoutHistory.add(thread.id)

      await expect(read(thread.id)).rejects.toMatchObject({
        code: "not-permitted",
        hint: expect.stringContaining("Read Message History"),
      })
    })

    it("fails with the way out where the Message Content intent is off", async () => {
      const thread = aThread()
      discord.world.addMessage({ channel: thread.id, author: a(), content: "Is it old?" })
      discord.world.applicationFlags = 0

      await expect(read(thread.id)).rejects.toMatchObject({
        code: "not-permitted",
        hint: expect.stringContaining("Message Content"),
      })
    })

    it("never lets a half-hidden thread come out as complete", async () => {
      const thread = aThread()
      discord.world.addMessage({ channel: thread.id, author: a(), content: "Hidden?" })
      discord.world.addMessage({
        channel: thread.id,
        author: b(),
        content: "All is well.",
        at: "2026-11-01T11:00:00Z",
        more: { mentions: [discord.world.bot] },
      })
      discord.world.applicationFlags = 0

      const reading = await read(thread.id)
      const [built] = buildThreads(reading)

      expect(reading.reasons.join()).toContain("Message Content")
      expect(reading.skipped).toHaveLength(1)
      expect(built === undefined ? undefined : summarise(built).coverage.complete).toBe(false)
    })

    it("says which channel is closed to it, and knows no thread where there is none", async () => {
      const secret = discord.world.addChannel({ name: "secret" })
      discord.world.closed.add(secret.id)

      await expect(read(secret.id)).rejects.toMatchObject({ code: "not-permitted" })
      expect(await source.read({ kind: "id", scheme: "discord", rest: "123456789012345678" })).toBeUndefined()
    })
  })
})
