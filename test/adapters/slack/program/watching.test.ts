import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { aCommand, aHomeOpened, anEvent, aPress, aSubmission } from "../../../support/slack/server/slack-payloads.ts"
import { BOT_USER, LINK, THREAD } from "../../../support/slack/server/slack-world.ts"
import { ADA, startSlackHouse } from "../../../support/slack/slack-house.ts"
import type { SlackHouse } from "../../../support/slack/slack-house.ts"
import { openOf, textOf } from "../../../support/slack/slack-text.ts"

const PATIENCE = { timeout: 30_000 }

describe("slack: the built program and what it is told to watch", { timeout: 120_000 }, () => {
  let house: SlackHouse
  beforeAll(async () => {
    house = await startSlackHouse()
  })
  afterAll(async () => {
    expect(await house.stop()).toBe(0)
    expect(house.slack.faults).toEqual([])
  })

  const homeOf = async (user: string): Promise<string> => {
    const before = house.slack.callsOf("views.publish").length
    await house.slack.send("events_api", aHomeOpened(user))
    return textOf((await house.slack.waitFor("views.publish", before + 1))["view"])
  }

  it("watches from the Home tab by a form with pickers: the card stands in the channel, the watch in the tab", async () => {
    expect(await homeOf("UADA")).toContain("You watch nothing.")
    const { channel: _, ...inHome } = aPress(house.slack, { action_id: "open-watch" }, ADA)
    await house.slack.send("interactive", inHome)
    const { view } = (await house.slack.waitFor("views.open")) as { readonly view: { readonly callback_id: string } }
    const topics = ["stances", "questions", "answers", "decisions"].map((value) => ({
      text: { type: "plain_text" as const, text: "…" },
      value,
    }))
    const values = {
      source: { source: { type: "plain_text_input", value: LINK } },
      channel: { channel: { type: "conversations_select", selected_conversation: "C0GENERAL" } },
      topics: { topics: { type: "checkboxes", selected_options: topics } },
      filter: { filter: { type: "plain_text_input", value: null } },
    }
    await house.slack.send("interactive", { ...aSubmission({ callback_id: view.callback_id, values }), ...ADA })

    expect(textOf(await house.slack.waitFor("chat.postEphemeral"))).toContain(`Watching ${THREAD}`)
    await expect.poll(() => house.posts(), PATIENCE).toHaveLength(1)
    expect(house.posts()[0]).toContain("I prefer the clock now.")
    const tab = await house.slack.waitForCall("views.publish", ({ view: shown }) =>
      textOf(shown).includes("slack:C0GENERAL"),
    )
    expect(textOf(tab["view"])).toContain("(stances, questions, answers, decisions)")
  })

  it("tells under the card when somebody takes a stance, and the card says so too", async () => {
    await house.say("ULINUS", "I am against the clock: it forgets too much.")

    await expect.poll(() => house.posts(), PATIENCE).toHaveLength(2)
    await expect.poll(() => house.posts()[0], PATIENCE).toContain("it forgets too much")
    expect(house.posts()[1]).toContain("it forgets too much")
    expect(house.channel().messages.at(-1)?.thread_ts).toBe(
      house.channel().messages.find(({ user }) => user === BOT_USER)?.ts,
    )
  })

  it("takes the words back everywhere when their author changes them", async () => {
    const index = house.channel().messages.findIndex(({ text }) => text.includes("it forgets too much"))
    const before = house.channel().messages[index]
    if (before === undefined) throw new Error("what was said is gone")
    const after = {
      ...before,
      text: "I am against the clock: it is unfair.",
      edited: { user: "ULINUS", ts: "1767229990.000000" },
    }
    house.channel().messages[index] = after
    const ts = "1767229990.000200"
    await house.slack.send(
      "events_api",
      anEvent({
        type: "message",
        subtype: "message_changed",
        channel: "C0GENERAL",
        channel_type: "channel",
        ts,
        event_ts: ts,
        message: after,
        previous_message: before,
      }),
    )

    await expect.poll(() => house.posts().join("\n"), PATIENCE).not.toContain("it forgets too much")
    await expect.poll(() => house.posts()[0], PATIENCE).toContain("it is unfair")
  })

  it("takes the words back everywhere when they are deleted", async () => {
    const index = house.channel().messages.findIndex(({ text }) => text.includes("it is unfair"))
    const [gone] = house.channel().messages.splice(index, 1)
    const ts = "1767229991.000200"
    await house.slack.send(
      "events_api",
      anEvent({
        type: "message",
        subtype: "message_deleted",
        channel: "C0GENERAL",
        channel_type: "channel",
        ts,
        event_ts: ts,
        deleted_ts: gone?.ts,
        previous_message: gone,
      }),
    )

    await expect.poll(() => house.posts().join("\n"), PATIENCE).not.toContain("it is unfair")
  })

  it("says in the Home tab what waits for whoever opens it, and to nobody else", async () => {
    await house.say("ULINUS", "<@UADA> which benchmark shall decide this?")
    await expect.poll(() => openOf(house.posts()[0]), PATIENCE).toContain("which benchmark shall decide this?")

    const home = await homeOf("UADA")
    expect(home).toMatch(
      /Waiting for me[^]*which benchmark shall decide this\?[^]*My watches[^]*evict entries with LRU/,
    )
    expect(await homeOf("UGRACE")).not.toContain("which benchmark")
  })

  it("watches by the button of a card that was asked for, in a direct message too", async () => {
    const inDirect = {
      ...ADA,
      channel: { id: "DADA", name: "directmessage" },
      container: { type: "message" as const, channel_id: "DADA", message_ts: "1.2" },
    }
    await house.slack.send(
      "interactive",
      aPress(house.slack, { action_id: "say:1", value: `watch ${THREAD}` }, inDirect),
    )

    const card = await house.slack.waitForCall("chat.postMessage", (args) => args["channel"] === "DADA" && isCard(args))
    expect(textOf(card["blocks"])).toContain("Where do we stand?")
    expect(await homeOf("UADA")).toContain("in slack:DADA")
  })

  it("still holds one card a place, and every watch, after a restart", async () => {
    const cards = (): number => house.slack.callsOf("chat.postMessage").filter(isCard).length
    const before = cards()
    expect(await house.restart()).toBe(0)

    await house.say("UGRACE", "I insist: I am against LRU for good.")
    await expect.poll(() => house.posts()[0], PATIENCE).toContain("against LRU for good")

    expect(cards()).toBe(before)
    const home = await homeOf("UADA")
    expect(home).toContain("in slack:C0GENERAL")
    expect(home).toContain("in slack:DADA")
  })

  it.each(["/etc/passwd", "file:///etc/passwd", "../x", "-", "imaps://me@example.org/INBOX"])(
    "opens no file of its machine and no mailbox for somebody who asks for %s",
    async (named) => {
      const before = house.slack.callsOf("respond").length

      for (const verb of ["summarize", "watch", "share"])
        await house.slack.send("slash_commands", aCommand(house.slack, `${verb} ${named}`, { user_id: "UADA" }))

      await house.slack.waitFor("respond", before + 3)
      for (const told of house.slack.callsOf("respond").slice(before)) {
        expect(textOf(told)).toMatch(/^(?:Expected|Cannot)/)
        expect(textOf(told)).not.toMatch(/root:|Who stands where/)
      }
    },
  )
})

function isCard({ blocks }: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(blocks ?? []).includes('"type":"header"')
}
