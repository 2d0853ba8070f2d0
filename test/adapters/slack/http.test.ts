import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { Server } from "node:http"
import { createMemoryStore } from "../../../src/index.ts"
import type { InstallationStore } from "../../../src/index.ts"
import { serveSlack, startSlackBot } from "../../support/slack/slack-bot.ts"
import type { RunningSlackBot } from "../../support/slack/slack-bot.ts"
import { aCommand, aMention, anEvent } from "../../support/slack/server/slack-payloads.ts"
import { installSlack } from "../../support/slack/slack-install.ts"
import { startSlack } from "../../support/slack/server/slack-server.ts"
import type { FakeSlack } from "../../support/slack/server/slack-server.ts"
import { BOT_USER, LINK, ROOT } from "../../support/slack/server/slack-world.ts"

const SECRET = "signing-secret"

describe("the bot on Slack over HTTP", () => {
  let bot: RunningSlackBot
  let server: Server
  let url: string

  beforeEach(async () => {
    bot = await startSlackBot({ signingSecret: SECRET })
    ;({ server, url } = await serveSlack(bot))
  })
  afterEach(async () => {
    await bot.stop()
    server.close()

    expect(bot.slack.faults).toEqual([])
  })

  it("answers a signed slash command", async () => {
    const answer = await post(url, bot.slack, new URLSearchParams(aCommand(bot.slack, LINK)).toString(), FORM)

    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe("")
    expect(JSON.stringify(await bot.slack.waitFor("respond"))).toContain("I prefer the clock")
  })

  it("answers an event", async () => {
    const body = JSON.stringify(aMention(`<@${BOT_USER}>`, { thread_ts: ROOT }))

    expect((await post(url, bot.slack, body, JSON_TYPE)).status).toBe(200)
    expect(await bot.slack.waitFor("chat.postEphemeral")).toMatchObject({ thread_ts: ROOT })
  })

  it("acknowledges before the work ends", async () => {
    let release: (() => void) | undefined
    bot.slack.trouble("users.info", { hold: new Promise<void>((resolve) => (release = resolve)) })

    const answer = await post(url, bot.slack, new URLSearchParams(aCommand(bot.slack, "help")).toString(), FORM)
    const answeredAtAck = bot.slack.callsOf("respond").length
    release?.()
    await bot.slack.waitFor("respond")

    expect(answer.status).toBe(200)
    expect(answeredAtAck).toBe(0)
  })

  it("proves the address to Slack", async () => {
    const body = JSON.stringify({ type: "url_verification", token: "legacy", challenge: "prove it" })

    expect(await (await post(url, bot.slack, body, JSON_TYPE)).text()).toContain("prove it")
  })

  it("knows no other paths", async () => {
    expect((await fetch(new URL("/slack/elsewhere", url))).status).toBe(404)
  })

  it("refuses what is not signed, badly signed, or signed long ago", async () => {
    const body = new URLSearchParams(aCommand(bot.slack, LINK)).toString()
    const send = (headers: Record<string, string>): Promise<Response> =>
      fetch(url, { method: "POST", body, headers: { "content-type": FORM, ...headers } })

    expect((await send({})).status).toBe(401)
    expect((await send(bot.slack.sign(body, "another secret"))).status).toBe(401)
    expect((await send(bot.slack.sign(body, SECRET, new Date(Date.now() - 600_000)))).status).toBe(401)
    expect(bot.asks).toEqual([])
  })
})

describe("the bot on Slack in many workspaces", () => {
  let slack: FakeSlack
  let bot: RunningSlackBot
  let server: Server
  let url: string
  let installations: InstallationStore

  beforeEach(async () => {
    slack = await startSlack()
    ;({ installations } = createMemoryStore())
    const oauth = { clientId: "1.2", clientSecret: "secret", stateSecret: "state secret", installations }
    bot = await startSlackBot({ slack, signingSecret: SECRET, oauth })
    ;({ server, url } = await serveSlack(bot))
  })
  afterEach(async () => {
    await bot.stop()
    server.close()
    await slack.stop()

    expect(slack.faults).toEqual([])
  })

  it("is installed by OAuth, with the scopes of the manifest, and answers there", async () => {
    const start = await fetch(new URL("/slack/install", url), { redirect: "manual" })
    expect(new URL(start.headers.get("location") ?? "").searchParams.get("scope")).toContain("channels:history")

    expect((await installSlack(url)).status).toBe(200)
    await post(url, slack, new URLSearchParams(aCommand(slack, LINK)).toString(), FORM)

    expect(await installations.ids()).toEqual(["slack:T0TEAM"])
    expect(JSON.stringify(await slack.waitFor("respond"))).toContain("I prefer the clock")
    expect(bot.asks[0]?.place).toMatchObject({ team: "T0TEAM", channel: "C0GENERAL" })
  })

  it("takes nobody's word for an installation that it did not begin", async () => {
    const redirect = new URL("/slack/oauth_redirect?code=good-code&state=forged", url)

    expect((await fetch(redirect)).status).toBe(400)
    expect(await installations.ids()).toEqual([])
  })

  it.each([
    ["the app is removed", { type: "app_uninstalled" }],
    ["its token is revoked", { type: "tokens_revoked", tokens: { bot: [BOT_USER] } }],
  ])("forgets the installation when %s", async (_, event) => {
    expect((await installSlack(url)).status).toBe(200)

    await post(url, slack, JSON.stringify(anEvent(event)), JSON_TYPE)

    await expect.poll(() => installations.ids()).toEqual([])
  })

  it("keeps the installation when only a person's token is revoked", async () => {
    expect((await installSlack(url)).status).toBe(200)

    await post(url, slack, JSON.stringify(anEvent({ type: "tokens_revoked", tokens: { oauth: ["UADA"] } })), JSON_TYPE)
    await post(url, slack, new URLSearchParams(aCommand(slack, "help")).toString(), FORM)
    await slack.waitFor("respond")

    expect(await installations.ids()).toEqual(["slack:T0TEAM"])
  })

  it("finds the installation of a whole Enterprise Grid by the grid's id", async () => {
    const installation = {
      enterprise: { id: "E0GRID", name: "Grid" },
      isEnterpriseInstall: true,
      user: { id: "UADA" },
      bot: { token: "xoxb-grid", scopes: [], id: "BBOT", userId: BOT_USER },
    }
    await installations.save("slack:E0GRID", JSON.stringify(installation))
    slack.world.tokens.add("xoxb-grid")
    const command = aCommand(slack, LINK, { enterprise_id: "E0GRID", is_enterprise_install: "true" })

    await post(url, slack, new URLSearchParams(command).toString(), FORM)

    expect(JSON.stringify(await slack.waitFor("respond"))).toContain("I prefer the clock")
    expect(bot.asks[0]?.place.team).toBe("E0GRID")
  })
})

const FORM = "application/x-www-form-urlencoded"
const JSON_TYPE = "application/json"

/** A server of the house's, of which Slack's paths are a part. */
async function post(url: string, slack: FakeSlack, body: string, type: string): Promise<Response> {
  return fetch(url, { method: "POST", body, headers: { "content-type": type, ...slack.sign(body, SECRET) } })
}
