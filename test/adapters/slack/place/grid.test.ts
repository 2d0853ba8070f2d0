import type { Server } from "node:http"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createMemoryStore } from "../../../../src/index.ts"
import type { InstallationStore, Place } from "../../../../src/index.ts"
import { serveSlack, startSlackBot } from "../../../support/slack/slack-bot.ts"
import type { RunningSlackBot } from "../../../support/slack/slack-bot.ts"
import { aCommand, aMention, anEvent } from "../../../support/slack/server/slack-payloads.ts"
import { installSlack } from "../../../support/slack/slack-install.ts"
import { startSlack } from "../../../support/slack/server/slack-server.ts"
import type { FakeSlack } from "../../../support/slack/server/slack-server.ts"
import { aChannel, aDiscussion, BOT_USER, LINK, ROOT } from "../../../support/slack/server/slack-world.ts"

const SECRET = "signing-secret"
const GRID = { enterprise_id: "E0GRID", is_enterprise_install: true } as const
const AUTHORIZATION = { ...GRID, team_id: "T0TEAM", user_id: BOT_USER, is_bot: true }

describe("the bot on Slack installed for a whole Enterprise Grid", () => {
  let slack: FakeSlack
  let bot: RunningSlackBot
  let server: Server
  let url: string
  let installations: InstallationStore

  beforeEach(async () => {
    slack = await startSlack()
    slack.world.self = GRID
    for (const [id, teams] of Object.entries({ UADA: ["T0TEAM"], UGRACE: ["T0TEAM", "T0OTHER"], ULINUS: ["T0OTHER"] }))
      slack.world.users.set(id, {
        ...(slack.world.users.get(id) ?? { id, name: id }),
        enterprise_user: { enterprise_id: "E0GRID", teams },
      })
    ;({ installations } = createMemoryStore())
    const oauth = { clientId: "1.2", clientSecret: "secret", stateSecret: "state secret", installations }
    bot = await startSlackBot({ slack, signingSecret: SECRET, oauth })
    ;({ server, url } = await serveSlack(bot))
    expect((await installSlack(url)).status).toBe(200)
  })
  afterEach(async () => {
    await bot.stop()
    server.close()
    await slack.stop()

    expect(slack.faults).toEqual([])
  })

  async function post(body: string, type: string): Promise<void> {
    const headers = { "content-type": type, ...slack.sign(body, SECRET) }
    expect((await fetch(url, { method: "POST", body, headers })).status).toBe(200)
  }
  const command = (text: string, parts: Parameters<typeof aCommand>[2] = {}): Promise<void> => {
    const org = { enterprise_id: "E0GRID", is_enterprise_install: "true" } as const
    return post(new URLSearchParams(aCommand(slack, text, { ...org, ...parts })).toString(), FORM)
  }
  const event = (payload: Parameters<typeof anEvent>[0], parts: Parameters<typeof anEvent>[1]): Promise<void> =>
    post(JSON.stringify(anEvent(payload, { authorizations: [AUTHORIZATION], ...parts })), JSON_TYPE)
  const place = (channel: string): Place => ({ platform: "slack", team: "E0GRID", channel })

  it("keeps one installation, and answers in every workspace of the Grid with it", async () => {
    expect(await installations.ids()).toEqual(["slack:E0GRID"])

    await command(LINK)
    await command(LINK, { team_id: "T0OTHER", team_domain: "other" })

    expect(JSON.stringify(await slack.waitFor("respond"))).toContain("I prefer the clock")
    expect(JSON.stringify(await slack.waitFor("respond", 2))).toContain("I prefer the clock")
    expect(bot.asks.map(({ place: { team } }) => team)).toEqual(["E0GRID", "E0GRID"])
  })

  it("answers an event of a workspace, and forgets the Grid when it removes the app", async () => {
    const { event: mention } = aMention(`<@${BOT_USER}>`, { thread_ts: ROOT })
    await event(mention, { team_id: "T0OTHER" })
    expect(await slack.waitFor("chat.postEphemeral")).toMatchObject({ thread_ts: ROOT })

    await event({ type: "app_uninstalled" }, { team_id: "T0OTHER" })

    await expect.poll(() => installations.ids()).toEqual([])
  })

  it("asks for the guests of the workspaces that a channel is in, as Slack wants it of such a token", async () => {
    slack.world.channels.set(
      "C0BOTH",
      aChannel("C0BOTH", { context_team_id: "T0TEAM", shared_team_ids: ["T0TEAM", "T0OTHER"] }),
    )
    slack.world.users.set("UGUEST", {
      id: "UGUEST",
      name: "guest",
      is_restricted: true,
      enterprise_user: { enterprise_id: "E0GRID", teams: ["T0TEAM"] },
    })

    expect(await bot.platform.readPlace(place("C0BOTH"))).toMatchObject({
      hasGuests: false,
      teams: ["T0TEAM", "T0OTHER"],
    })
    slack.world.channels.get("C0BOTH")?.members.add("UGUEST")
    expect(await bot.platform.readPlace(place("C0BOTH"))).toMatchObject({ hasGuests: true })
    expect(new Set(slack.callsOf("users.list").map((args) => args["team_id"]))).toEqual(new Set(["T0TEAM", "T0OTHER"]))
  })

  it("shows a public channel's words to people of its workspace, not to the whole Grid", async () => {
    slack.world.channels.set("C0TEAM", aChannel("C0TEAM", { context_team_id: "T0TEAM", members: new Set([BOT_USER]) }))

    expect(await bot.platform.mayRead("UADA", place("C0TEAM"))).toBe(true)
    expect(await bot.platform.mayRead("UGRACE", place("C0TEAM"))).toBe(true)
    expect(await bot.platform.mayRead("ULINUS", place("C0TEAM"))).toBe(false)
  })
})

