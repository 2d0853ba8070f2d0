import { describe, expect, it } from "vitest"
import { aFile } from "../../../support/a-file.ts"
import { readPath } from "../../../support/mail/read-path.ts"

describe("saved Slack threads", () => {
  const thread = {
    ok: true,
    channel: "C024",
    messages: [
      {
        user: "U2",
        ts: "1700000100.000200",
        thread_ts: "1700000000.000100",
        text: "<@U1> see <https://example.org|the page> &amp; tell",
      },
      {
        user: "U1",
        ts: "1700000000.000100",
        thread_ts: "1700000000.000100",
        text: "a &lt; b?",
        user_profile: { real_name: "Ada" },
        reactions: [{ name: "+1", users: ["U2"], count: 1 }],
      },
      {
        user: "U2",
        ts: "1700000100.000200",
        thread_ts: "1700000000.000100",
        text: "<@U1> see <https://example.org|the page> &amp; tell",
        user_profile: { real_name: "Grace" },
        edited: { user: "U2", ts: "1700000101.000000" },
      },
      {
        bot_id: "B1",
        subtype: "bot_message",
        username: "CI",
        ts: "1700000200.000000",
        thread_ts: "1700000000.000100",
        text: "<!here> built",
      },
      {
        user: "USLACKBOT",
        subtype: "tombstone",
        ts: "1700000300.000000",
        thread_ts: "1700000000.000100",
        text: "This message was deleted.",
        hidden: true,
      },
      { user: "U1", subtype: "channel_join", ts: "1700000400.000000", text: "<@U1> has joined" },
      { broken: true },
    ],
  }

  it("come out as a reader of Slack sees them", async () => {
    const reading = await readPath(aFile("thread.slack.json", JSON.stringify(thread)))

    expect(reading?.threadId).toBe("slack:C024/1700000000.000100")
    expect(reading?.messages.map(({ id, author, body }) => [id, author.name, body])).toEqual([
      ["1700000000.000100", "Ada", "a < b?"],
      ["1700000100.000200", "Grace", "@Ada see the page & tell"],
      ["1700000200.000000", "CI", "@here built"],
      ["1700000300.000000", undefined, ""],
    ])
    expect(reading?.messages[0]?.reactions).toEqual([{ emoji: "+1", by: [{ name: "Grace", address: "U2" }] }])
    expect(reading?.messages[1]).toMatchObject({
      inReplyTo: "1700000000.000100",
      mentions: [{ name: "Ada", address: "U1" }],
    })
    expect(reading?.messages[2]?.author.isBot).toBe(true)
    expect(reading?.messages[3]?.isDeleted).toBe(true)
    expect(reading?.skipped).toHaveLength(1)
  })

  it("say so where only one page of several was saved", async () => {
    const reading = await readPath(aFile("page.slack.json", JSON.stringify({ ...thread, has_more: true })))

    expect(reading?.reasons).toEqual(["the saved thread is one page of several"])
  })
})
