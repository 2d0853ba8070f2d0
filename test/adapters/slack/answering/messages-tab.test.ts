import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { startSlackBot } from "../../../support/slack/slack-bot.ts"
import type { RunningSlackBot } from "../../../support/slack/slack-bot.ts"
import { aHomeOpened, aMessageEvent } from "../../../support/slack/server/slack-payloads.ts"
import { aChannel, aDiscussion, LINK, ROOT } from "../../../support/slack/server/slack-world.ts"

const AT = "1767240000.000100"

describe("the conversation with the bot in its Messages tab", () => {
  let bot: RunningSlackBot

  beforeEach(async () => {
    bot = await startSlackBot()
    bot.slack.world.channels.set("DGRACE", aDirect("UGRACE"))
  })
  afterEach(async () => {
    await bot.stop()

    expect(bot.slack.faults).toEqual([])
  })

  const ask = (text: string, parts: { readonly ts?: string; readonly thread_ts?: string } = {}): Promise<unknown> =>
    bot.slack.send("events_api", aMessageEvent(text, { channel: "DGRACE", channel_type: "im", ts: AT, ...parts }))

  it("greets whoever opens it with what can be asked, and publishes no Home tab", async () => {
    await bot.slack.send("events_api", aHomeOpened("UGRACE", "messages"))
    const greeting = await bot.slack.waitFor("assistant.threads.setSuggestedPrompts")

    expect(greeting).toMatchObject({ channel_id: "DGRACE", title: expect.stringContaining("Paste a link") })
    expect((greeting["prompts"] as readonly { readonly message: string }[]).map(({ message }) => message)).toEqual([
      "waiting me",
      "catchup",
      "watches mine",
      "help",
    ])
    expect(bot.slack.callsOf("views.publish")).toEqual([])
  })

  it("says that it reads, answers under the question, and names the conversation by the thread", async () => {
    await ask(LINK)
    const named = await bot.slack.waitFor("assistant.threads.setTitle")

    const methods = bot.slack.calls.map(({ method }) => method)
    expect(bot.slack.callsOf("assistant.threads.setStatus")).toEqual([
      { channel_id: "DGRACE", thread_ts: AT, status: "is reading …" },
    ])
    expect(methods.indexOf("assistant.threads.setStatus")).toBeLessThan(methods.indexOf("chat.postMessage"))
    expect(bot.slack.callsOf("chat.postMessage")).toEqual([
      expect.objectContaining({ channel: "DGRACE", thread_ts: AT }),
    ])
    expect(named).toEqual({
      channel_id: "DGRACE",
      thread_ts: AT,
      title: "Should we evict entries with LRU or with a clock? I would prefer LRU, as it is…",
    })
  })

  it("goes on in the thread of the conversation that somebody answers in", async () => {
    await ask("help", { ts: "1767240060.000100", thread_ts: AT })

    expect(await bot.slack.waitFor("chat.postMessage")).toMatchObject({ channel: "DGRACE", thread_ts: AT })
  })

  it("names no conversation by a thread that whoever asks cannot read", async () => {
    const secret = aChannel("G0SECRET", { is_private: true, members: new Set(["UBOT", "UADA"]) })
    secret.messages.push(...aDiscussion())
    bot.slack.world.channels.set(secret.id, secret)

    await ask(`slack:G0SECRET/${ROOT}`)
    await bot.slack.waitFor("chat.postMessage")
    await ask("help", { ts: "1767240060.000100" })
    await bot.slack.waitFor("chat.postMessage", 2)

    expect(JSON.stringify(bot.slack.callsOf("chat.postMessage"))).not.toContain("evict")
    expect(bot.slack.callsOf("assistant.threads.setTitle")).toEqual([])
  })

  it("answers all the same where Slack knows no such tab", async () => {
    for (const method of ["setStatus", "setTitle"])
      bot.slack.trouble(`assistant.threads.${method}`, { error: "missing_scope" })

    await ask(LINK)
    await bot.slack.waitFor("assistant.threads.setTitle")

    expect(bot.slack.callsOf("chat.postMessage")).toHaveLength(1)
    expect(bot.log.filter(({ level }) => level === "warn" || level === "error")).toEqual([])
  })

  it("is set up in the house as the direct message itself, not as one of its threads", async () => {
    await ask("watches mine")
    await bot.slack.waitFor("chat.postMessage")

    expect(bot.asks[0]?.place).toEqual({ platform: "slack", team: "T0TEAM", channel: "DGRACE", thread: undefined })
  })
})

function aDirect(user: string): ReturnType<typeof aChannel> {
  return aChannel(`D${user.slice(1)}`, { is_private: true, is_im: true, user, members: new Set(["UBOT", user]) })
}
