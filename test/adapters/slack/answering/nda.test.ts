import { describe, expect, it } from "vitest"
import type { Ask, Reply } from "../../../../src/index.ts"
import { aCommand, aMessageEvent } from "../../../support/slack/server/slack-payloads.ts"
import { LINK, ROOT } from "../../../support/slack/server/slack-world.ts"
import { startSlackBot } from "../../../support/slack/slack-bot.ts"
import { textOf } from "../../../support/slack/slack-text.ts"

describe("a thread in which somebody said !nda", () => {
  it("is not summarized until they take it back", async () => {
    const bot = await startSlackBot()
    const { slack } = bot
    const channel = slack.world.channels.get("C0GENERAL")
    channel?.messages.push({ ts: "1767230000.000100", user: "UADA", text: "!nda", thread_ts: ROOT })

    await slack.send("slash_commands", aCommand(slack, LINK))
    const refused = textOf(await slack.waitFor("respond"))
    channel?.messages.push({ ts: "1767230001.000100", user: "UADA", text: "!nda off", thread_ts: ROOT })
    await slack.send("slash_commands", aCommand(slack, LINK))
    const allowed = textOf(await slack.waitFor("respond", 2))
    await bot.stop()

    expect(refused).toContain("somebody in it asked for no summaries")
    expect(allowed).toContain("Who stands where")
    expect(slack.faults).toEqual([])
  })

  it("hands the objection to the house", async () => {
    const seen: Ask[] = []
    const answer = async (ask: Ask): Promise<Reply> => {
      seen.push(ask)
      return {
        visibility: "private",
        content: { kind: "note", lines: [{ spans: [{ kind: "text", text: "Noted." }], indent: 0 }] },
      }
    }
    const bot = await startSlackBot({ answer })

    await bot.slack.send("events_api", aMessageEvent("!nda", { thread_ts: ROOT }))
    await bot.slack.waitFor("chat.postEphemeral")
    await bot.stop()

    expect(seen[0]).toMatchObject({ words: "!nda", here: { rest: `C0GENERAL/${ROOT}` } })
  })
})
