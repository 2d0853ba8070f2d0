import { describe, expect } from "vitest"
import { aChannel, aDiscussion, BOT_USER, LINK, ROOT } from "../../support/slack/server/slack-world.ts"
import {
  aCommand,
  aHomeOpened,
  aMention,
  aMessageEvent,
  aPress,
  aShortcut,
} from "../../support/slack/server/slack-payloads.ts"
import { itRuns } from "../../support/slack/slack-bot.ts"
import { textOf } from "../../support/slack/slack-text.ts"

describe("the bot on Slack in Socket Mode", () => {
  itRuns("acknowledges a slash command at once and shows the card to whoever asked", async ({ bot }) => {
    const { slack } = bot

    const ack = await slack.send("slash_commands", aCommand(slack, `summarize ${LINK}`))
    const card = await slack.waitFor("respond")

    expect(ack ?? {}).toEqual({})
    expect(card["response_type"]).toBe("ephemeral")
    expect(JSON.stringify(card["blocks"])).toContain("Grace Hopper")
    expect(labelsOf(card)).toEqual(expect.arrayContaining(["Share in channel", "Watch", "This is wrong…"]))
    expect(String(card["text"])).toMatch(/^Where “Should we evict .*” stands: /)
    expect(slack.callsOf("chat.postMessage")).toEqual([])
  })

  itRuns("summarizes the thread that the shortcut was chosen in, in that thread", async ({ bot }) => {
    const { slack } = bot

    await slack.send("interactive", aShortcut(slack, { ts: "1767225900.000000", thread_ts: ROOT }))
    const card = await slack.waitFor("chat.postEphemeral")

    expect(card).toMatchObject({ channel: "C0GENERAL", user: "UGRACE", thread_ts: ROOT })
    expect(JSON.stringify(card["blocks"])).toContain("I prefer the clock")
  })

  itRuns("summarizes the thread in which it is mentioned", async ({ bot }) => {
    const { slack } = bot

    await slack.send("events_api", aMention(`<@${BOT_USER}> where do we stand?`, { thread_ts: ROOT }))
    const card = await slack.waitFor("chat.postEphemeral")

    expect(card).toMatchObject({ user: "UGRACE", thread_ts: ROOT })
    expect(bot.asks[0]).toMatchObject({
      words: "where do we stand?",
      here: { kind: "id", scheme: "slack", rest: `C0GENERAL/${ROOT}` },
      asker: { name: "Grace Hopper", timeZone: "America/New_York" },
    })
  })

  itRuns("answers !standpoint in a thread, where Slack knows no slash commands", async ({ bot }) => {
    const { slack } = bot

    await slack.send("events_api", aMessageEvent("!standpoint summarize", { thread_ts: ROOT }))

    expect(await slack.waitFor("chat.postEphemeral")).toMatchObject({ thread_ts: ROOT })
  })

  itRuns.for([
    ["a quote", "&gt; !standpoint summarize"],
    ["code", "`!standpoint summarize`"],
    ["the middle of a sentence", "say !standpoint summarize"],
  ] as const)("lies still when !standpoint stands in %s", async ([, text], { bot }) => {
    const { slack } = bot

    await slack.send("events_api", aMessageEvent(text, { thread_ts: ROOT }))
    await slack.send("events_api", aMessageEvent("!standpoint help", { thread_ts: ROOT, ts: "1767230000.000100" }))
    await slack.waitFor("chat.postEphemeral")

    expect(bot.asks.map(({ words }) => words)).toEqual(["help"])
  })

  itRuns("lies still when it is mentioned in a quote or in code", async ({ bot }) => {
    const { slack } = bot

    await slack.send("events_api", aMention(`&gt; <@${BOT_USER}> summarize\nsee above`, { thread_ts: ROOT }))
    await slack.send("events_api", aMention(`\`<@${BOT_USER}> open\``, { ts: "1767230000.000100" }))
    await slack.send("events_api", aMention(`<@${BOT_USER}> help`, { ts: "1767230001.000100" }))
    await slack.waitFor("chat.postEphemeral")

    expect(bot.asks.map(({ words }) => words)).toEqual(["help"])
  })

  itRuns("reads a stretch of the channel that somebody asks of", async ({ bot }) => {
    const { slack } = bot

    await slack.send("events_api", aMention(`<@${BOT_USER}> this channel since 2025-12-31`))
    const card = await slack.waitFor("chat.postEphemeral")

    expect(slack.callsOf("conversations.history")[0]).toMatchObject({ channel: "C0GENERAL" })
    expect(JSON.stringify(card["blocks"])).toContain("I prefer the clock")
  })

  itRuns("shares a card with the channel when its button is pressed", async ({ bot }) => {
    const { slack } = bot
    await slack.send("slash_commands", aCommand(slack, LINK))
    const share = buttonsOf(await slack.waitFor("respond")).find(({ text }) => text.text === "Share in channel")

    await slack.send("interactive", aPress(slack, { action_id: share?.action_id ?? "", value: share?.value ?? "" }))
    const shared = await slack.waitFor("chat.postMessage")

    expect(shared).toMatchObject({ channel: "C0GENERAL", unfurl_links: false, unfurl_media: false })
    expect(labelsOf(shared)).not.toContain("Share in channel")
  })

  itRuns("does not share the words of a private channel with people who are not in it", async ({ bot }) => {
    const { slack } = bot
    const secret = aChannel("G0SECRET", { is_private: true, members: new Set([BOT_USER, "UGRACE"]) })
    secret.messages.push(...aDiscussion())
    slack.world.channels.set(secret.id, secret)

    await slack.send("slash_commands", aCommand(slack, `share slack:G0SECRET/${ROOT}`))
    const told = await slack.waitFor("respond")

    expect(textOf(told)).toMatch(/^Not shared: that thread is in a channel that not everybody here can read/)
    expect(slack.callsOf("chat.postMessage")).toEqual([])
  })

  itRuns(
    "looks at the moment of sharing who reads a channel: one that turned public is shown nothing private",
    async ({ bot }) => {
      const { slack } = bot
      const members = new Set([BOT_USER, "UGRACE"])
      const secret = aChannel("G0SECRET", { is_private: true, members })
      secret.messages.push(...aDiscussion())
      const other = aChannel("G0OTHER", { is_private: true, members: new Set(members) })
      for (const one of [secret, other]) slack.world.channels.set(one.id, one)
      const share = (): Promise<unknown> =>
        slack.send("slash_commands", aCommand(slack, `share slack:G0SECRET/${ROOT}`, { channel_id: "G0OTHER" }))

      await share()
      await slack.waitFor("chat.postMessage")
      other.is_private = false
      await share()

      expect(textOf(await slack.waitFor("respond"))).toMatch(/^Not shared/)
      expect(slack.callsOf("chat.postMessage")).toHaveLength(1)
    },
  )

  itRuns("does not show a private channel's words to somebody who is not in it", async ({ bot }) => {
    const { slack } = bot
    const secret = aChannel("G0SECRET", { is_private: true, members: new Set([BOT_USER, "UADA"]) })
    secret.messages.push(...aDiscussion())
    slack.world.channels.set(secret.id, secret)

    await slack.send("slash_commands", aCommand(slack, `summarize slack:G0SECRET/${ROOT}`))

    expect(textOf(await slack.waitFor("respond"))).toMatch(/^That thread is in a channel that you cannot read/)
  })

  itRuns("shares a public channel's thread with no channel that has guests", async ({ bot }) => {
    const { slack } = bot
    slack.world.users.set("UGUEST", { id: "UGUEST", name: "guest", is_restricted: true })
    slack.world.channels.set("C0WITH", aChannel("C0WITH", { members: new Set([BOT_USER, "UGRACE", "UGUEST"]) }))
    slack.world.channels.set("C0FREE", aChannel("C0FREE"))

    await slack.send("slash_commands", aCommand(slack, `share ${LINK}`, { channel_id: "C0FREE" }))
    expect(await slack.waitFor("chat.postMessage")).toMatchObject({ channel: "C0FREE" })
    await slack.send("slash_commands", aCommand(slack, `share ${LINK}`, { channel_id: "C0WITH" }))

    expect(textOf(await slack.waitFor("respond"))).toMatch(/^Not shared/)
  })

  itRuns("answers in a direct message, and a stranger's Message-ID as Slack writes it", async ({ bot }) => {
    const { slack } = bot

    await slack.send(
      "events_api",
      aMessageEvent("summarize &lt;<mailto:a-b@example.org|a-b@example.org>&gt;", {
        channel: "DGRACE",
        channel_type: "im",
      }),
    )

    await slack.waitFor("chat.postMessage").catch(() => undefined)
    expect(bot.asks[0]?.words).toBe("summarize a-b@example.org")
  })

  itRuns("fills the Home tab with what waits, what is watched and how one is told", async ({ bot }) => {
    const { slack } = bot

    await slack.send("events_api", aHomeOpened())
    const { view } = (await slack.waitFor("views.publish")) as { readonly view: unknown }

    expect(bot.asks.map(({ words }) => words)).toEqual(["waiting me", "watches mine", "settings"])
    expect(JSON.stringify(view)).toContain("Watch a thread…")
  })

  itRuns("comes back after Slack asked it to connect anew", async ({ bot }) => {
    const { slack } = bot

    slack.refresh()
    await expect.poll(() => slack.connections(), { timeout: 10_000 }).toBe(2)
    await expect.poll(() => bot.platform.isConnected(), { timeout: 10_000 }).toBe(true)
    await slack.send("slash_commands", aCommand(slack, "help"))

    expect(textOf(await slack.waitFor("respond"))).toContain("Slack knows no slash commands in threads")
  })
})

interface Button {
  readonly action_id: string
  readonly value?: string
  readonly text: { readonly text: string }
}

function buttonsOf(message: Readonly<Record<string, unknown>>): readonly Button[] {
  const blocks = message["blocks"] as readonly { readonly type: string; readonly elements?: readonly Button[] }[]
  return blocks.filter(({ type }) => type === "actions").flatMap(({ elements = [] }) => elements)
}

function labelsOf(message: Readonly<Record<string, unknown>>): readonly string[] {
  return buttonsOf(message).map(({ text }) => text.text)
}
