import { describe, expect } from "vitest"
import { buildThreads, summarise } from "../../../../src/index.ts"
import { itTalks } from "../../../support/discord/discord-talk.ts"
import { aSnapshot, GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"

describe("discord: messages of a thread", () => {
  itTalks("keeps replies as parents, mentions as names, and edits as they now stand", async ({ talk }) => {
    const thread = talk.addThread()
    const first = talk.world.addMessage({ channel: thread.id, author: talk.ada, content: "Old or new?" })
    talk.world.addMessage({
      channel: thread.id,
      author: talk.ben,
      content: `New, <@${talk.ada.id}> <:yes:123456789012345678>`,
      replyTo: first.id,
      at: "2026-11-01T11:00:00Z",
      more: { mentions: [talk.ada], edited_timestamp: "2026-11-01T12:00:00.000Z" },
    })

    const [, reply] = (await talk.read(thread.id)).messages

    expect(reply).toMatchObject({
      body: "New, @Ada :yes:",
      inReplyTo: first.id,
      mentions: [{ name: "Ada", address: talk.ada.id }],
      permalink: `https://discord.com/channels/${GUILD_ID}/${thread.id}/${reply?.id}`,
    })
  })

  itTalks(
    "carries forwarded messages and quotes to the end as quotes: nobody is credited with them",
    async ({ talk }) => {
      const thread = talk.addThread()
      talk.world.addMessage({
        channel: thread.id,
        author: talk.ada,
        more: {
          message_reference: { type: 1, channel_id: talk.parent.id, message_id: "123456789012345678" },
          message_snapshots: [aSnapshot("I am against this.\nStrongly.")],
        },
      })
      talk.world.addMessage({
        channel: thread.id,
        author: talk.ben,
        content: "See\n>>> one\ntwo",
        at: "2026-11-01T11:00:00Z",
      })

      const reading = await talk.read(thread.id)

      expect(reading.messages.map((message) => message.body)).toEqual([
        "> I am against this.\n> Strongly.",
        "See\n> one\n> two",
      ])
      expect(reading.messages[0]?.inReplyTo).toBeUndefined()
      const [built] = buildThreads(reading)
      const summary = built === undefined ? undefined : summarise(built)
      expect(summary?.participants.find((person) => person.name === "Ada")?.stance).toBeUndefined()
    },
  )

  itTalks("reads reactions and polls as votes with who cast them", async ({ talk }) => {
    const thread = talk.addThread()
    const asked = talk.world.addMessage({
      channel: thread.id,
      author: talk.ada,
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
    const poll = talk.world.addMessage({
      channel: thread.id,
      author: talk.ben,
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
    talk.world.voters.set(`${asked.id}:👍`, [talk.ben])
    talk.world.voters.set(`${poll.id}:poll:2`, [talk.ada])

    const [question, vote] = (await talk.read(thread.id)).messages

    expect(question?.reactions).toEqual([{ emoji: "👍", by: [{ name: "Ben", address: talk.ben.id }] }])
    expect(vote?.body).toBe("When?\n- Now\n- Later")
    expect(vote?.reactions).toEqual([{ emoji: "Later", by: [{ name: "Ada", address: talk.ada.id }] }])
  })

  itTalks("names attachments, marks bots, and leaves out notices and the bot's own messages", async ({ talk }) => {
    const thread = talk.addThread()
    const robot = talk.world.addUser("CI", [], true)
    const attachment = {
      id: "123456789012345678",
      filename: "trace.txt",
      size: 1,
      url: "https://cdn.example/t",
      proxy_url: "https://cdn.example/t",
    }
    talk.world.addMessage({ channel: thread.id, author: talk.ada, more: { attachments: [attachment] } })
    talk.world.addMessage({ channel: thread.id, author: robot, content: "Build passed", at: "2026-11-01T11:00:00Z" })
    talk.world.addMessage({ channel: thread.id, author: talk.ben, at: "2026-11-01T11:01:00Z", more: { type: 6 } })
    talk.world.addMessage({
      channel: thread.id,
      author: talk.world.bot,
      content: "Card",
      at: "2026-11-01T11:02:00Z",
    })

    const { messages } = await talk.read(thread.id)

    expect(messages.map(({ author, attachments }) => [author.name, author.isBot, attachments])).toEqual([
      ["Ada", undefined, ["trace.txt"]],
      ["CI", true, []],
    ])
  })
})
