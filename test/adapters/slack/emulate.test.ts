import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { WebClient } from "@slack/web-api"
import { createEmulator } from "emulate"
import type { Emulator } from "emulate"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { BOT_SCOPES } from "../../../adapters/slack/setup/scopes.ts"
import type { Place } from "../../../src/index.ts"
import { serveSlack, startSlackBot } from "../../support/slack/slack-bot.ts"
import type { RunningSlackBot } from "../../support/slack/slack-bot.ts"
import { startSlack } from "../../support/slack/server/slack-server.ts"

// A second opinion on the Web API: the emulate package keeps state of its own and, with strict scopes, refuses every
// call that the scopes of our manifest do not allow. It knows no Socket Mode, commands or buttons: those are shown
// against our own server. What it lets pass (blocks, pages) is not shown here either.

const BOT = "xoxb-standpoint"

describe("the bot on the emulate package's Slack, with strict scopes", () => {
  let emulator: Emulator
  let bot: RunningSlackBot
  let place: Place
  let root: string

  beforeEach(async () => {
    emulator = await startEmulator(BOT_SCOPES)
    const ada = new WebClient("xoxp-ada", { slackApiUrl: apiUrl(emulator) })
    const grace = new WebClient("xoxp-grace", { slackApiUrl: apiUrl(emulator) })
    const { channels = [] } = await ada.conversations.list()
    const channel = channels.find(({ name }) => name === "architecture")?.id ?? ""
    root = (await ada.chat.postMessage({ channel, text: "Should we evict with LRU or with a clock?" })).ts ?? ""
    await grace.chat.postMessage({ channel, thread_ts: root, text: "I am against LRU, it locks on every read." })
    await ada.chat.postMessage({ channel, thread_ts: root, text: "Then I prefer the clock." })
    place = { platform: "slack", team: undefined, channel }
    bot = await startSlackBot({
      slack: await startSlack(),
      botToken: BOT,
      signingSecret: "secret",
      apiUrl: apiUrl(emulator),
    })
  })
  afterEach(async () => {
    await bot.stop()
    await bot.slack.stop()
    await emulator.close()
  })

  it("reads a thread with people's names", async () => {
    const reading = await bot.platform.source.read({ kind: "id", scheme: "slack", rest: `${place.channel}/${root}` })

    expect(reading?.messages.map(({ author, body }) => `${author.name}: ${body}`)).toEqual([
      "Ada Lovelace: Should we evict with LRU or with a clock?",
      "Grace Hopper: I am against LRU, it locks on every read.",
      "Ada Lovelace: Then I prefer the clock.",
    ])
  })

  it("posts a card, finds it again by its key and edits it", async () => {
    const { platform } = bot
    const note = (text: string) => ({
      kind: "note" as const,
      lines: [{ spans: [{ kind: "text" as const, text }], indent: 0 as const }],
    })

    const id = await platform.post(place, { content: note("before"), key: "k1" })
    await platform.edit(place, id, note("after"))

    expect(await platform.findPost(place, "k1")).toBe(id)
    const { messages = [] } = await new WebClient("xoxp-ada", { slackApiUrl: apiUrl(emulator) }).conversations.history({
      channel: place.channel,
    })
    expect(JSON.stringify(messages.find(({ ts }) => ts === id)?.blocks)).toContain("after")
  })

  it("knows the place, who may read it, and how to reach somebody", async () => {
    const { platform } = bot
    const users = await new WebClient(BOT, { slackApiUrl: apiUrl(emulator) }).users.list({})
    const ada = users.members?.find(({ name }) => name === "ada")?.id ?? ""

    expect(await platform.readPlace(place)).toMatchObject({ isPublic: true, hasGuests: false, isArchived: false })
    expect(await platform.mayRead(ada, place)).toBe(true)
    expect(await platform.directPlace(ada)).toMatchObject({ platform: "slack" })
  })

  it("fills the Home tab and opens direct messages within its scopes", async () => {
    const users = await new WebClient(BOT, { slackApiUrl: apiUrl(emulator) }).users.list({})
    const ada = users.members?.find(({ name }) => name === "ada")?.id ?? ""
    const event = { type: "app_home_opened", user: ada, channel: "D1", tab: "home", event_ts: "1900000000.000100" }

    await deliver(bot, JSON.stringify({ type: "event_callback", team_id: "T000000001", event, event_id: "Ev2" }))
    await expect.poll(() => bot.asks.map(({ words }) => words)).toEqual(["waiting me", "watches mine", "settings"])
    await bot.platform.stop()

    expect(bot.log.filter(({ level }) => level === "warn" || level === "error")).toEqual([])
  })

  it("answers a signed mention in the thread, to whoever asked", async () => {
    const users = await new WebClient(BOT, { slackApiUrl: apiUrl(emulator) }).users.list({})
    const idOf = (name: string): string => users.members?.find((user) => user.name === name)?.id ?? ""
    const event = {
      type: "app_mention",
      user: idOf("grace"),
      text: `<@${idOf("standpoint")}> share`,
      ts: "1900000000.000100",
      thread_ts: root,
      channel: place.channel,
      event_ts: "1900000000.000100",
    }
    const body = JSON.stringify({
      type: "event_callback",
      team_id: "T000000001",
      api_app_id: "A1",
      event,
      event_id: "Ev1",
    })

    const status = await deliver(bot, body)
    await expect
      .poll(async () => JSON.stringify(await readReplies(emulator, place.channel, root)))
      .toContain("Who stands where")

    expect(status).toBe(200)
  })
})

