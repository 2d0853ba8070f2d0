import { describe, expect } from "vitest"
import { aCommand, aPress, aSubmission } from "../../../support/slack/server/slack-payloads.ts"
import { LINK } from "../../../support/slack/server/slack-world.ts"
import { itRuns } from "../../../support/slack/slack-bot.ts"

describe("the windows of the bot on Slack", () => {
  itRuns("opens everything at once and fills it when the thread is read", async ({ bot }) => {
    const { slack } = bot

    await slack.send("interactive", aPress(slack, { action_id: "show-all", value: LINK }))
    const opened = await slack.waitFor("views.open")
    const filled = await slack.waitFor("views.update")

    expect(JSON.stringify(opened)).toContain("Reading the thread")
    expect(JSON.stringify(filled)).toContain("I prefer the clock now")
  })

  itRuns("opens a form for watch, and asks its words", async ({ bot }) => {
    const { slack } = bot

    await slack.send("slash_commands", aCommand(slack, "watch"))
    const { view } = (await slack.waitFor("views.open")) as { readonly view: { readonly callback_id: string } }
    const values = {
      source: { source: { type: "plain_text_input", value: "https://lists.example.org/cache/1/" } },
      channel: { channel: { type: "conversations_select", selected_conversation: "C0GENERAL" } },
      topics: {
        topics: {
          type: "checkboxes",
          selected_options: [{ text: { type: "plain_text" as const, text: "…" }, value: "answers" }],
        },
      },
      filter: { filter: { type: "plain_text_input", value: null } },
    }
    const ack = await slack.send("interactive", aSubmission({ callback_id: view.callback_id, values }))

    expect(ack ?? {}).toEqual({})
    await expect
      .poll(() => bot.asks.map(({ words }) => words))
      .toContain("watch https://lists.example.org/cache/1/ in <#C0GENERAL> answers")
    await slack.waitFor("chat.postEphemeral")
  })

  itRuns("says beside the field what is wrong with it", async ({ bot }) => {
    const values = {
      source: { source: { type: "plain_text_input", value: "two words" } },
      channel: { channel: { type: "conversations_select", selected_conversation: "C0GENERAL" } },
      topics: { topics: { type: "checkboxes", selected_options: [] } },
      filter: { filter: { type: "plain_text_input", value: null } },
    }

    const ack = await bot.slack.send("interactive", aSubmission({ callback_id: "watch", values }))

    expect(ack).toEqual({ response_action: "errors", errors: { source: "Give one link or one Message-ID" } })
  })

  itRuns("turns This is wrong… into the words of the correction", async ({ bot }) => {
    const { slack } = bot

    await slack.send("interactive", aPress(slack, { action_id: "this-is-wrong", value: LINK }))
    const { view } = (await slack.waitFor("views.update")) as {
      readonly view: { readonly callback_id: string; readonly private_metadata: string }
    }
    const option = (value: string) => ({ text: { type: "plain_text" as const, text: "…" }, value })
    const values = {
      what: { what: { type: "radio_buttons", selected_option: option("answered") } },
      question: { question: { type: "static_select", selected_option: option("q2") } },
    }
    await slack.send("interactive", aSubmission({ ...view, values }))

    await expect.poll(() => bot.asks.at(-1)?.words).toBe(`answered q2 in ${LINK}`)
    await slack.waitFor("chat.postEphemeral")
  })
})
