import { describe, expect, it } from "vitest"
import { createSlackSource } from "../../../../adapters/slack/index.ts"
import type { Progress } from "../../../../src/index.ts"
import { describeThreadSource } from "../../../contract/thread-source.ts"
import { startSlack } from "../../../support/slack/server/slack-server.ts"
import { BOT_ID, BOT_TOKEN, BOT_USER, ROOT, aDiscussion } from "../../../support/slack/server/slack-world.ts"

const REF = { kind: "id", scheme: "slack", rest: `C0GENERAL/${ROOT}` } as const

describeThreadSource("slack", async () => {
  const slack = await startSlack()
  return {
    source: createSlackSource({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl }),
    thread: {
      ref: REF,
      messageIds: aDiscussion().map(({ ts }) => ts),
      words: "I prefer the clock & its one bit.",
    },
    missing: { kind: "id", scheme: "slack", rest: "C0GENERAL/1700000000.000100" },
    foreign: [
      { kind: "url", url: new URL("https://lists.example.org/archives/C0GENERAL/p1767225600000100") },
      { kind: "url", url: new URL("https://notslack.com/archives/C0GENERAL/p1767225600000100") },
      { kind: "id", scheme: "discord", rest: "1" },
      { kind: "message-id", id: "a@example.org" },
      { kind: "path", path: "/etc/passwd" },
    ],
    stop: () => slack.stop(),
  }
})

describe("Slack's threads", () => {
  it.each([false, true])("are read over pages, each message once (root repeated: %s)", async (repeatsRoot) => {
    const slack = await startSlack()
    slack.state.repeatsRoot = repeatsRoot
    const channel = slack.world.channels.get("C0GENERAL")
    for (let index = 0; index < 450; index += 1)
      channel?.messages.push({
        ts: `${1_767_300_000 + index}.000100`,
        user: "UADA",
        text: `Reply ${index}.`,
        thread_ts: ROOT,
      })

    const reading = await createSlackSource({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl }).read(REF)
    await slack.stop()

    expect(reading?.messages).toHaveLength(454)
    expect(slack.callsOf("conversations.replies")).toHaveLength(3)
    expect(slack.faults).toEqual([])
  })

  it("are read slowly where Slack allows fifteen a page, and say how long it takes", async () => {
    const slack = await startSlack()
    slack.state.isSlow = true
    const channel = slack.world.channels.get("C0GENERAL")
    for (let index = 0; index < 40; index += 1)
      channel?.messages.push({ ts: `${1_767_300_000 + index}.000100`, user: "UADA", text: "So.", thread_ts: ROOT })
    const progress: Progress[] = []

    const reading = await createSlackSource({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl }).read(REF, {
      onProgress: (one) => progress.push(one),
    })
    await slack.stop()

    expect(reading?.messages).toHaveLength(44)
    expect(progress[0]).toEqual({
      done: 15,
      total: 44,
      unit: "messages",
      note: "Slack lets this app read 15 messages a minute: about 2 more min",
    })
  })

  it.each([
    [
      "a link to a reply",
      `https://example.slack.com/archives/C0GENERAL/p1767225900000100?thread_ts=${ROOT}&cid=C0GENERAL`,
    ],
    [
      "a link to a reply that does not name its thread",
      "https://example.slack.com/archives/C0GENERAL/p1767225900000100",
    ],
    ["a link of the web client", `https://app.slack.com/client/T0TEAM/C0GENERAL/thread/C0GENERAL-${ROOT}`],
  ])("are found by %s", async (_, link) => {
    const slack = await startSlack()
    const source = createSlackSource({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl })

    const reading = await source.read({ kind: "url", url: new URL(link) })
    await slack.stop()

    expect(reading?.threadId).toBe(`slack:C0GENERAL/${ROOT}`)
    expect(reading?.messages).toHaveLength(4)
  })

  it("show names for mentions, votes by name, permalinks, and nothing that the bot said", async () => {
    const slack = await startSlack()
    const channel = slack.world.channels.get("C0GENERAL")
    channel?.messages.push(
      { ts: "1767229000.000100", user: BOT_USER, bot_id: BOT_ID, text: "a card", thread_ts: ROOT },
      {
        ts: "1767229001.000100",
        user: "ULINUS",
        text: "Fine.",
        thread_ts: ROOT,
        reactions: [{ name: "+1", users: ["UGRACE"], count: 1 }],
      },
    )

    const reading = await createSlackSource({ botToken: BOT_TOKEN, apiUrl: slack.apiUrl }).read(REF)
    await slack.stop()

    expect(reading?.messages).toHaveLength(5)
    expect(reading?.messages[2]?.body).toBe("@Ada Lovelace did you measure the lock under load?")
    expect(reading?.messages[4]?.reactions).toEqual([
      { emoji: "+1", by: [{ name: "Grace Hopper", address: "UGRACE" }] },
    ])
    expect(reading?.messages[1]?.permalink).toBe(
      `https://example.slack.com/archives/C0GENERAL/p1767225900000100?thread_ts=${ROOT}&cid=C0GENERAL`,
    )
  })
})