describe("the bot on a Slack that grants it too little", () => {
  it("names the scope that is missing", async () => {
    const emulator = await startEmulator(BOT_SCOPES.filter((scope) => scope !== "channels:history"))
    const bot = await startSlackBot({
      slack: await startSlack(),
      botToken: BOT,
      signingSecret: "secret",
      apiUrl: apiUrl(emulator),
    })
    const { channels = [] } = await new WebClient("xoxp-ada", { slackApiUrl: apiUrl(emulator) }).conversations.list()

    const reading = bot.platform.source.read({ kind: "id", scheme: "slack", rest: `${channels[0]?.id ?? ""}/1.1` })

    await expect(reading).rejects.toMatchObject({ code: "config-invalid", message: expect.stringContaining("scope") })
    await bot.stop()
    await bot.slack.stop()
    await emulator.close()
  })
})

async function startEmulator(scopes: readonly string[]): Promise<Emulator> {
  return createEmulator({
    service: "slack",
    port: await freePort(),
    seed: {
      slack: {
        team: { name: "Example", domain: "example" },
        users: [
          { name: "ada", real_name: "Ada Lovelace" },
          { name: "grace", real_name: "Grace Hopper" },
          { name: "standpoint", real_name: "Standpoint" },
        ],
        channels: [{ name: "architecture" }],
        strict_scopes: true,
        tokens: [
          { token: BOT, type: "bot", user: "standpoint", scopes },
          { token: "xoxp-ada", user: "ada" },
          { token: "xoxp-grace", user: "grace" },
        ],
      },
    },
  })
}

function apiUrl({ url }: { readonly url: string }): string {
  return `${url.replace("localhost", "127.0.0.1")}/api/`
}

/** The emulator wants to be told its port. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function deliver(bot: RunningSlackBot, body: string): Promise<number> {
  const { server, url } = await serveSlack(bot)
  const headers = { "content-type": "application/json", ...bot.slack.sign(body, "secret") }
  const answer = await fetch(url, { method: "POST", body, headers })
  server.close()
  return answer.status
}

async function readReplies(emulator: { readonly url: string }, channel: string, ts: string): Promise<unknown> {
  return new WebClient("xoxp-ada", { slackApiUrl: apiUrl(emulator) }).conversations.replies({ channel, ts })
}
