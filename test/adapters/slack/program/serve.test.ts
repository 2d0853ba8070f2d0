import { afterEach, describe, expect, it } from "vitest"
import { aCommand } from "../../../support/slack/server/slack-payloads.ts"
import { aDataFolder, removeDataFolders, serve } from "../../../support/slack/slack-program.ts"
import { startSlack } from "../../../support/slack/server/slack-server.ts"
import { APP_TOKEN, BOT_TOKEN, LINK } from "../../../support/slack/server/slack-world.ts"

afterEach(removeDataFolders)

// Another process starts here, on a machine that may be busy.
describe("standpoint serve with Slack's tokens", { timeout: 120_000 }, () => {
  it("is ready once the connection stands, answers, and ends cleanly on SIGTERM", async () => {
    const slack = await startSlack()
    const program = await serve(await aDataFolder(), {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    })

    const ready = await program.logged("ready")
    await slack.send("slash_commands", aCommand(slack, LINK))
    const card = await slack.waitFor("respond")
    const health = await fetch(new URL("/healthz", String(ready["url"])))
    const code = await program.stop()
    await slack.stop()

    expect(ready["platforms"]).toBe("slack")
    expect(JSON.stringify(card["blocks"])).toContain("Who stands where")
    expect(health.status).toBe(200)
    expect(code).toBe(0)
    expect(slack.faults).toEqual([])
  })

  it("says in one line what is wrong when Slack refuses the token", async () => {
    const slack = await startSlack()
    const program = await serve(await aDataFolder(), {
      SLACK_BOT_TOKEN: "xoxb-old",
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
    })

    const code = await program.ended
    await slack.stop()

    expect(code).toBe(2)
    expect(program.lines.join("\n")).toContain("Cannot log in to Slack: Slack no longer takes the bot's token")
    expect(program.lines.join("\n")).not.toContain("    at ")
  })
})
