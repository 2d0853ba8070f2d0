import { describe, expect, it } from "vitest"
import { AppError } from "../../../src/index.ts"
import type { Note, Place } from "../../../src/index.ts"
import { itRuns, startSlackBot } from "../../support/slack/slack-bot.ts"
import { startSlack } from "../../support/slack/server/slack-server.ts"
import { BOT_TOKEN, BOT_USER, ROOT, aChannel } from "../../support/slack/server/slack-world.ts"

const GENERAL: Place = { platform: "slack", team: "T0TEAM", channel: "C0GENERAL" }

describe("what the house does on Slack without being asked", () => {
  itRuns("finds its own earlier post again by the key, in the channel and in threads", async ({ bot }) => {
    const { platform } = bot
    const first = await platform.post(GENERAL, { content: aNote("one"), key: "k1" })
    const under = await platform.post(GENERAL, { content: aNote("two"), key: "k2", under: first })

    expect(await platform.findPost(GENERAL, "k1")).toBe(first)
    expect(await platform.findPost({ ...GENERAL, thread: first }, "k2")).toBe(under)
    expect(await platform.findPost(GENERAL, "k3")).toBeUndefined()
  })

  itRuns("edits a post in place", async ({ bot }) => {
    const { platform, slack } = bot
    const id = await platform.post(GENERAL, { content: aNote("before"), key: "k1" })

    await platform.edit(GENERAL, id, aNote("after"))

    const posted = slack.world.channels.get("C0GENERAL")?.messages.find(({ ts }) => ts === id)
    expect(JSON.stringify(posted)).toContain("after")
    expect(JSON.stringify(posted)).not.toContain("before")
    expect(await platform.findPost(GENERAL, "k1")).toBe(id)
  })

  itRuns("mentions those alone who asked for it", async ({ bot }) => {
    const { platform, slack } = bot

    await platform.post(GENERAL, { content: aNote("<@UGRACE> said so"), key: "k1", mentions: ["UADA"] })

    const posted = JSON.stringify(slack.callsOf("chat.postMessage")[0])
    expect(posted).toContain("<@UADA>")
    expect(posted).not.toContain("<@UGRACE>")
  })

  itRuns("gives a rate limit to the outbox instead of waiting", async ({ bot }) => {
    const { platform, slack } = bot
    slack.trouble("chat.postMessage", { status: 429, retryAfterSeconds: 30 })

    const failure = await platform.post(GENERAL, { content: aNote("one"), key: "k1" }).catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(AppError)
    expect(failure).toMatchObject({ code: "rate-limited", retryAfterMs: 30_000 })
  })

  itRuns.for([
    ["archived", { is_archived: true }, "platform-refused"],
    ["without the bot", { members: new Set(["UADA"]) }, "not-permitted"],
  ] as const)("says why a post cannot be made where the channel is %s", async ([, parts, code], { bot }) => {
    const { platform, slack } = bot
    slack.world.channels.set("C0X", aChannel("C0X", parts))

    await expect(
      platform.post({ ...GENERAL, channel: "C0X" }, { content: aNote("one"), key: "k" }),
    ).rejects.toMatchObject({ code })
  })

  itRuns("says that Slack does not answer, so that another try may work", async ({ bot }) => {
    bot.slack.trouble("chat.postMessage", { status: 500 })

    await expect(bot.platform.post(GENERAL, { content: aNote("one"), key: "k" })).rejects.toMatchObject({
      code: "platform-unreachable",
    })
  })

  itRuns("knows of a place whether it is public, has guests, or is archived", async ({ bot }) => {
    const { platform, slack } = bot
    slack.world.users.set("UGUEST", { id: "UGUEST", name: "guest", is_restricted: true })
    slack.world.channels.set("C0GUEST", aChannel("C0GUEST", { members: new Set([BOT_USER, "UGUEST"]) }))
    slack.world.channels.set("C0CONNECT", aChannel("C0CONNECT", { is_ext_shared: true }))
    slack.world.channels.set("G0CLOSED", aChannel("G0CLOSED", { is_private: true, members: new Set(["UADA"]) }))

    const teams = ["T0TEAM"]
    expect(await platform.readPlace(GENERAL)).toEqual({ isPublic: true, hasGuests: false, isArchived: false, teams })
    expect(await platform.readPlace({ ...GENERAL, channel: "C0GUEST" })).toMatchObject({ hasGuests: true })
    expect(await platform.readPlace({ ...GENERAL, channel: "C0CONNECT" })).toMatchObject({ hasGuests: true })
    expect(await platform.readPlace({ ...GENERAL, channel: "G0CLOSED" })).toBeUndefined()
  })

  itRuns("knows who may read a place now", async ({ bot }) => {
    const { platform, slack } = bot
    const secret = aChannel("G0SECRET", { is_private: true, members: new Set([BOT_USER, "UADA"]) })
    slack.world.channels.set(secret.id, secret)
    slack.world.users.set("UGUEST", { id: "UGUEST", name: "guest", is_restricted: true })
    slack.world.users.set("UGONE", { id: "UGONE", name: "gone", deleted: true })
    const place = { ...GENERAL, channel: "G0SECRET" }

    expect(await platform.mayRead("UADA", place)).toBe(true)
    expect(await platform.mayRead("UGRACE", place)).toBe(false)
    secret.members.add("UGRACE")
    expect(await platform.mayRead("UGRACE", place)).toBe(true)
    expect(await platform.mayRead("UGUEST", GENERAL)).toBe(false)
    expect(await platform.mayRead("UGONE", GENERAL)).toBe(false)
    expect(await platform.mayRead("UNOBODY", GENERAL)).toBe(false)
  })

  itRuns("reaches a person directly, or says that it cannot", async ({ bot }) => {
    const { platform } = bot

    expect(await platform.directPlace("UGRACE", "T0TEAM")).toEqual({
      platform: "slack",
      team: "T0TEAM",
      channel: "DGRACE",
    })
    expect(await platform.directPlace("UNOBODY", "T0TEAM")).toBeUndefined()
  })

  itRuns("knows where its threads are, and nothing of others", ({ bot }) => {
    expect(bot.platform.placeOf(`slack:C0GENERAL/${ROOT}`)).toEqual({
      platform: "slack",
      channel: "C0GENERAL",
      thread: ROOT,
    })
    expect(bot.platform.placeOf("mail:a@example.org")).toBeUndefined()
  })
})

describe("starting the bot on Slack", () => {
  it("ends with what is wrong when Slack refuses the token", async () => {
    const slack = await startSlack()
    slack.world.tokens.delete(BOT_TOKEN)

    await expect(startSlackBot({ slack })).rejects.toMatchObject({ code: "config-invalid" })
    await slack.stop()
  })
})

function aNote(text: string): Note {
  return { kind: "note", lines: [{ spans: [{ kind: "text", text }], indent: 0 }] }
}
