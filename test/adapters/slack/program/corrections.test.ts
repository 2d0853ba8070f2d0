import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { aCommand, aPress, aSubmission } from "../../../support/slack/server/slack-payloads.ts"
import { LINK, THREAD } from "../../../support/slack/server/slack-world.ts"
import { ADA, startSlackHouse } from "../../../support/slack/slack-house.ts"
import type { SlackHouse } from "../../../support/slack/slack-house.ts"
import { openOf, textOf } from "../../../support/slack/slack-text.ts"

const PATIENCE = { timeout: 30_000 }

describe("slack: the built program and what people set right on a card", { timeout: 120_000 }, () => {
  let house: SlackHouse
  beforeAll(async () => {
    house = await startSlackHouse()
    await house.slack.send("slash_commands", aCommand(house.slack, `watch ${LINK}`, { user_id: "UADA" }))
    await vi.waitUntil(() => house.posts().length > 0, PATIENCE)
    await house.say("ULINUS", "<@UADA> which benchmark shall decide this?")
    await vi.waitUntil(() => openOf(house.posts()[0]).includes("which benchmark"), PATIENCE)
  })
  afterAll(async () => {
    expect(await house.stop()).toBe(0)
    expect(house.slack.faults).toEqual([])
  })

  const open = async (action: string): Promise<{ readonly callback_id: string; readonly private_metadata: string }> => {
    const before = house.slack.callsOf("views.update").length
    await house.slack.send("interactive", aPress(house.slack, { action_id: action, value: THREAD }, ADA))
    const filled = await house.slack.waitFor("views.update", before + 1)
    return filled["view"] as { readonly callback_id: string; readonly private_metadata: string }
  }
  const correct = async (what: string, question?: string): Promise<string> => {
    const view = await open("this-is-wrong")
    const chosen = (value: string) => ({ text: { type: "plain_text" as const, text: "…" }, value })
    const before = house.slack.callsOf("chat.postEphemeral").length
    const values = {
      what: { what: { type: "radio_buttons", selected_option: chosen(what) } },
      question: {
        question: { type: "static_select", selected_option: question === undefined ? null : chosen(question) },
      },
    }
    const answer = await house.slack.send("interactive", { ...aSubmission({ ...view, values }), ...ADA })
    expect(answer ?? {}).toEqual({})
    return textOf(await house.slack.waitFor("chat.postEphemeral", before + 1))
  }

  it("shows everything in a window of whoever asks", async () => {
    expect(textOf(await open("show-all"))).toContain("I prefer the clock now.")
  })

  it.each([
    ["answered", "That counts as answered"],
    ["not-a-question", "That counts as no question"],
  ])("sets a question right (%s) in the card, keeps it over a restart, and takes it back", async (what, told) => {
    const isOpen = (): boolean => openOf(house.posts()[0]).includes("which benchmark")
    const question = questionsOf(await open("this-is-wrong")).find(({ label }) => label.includes("which benchmark"))

    expect(await correct(what, question?.value)).toContain(told)
    await expect.poll(isOpen, PATIENCE).toBe(false)
    expect(await house.restart()).toBe(0)
    await house.say("UGRACE", `<@ULINUS> who writes the patch, now that it is ${what}?`)
    await expect.poll(() => openOf(house.posts()[0]), PATIENCE).toContain(`now that it is ${what}?`)
    expect(isOpen()).toBe(false)

    expect(await correct("undo")).toContain("Taken back")
    await expect.poll(isOpen, PATIENCE).toBe(true)
  })

  it("takes a speaker's own word on their stance, and nobody else's, and takes it back", async () => {
    const stands = (): boolean => /\*Ada Lovelace\* `[^`]+`/.test(house.posts()[0] ?? "")
    expect(stands()).toBe(true)

    expect(await correct("that is my stance")).toContain("that is where you stand")
    expect(await correct("no longer")).toContain("no longer shown as your stance")
    await expect.poll(stands, PATIENCE).toBe(false)
    expect(await correct("undo")).toContain("Taken back")
    await expect.poll(stands, PATIENCE).toBe(true)
  })

  it("keeps a thread quiet until somebody replies, by the button on its card", async () => {
    const press = (user: typeof ADA | undefined) =>
      house.slack.send(
        "interactive",
        aPress(house.slack, { action_id: "say:1", value: `snooze ${THREAD} until reply` }, user),
      )
    const before = house.slack.callsOf("respond").length

    await press(undefined)
    expect(textOf(await house.slack.waitFor("respond", before + 1))).toContain("you do not manage it")
    await press(ADA)
    expect(textOf(await house.slack.waitFor("respond", before + 2))).toContain("quiet here until somebody replies")
  })
})

function questionsOf(view: unknown): readonly { readonly label: string; readonly value: string }[] {
  const { blocks } = view as {
    readonly blocks: readonly {
      readonly block_id?: string
      readonly element?: {
        readonly options: readonly { readonly value: string; readonly text: { readonly text: string } }[]
      }
    }[]
  }
  const options = blocks.find(({ block_id: id }) => id === "question")?.element?.options ?? []
  return options.map(({ value, text }) => ({ value, label: text.text }))
}