describe("the bot in a channel that is shared with another organization", () => {
  let bot: RunningSlackBot

  beforeEach(async () => {
    bot = await startSlackBot()
    const { world } = bot.slack
    // Slack says "stranger" of nobody that the bot shares a channel with: the team alone tells.
    world.users.set("UFOREIGN", {
      id: "UFOREIGN",
      name: "foreign",
      team_id: "T0FOREIGN",
      is_admin: true,
      is_email_confirmed: true,
      profile: { real_name: "Ada L.", email: "ada@example.org" },
    })
    const members = new Set([BOT_USER, "UADA", "UGRACE", "UFOREIGN"])
    const shared = aChannel("C0SHARED", { is_ext_shared: true, members })
    shared.messages.push(...aDiscussion())
    world.channels.set(shared.id, shared)
  })
  afterEach(async () => {
    await bot.stop()

    expect(bot.slack.faults).toEqual([])
  })

  it("counts the other organization's people as members of that channel and of no other", async () => {
    const { platform } = bot
    const place = { platform: "slack", team: "T0TEAM", channel: "C0SHARED" } as const

    expect(await platform.mayRead("UFOREIGN", place)).toBe(true)
    expect(await platform.mayRead("UFOREIGN", { ...place, channel: "C0GENERAL" })).toBe(false)
    expect(await platform.readPlace(place)).toMatchObject({ hasGuests: true })
  })

  it("takes neither what they are at home nor the address that is vouched for there", async () => {
    await bot.slack.send("events_api", aMention(`<@${BOT_USER}> help`, { user: "UFOREIGN", channel: "C0SHARED" }))
    await bot.slack.waitFor("chat.postEphemeral")

    expect(bot.asks[0]?.asker).toMatchObject({
      verifiedAddress: undefined,
      may: { manageChannel: false, administer: false },
    })
  })

  it("answers them about the shared channel, and not about another one", async () => {
    const ask = (words: string, ts: string): Promise<unknown> =>
      bot.slack.send(
        "events_api",
        aMention(`<@${BOT_USER}> ${words}`, { user: "UFOREIGN", channel: "C0SHARED", thread_ts: ROOT, ts }),
      )

    await ask("", "1767240000.000100")
    const shown = JSON.stringify(await bot.slack.waitFor("chat.postEphemeral"))
    await ask(LINK, "1767240060.000100")
    const refused = JSON.stringify(await bot.slack.waitFor("chat.postEphemeral", 2))

    expect(shown).toContain("I prefer the clock")
    expect(refused).toContain("in a channel that you cannot read")
    expect(refused).not.toContain("clock")
  })

  it("shares no other channel's thread there", async () => {
    await bot.slack.send("slash_commands", aCommand(bot.slack, `share ${LINK}`, { channel_id: "C0SHARED" }))

    expect(JSON.stringify(await bot.slack.waitFor("respond"))).toContain("Not shared")
    expect(bot.slack.callsOf("chat.postMessage")).toEqual([])
  })
})

const FORM = "application/x-www-form-urlencoded"
const JSON_TYPE = "application/json"
