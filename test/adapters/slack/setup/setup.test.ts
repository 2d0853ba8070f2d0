import { describe, expect, it } from "vitest"
import { explainScopes, slackFindings, slackManifest } from "../../../../adapters/slack/index.ts"
import { createMemoryStore } from "../../../../src/index.ts"
import { startSlack } from "../../../support/slack/server/slack-server.ts"
import { APP_TOKEN, BOT_TOKEN } from "../../../support/slack/server/slack-world.ts"

describe("the manifest", () => {
  it("is for Socket Mode unless an address is given", () => {
    expect(slackManifest()).toMatchObject({ settings: { socket_mode_enabled: true } })
    expect(JSON.stringify(slackManifest())).not.toContain("request_url")
  })

  it("names our addresses for HTTP", () => {
    expect(slackManifest({ http: "https://bot.example.org" })).toMatchObject({
      features: { slash_commands: [{ command: "/standpoint", url: "https://bot.example.org/slack/events" }] },
      oauth_config: { redirect_urls: ["https://bot.example.org/slack/oauth_redirect"] },
      settings: {
        socket_mode_enabled: false,
        interactivity: { request_url: "https://bot.example.org/slack/events" },
        event_subscriptions: { request_url: "https://bot.example.org/slack/events" },
      },
    })
  })

  it("keeps to Slack's bounds, explains every scope, and asks for no more than it needs", () => {
    const { display_information: shown, oauth_config: oauth } = slackManifest() as {
      readonly display_information: {
        readonly name: string
        readonly description: string
        readonly long_description: string
      }
      readonly oauth_config: { readonly scopes: { readonly bot: readonly string[] } }
    }

    expect(shown.name.length).toBeLessThanOrEqual(35)
    expect(shown.description.length).toBeLessThanOrEqual(140)
    expect(shown.long_description.length).toBeGreaterThanOrEqual(175)
    expect(shown.long_description.length).toBeLessThanOrEqual(4_000)
    expect(explainScopes()).toHaveLength(oauth.scopes.bot.length)
    expect(oauth.scopes.bot).not.toContain("chat:write.public")
    expect(oauth.scopes.bot.filter((scope) => scope.endsWith(":join"))).toEqual([])
  })
})

describe("the doctor", () => {
  it("finds a whole set-up well", async () => {
    const slack = await startSlack()

    const findings = await slackFindings({ botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.apiUrl })
    await slack.stop()

    expect(findings.map(({ state }) => state)).toEqual(["well", "well", "well", "well"])
  })

  it("says of each thing that is missing how to mend it", async () => {
    const slack = await startSlack()
    slack.world.channels.get("C0GENERAL")?.members.delete("UBOT")

    const none = await slackFindings({ apiUrl: slack.apiUrl })
    const wrong = await slackFindings({ botToken: "xoxb-wrong", appToken: "xapp-wrong", apiUrl: slack.apiUrl })
    const absent = await slackFindings(
      { botToken: BOT_TOKEN, appToken: APP_TOKEN, apiUrl: slack.apiUrl },
      {
        watched: [{ channel: "C0GENERAL" }, { channel: "DADA" }],
      },
    )
    await slack.stop()

    expect(none.map(({ text }) => text)).toEqual([
      "SLACK_BOT_TOKEN is not set",
      "SLACK_APP_TOKEN is not set: no event comes in",
    ])
    expect(wrong.every(({ state, mend }) => state === "missing" && mend !== undefined)).toBe(true)
    expect(absent).toContainEqual(expect.objectContaining({ subject: "Slack: channel C0GENERAL", state: "missing" }))
    expect(JSON.stringify(absent)).not.toContain("DADA")
  })

  it("looks at every workspace that installed the bot", async () => {
    const slack = await startSlack()
    const { installations } = createMemoryStore()
    const bot = { scopes: [], id: "BBOT", userId: "UBOT" }
    for (const [team, token] of [
      ["T0TEAM", BOT_TOKEN],
      ["T0GONE", "xoxb-revoked"],
    ] as const)
      await installations.save(
        `slack:${team}`,
        JSON.stringify({ team: { id: team }, user: { id: "UADA" }, bot: { ...bot, token } }),
      )
    const oauth = { signingSecret: "s", clientId: "1.2", clientSecret: "s", stateSecret: "s", apiUrl: slack.apiUrl }

    const findings = await slackFindings(oauth, { installations, watched: [{ team: "T0TEAM", channel: "C0ELSE" }] })
    await slack.stop()

    expect(findings.map(({ subject, state }) => `${subject}: ${state}`)).toEqual([
      "Slack: token: well",
      "Slack T0GONE: token: missing",
      "Slack T0TEAM: token: well",
      "Slack T0TEAM: scopes: well",
      "Slack T0TEAM: channels: well",
      "Slack T0TEAM: channel C0ELSE: missing",
      "Slack: events: warning",
    ])
  })
})
