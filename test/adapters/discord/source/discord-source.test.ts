import { describe, expect } from "vitest"
import { createDiscordSource } from "../../../../adapters/discord/index.ts"
import { describeThreadSource } from "../../../contract/thread-source.ts"
import { itTalks } from "../../../support/discord/discord-talk.ts"
import { GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"
import { startDiscord, TOKEN } from "../../../support/discord/server/discord-server.ts"

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
  itTalks("reads more than 100 messages by pages of 100, oldest first, each once", async ({ talk }) => {
    const thread = talk.addThread()
    for (let i = 0; i < 231; i++)
      talk.world.addMessage({
        channel: thread.id,
        author: i % 2 === 0 ? talk.ada : talk.ben,
        content: `Word ${i}`,
        at: new Date(Date.parse("2026-11-01T10:00:00Z") + i * 1_000).toISOString(),
      })

    const reading = await talk.read(thread.id)

    expect(reading.messages.map((message) => message.body)).toEqual(Array.from({ length: 231 }, (_, i) => `Word ${i}`))
    const pages = talk.discord.requests.filter((request) => /^\/channels\/\d+\/messages$/.test(request.path))
    expect(pages.map((page) => page.query.get("limit"))).toEqual(["100", "100", "100"])
    expect(reading.reasons).toEqual([])
  })

  itTalks("takes the starter message from the parent channel, and none where the thread has none", async ({ talk }) => {
    const starter = talk.world.addMessage({ channel: talk.parent.id, author: talk.ada, content: "Shall we?" })
    const started = talk.world.addThread({ id: starter.id, name: "T", parent: talk.parent.id })
    talk.world.addMessage({
      channel: started.id,
      author: talk.ada,
      at: "2026-11-01T10:00:01Z",
      more: { type: 21, message_reference: { type: 0, channel_id: talk.parent.id, message_id: starter.id } },
    })
    talk.world.addMessage({ channel: started.id, author: talk.ben, content: "No.", at: "2026-11-01T11:00:00Z" })
    const bare = talk.addThread()
    talk.world.addMessage({ channel: bare.id, author: talk.ben, content: "Alone." })

    const [withStarter, without] = [await talk.read(started.id), await talk.read(bare.id)]

    expect(withStarter.messages.map((message) => message.body)).toEqual(["Shall we?", "No."])
    expect(without.messages.map((message) => message.body)).toEqual(["Alone."])
    expect([withStarter.reasons, without.reasons]).toEqual([[], []])
  })

  itTalks("reads a forum post, whose first message has the thread's own id", async ({ talk }) => {
    const forum = talk.world.addChannel({ name: "rfcs", type: 15 })
    const post = talk.world.addThread({ name: "RFC: drop 3.9", parent: forum.id })
    talk.world.addMessage({ id: post.id, channel: post.id, author: talk.ada, content: "Proposal." })

    expect((await talk.read(post.id)).messages).toMatchObject([{ body: "Proposal.", subject: "RFC: drop 3.9" }])
    await expect(talk.read(forum.id)).rejects.toMatchObject({
      code: "thread-not-found",
      hint: expect.stringContaining("post"),
    })
  })

  itTalks(
    "reads of a plain channel the last messages, since a time, or from a message on, and says so",
    async ({ talk }) => {
      const ids = Array.from(
        { length: 150 },
        (_, i) =>
          talk.world.addMessage({
            channel: talk.parent.id,
            author: talk.ada,
            content: `Word ${i}`,
            at: new Date(Date.parse("2026-11-01T10:00:00Z") + i * 60_000).toISOString(),
          }).id,
      )

      const plain = await talk.read(talk.parent.id)
      const last = await talk.read(`${talk.parent.id}?last=5`)
      const since = await talk.read(`${talk.parent.id}?since=2026-11-01T12:00:00Z`)
      const from = await talk.read(`${talk.parent.id}?from=${ids[140]}`)

      expect(plain.messages).toHaveLength(100)
      expect(plain.threadId).toBe(`discord:${talk.parent.id}`)
      expect(last.messages.map((message) => message.body)).toEqual([145, 146, 147, 148, 149].map((i) => `Word ${i}`))
      expect(since.messages).toHaveLength(30)
      expect(from.messages).toHaveLength(10)
      for (const reading of [plain, last, since, from]) expect(reading.reasons.join()).toContain("Only")
    },
  )

  itTalks("takes a linked message's thread where it has one", async ({ talk }) => {
    const starter = talk.world.addMessage({ channel: talk.parent.id, author: talk.ada, content: "Shall we?" })
    const thread = talk.world.addThread({ id: starter.id, name: "T", parent: talk.parent.id })
    talk.world.addMessage({ channel: thread.id, author: talk.ben, content: "No.", at: "2026-11-01T11:00:00Z" })

    const url = new URL(`https://discord.com/channels/${GUILD_ID}/${talk.parent.id}/${starter.id}`)
    const reading = await talk.source.read({ kind: "url", url })

    expect(reading?.threadId).toBe(`discord:${thread.id}`)
    expect(reading?.messages.map((message) => message.body)).toEqual(["Shall we?", "No."])
  })
})
