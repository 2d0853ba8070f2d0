import { describe, expect, it } from "vitest"
import { aCommand, aMention, aMessageEvent, anEvent } from "../../support/slack/server/slack-payloads.ts"
import { aChannel, BOT_TOKEN, BOT_USER, LINK, ROOT } from "../../support/slack/server/slack-world.ts"
import { itRuns, startSlackBot } from "../../support/slack/slack-bot.ts"
import { textOf } from "../../support/slack/slack-text.ts"

describe("the bot on Slack under strain", () => {
  itRuns("answers a message once, however often Slack delivers it and under whatever event id", async ({ bot }) => {
    const { slack } = bot
    const mention = (): unknown => aMention(`<@${BOT_USER}> help`)

    await slack.send("events_api", mention())
    await slack.send("events_api", mention(), 1)
    await slack.send("events_api", mention(), 2)
    await slack.send("events_api", aMention(`<@${BOT_USER}> help`, { ts: "1767239999.000100" }))
    await slack.waitFor("chat.postEphemeral", 2)

    expect(bot.asks).toHaveLength(2)
  })

  itRuns("acknowledges everything before any of the work is done, and does all of it", async ({ bot }) => {
    const { slack } = bot
    let release: (() => void) | undefined
    const hold = new Promise<void>((resolve) => (release = resolve))
    slack.trouble("users.info", ...Array.from({ length: 40 }, () => ({ hold })))

    const commands = Array.from({ length: 30 }, () => slack.send("slash_commands", aCommand(slack, "help")))
    const mentions = Array.from({ length: 10 }, (_, index) =>
      slack.send("events_api", aMention(`<@${BOT_USER}> help`, { ts: `17672400${10 + index}.000100` })),
    )
    await Promise.all([...commands, ...mentions])
    const answeredAtAck = [...slack.callsOf("respond"), ...slack.callsOf("chat.postEphemeral")].length
    release?.()
    await slack.waitFor("respond", 30)
    await slack.waitFor("chat.postEphemeral", 10)

    expect(answeredAtAck).toBe(0)
    expect(bot.asks).toHaveLength(40)
  })

  itRuns("answers a retry whose first delivery never reached us", async ({ bot }) => {
    await bot.slack.send("events_api", aMention(`<@${BOT_USER}> help`), 1)
    await bot.slack.waitFor("chat.postEphemeral")

    expect(bot.asks).toHaveLength(1)
  })

  itRuns("tells of messages, edits and deletions once each, and of nothing that it said itself", async ({ bot }) => {
    const { slack } = bot
    const said = { ts: "1767230001.000100", thread_ts: ROOT }
    const inner = {
      type: "message",
      user: "UADA",
      text: "after",
      ...said,
      edited: { user: "UADA", ts: "1767230002.000000" },
    }
    const changed = anEvent({
      type: "message",
      subtype: "message_changed",
      channel: "C0GENERAL",
      channel_type: "channel",
      ts: "1767230002.000200",
      event_ts: "1767230002.000200",
      message: inner,
      previous_message: { ...inner, text: "before" },
    })
    const preview = anEvent({ ...changed.event, ts: "1767230003.000200", previous_message: inner })
    const deleted = anEvent({
      type: "message",
      subtype: "message_deleted",
      channel: "C0GENERAL",
      channel_type: "channel",
      ts: "1767230004.000200",
      event_ts: "1767230004.000200",
      deleted_ts: said.ts,
      previous_message: inner,
    })

    await slack.send("events_api", aMessageEvent("I prefer the clock.", said))
    await slack.send("events_api", aMessageEvent("I prefer the clock.", said), 1)
    await slack.send("events_api", aMessageEvent("our own card", { ts: "1767230001.000200", user: BOT_USER }))
    await slack.send("events_api", changed)
    await slack.send("events_api", preview)
    await slack.send("events_api", deleted)
    await expect.poll(() => bot.activities.length).toBe(3)

    expect(bot.activities.map(({ kind, threadId, messageId }) => ({ kind, threadId, messageId }))).toEqual([
      { kind: "message", threadId: `slack:C0GENERAL/${ROOT}`, messageId: undefined },
      { kind: "edited", threadId: `slack:C0GENERAL/${ROOT}`, messageId: said.ts },
      { kind: "deleted", threadId: `slack:C0GENERAL/${ROOT}`, messageId: said.ts },
    ])
  })

  itRuns("waits as long as Slack asks, and then answers", async ({ bot }) => {
    const { slack } = bot
    slack.trouble("conversations.replies", { status: 429, retryAfterSeconds: 1 })

    await slack.send("slash_commands", aCommand(slack, LINK))

    expect(textOf(await slack.waitFor("respond"))).toContain("Who stands where")
    expect(slack.callsOf("conversations.replies")).toHaveLength(2)
  })

  itRuns("sends a shorter card where the workspace finds it too long, and never nothing", async ({ bot }) => {
    const { slack } = bot
    slack.trouble("chat.postMessage", { error: "msg_too_long" }, { error: "msg_blocks_too_long" })

    await slack.send("slash_commands", aCommand(slack, `share ${LINK}`))
    const last = await slack.waitFor("chat.postMessage", 3)

    expect(last["text"]).toMatch(/^Where “/)
  })

  itRuns("says what is the matter when the channel is archived", async ({ bot }) => {
    const { slack } = bot
    const channel = slack.world.channels.get("C0GENERAL")
    if (channel !== undefined) channel.is_archived = true

    await slack.send("slash_commands", aCommand(slack, `share ${LINK}`))

    expect(textOf(await slack.waitFor("respond"))).toContain("that channel is archived")
  })

  itRuns("says how to invite it where it is not in the channel", async ({ bot }) => {
    const { slack } = bot
    slack.world.channels.set("C0OTHER", aChannel("C0OTHER", { members: new Set(["UGRACE"]) }))

    await slack.send("slash_commands", aCommand(slack, `slack:C0OTHER/${ROOT}`, { channel_id: "C0OTHER" }))

    expect(textOf(await slack.waitFor("respond"))).toMatch(/the bot is not in that channel[\s\S]*\/invite @Standpoint/)
  })

  itRuns("writes to whoever asked directly where the channel cannot be reached", async ({ bot }) => {
    const { slack } = bot
    slack.world.channels.get("C0GENERAL")?.members.delete("UGRACE")

    await slack.send("events_api", aMention(`<@${BOT_USER}> help`))

    expect(await slack.waitFor("chat.postMessage")).toMatchObject({ channel: "DGRACE" })
  })

  itRuns("survives that the token is revoked while somebody asks, and logs it without their words", async ({ bot }) => {
    const { slack } = bot
    slack.world.tokens.delete(BOT_TOKEN)

    await slack.send("events_api", aMention(`<@${BOT_USER}> summarize my secret words`, { thread_ts: ROOT }))
    await expect.poll(() => bot.log.some(({ fields }) => JSON.stringify(fields)?.includes("config-invalid"))).toBe(true)

    expect(JSON.stringify(bot.log)).not.toContain("secret")
  })

  it("tells somebody who waits that it is at it", async () => {
    let release: (() => void) | undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const patient = await startSlackBot({ patienceMs: 50 })
    patient.slack.trouble("conversations.replies", { hold: held })

    await patient.slack.send("slash_commands", aCommand(patient.slack, LINK))
    const first = textOf(await patient.slack.waitFor("respond"))
    release?.()
    const second = textOf(await patient.slack.waitFor("respond", 2))
    await patient.stop()

    expect(first).toContain("Reading the thread …")
    expect(second).toContain("Who stands where")
  })

  it("finishes what is in flight before it stops", async () => {
    let release: (() => void) | undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    const busy = await startSlackBot()
    busy.slack.trouble("conversations.replies", { hold: held })
    await busy.slack.send("slash_commands", aCommand(busy.slack, LINK))
    await busy.slack.waitFor("conversations.replies")

    const stopping = busy.platform.stop()
    release?.()
    await stopping

    expect(busy.slack.callsOf("respond")).toHaveLength(1)
    expect(busy.platform.isConnected()).toBe(false)
    await busy.slack.stop()
  })
})
