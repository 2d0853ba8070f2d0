import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  aCommand,
  aHomeOpened,
  aMessageEvent,
  aPress,
  aSubmission,
  anEvent,
} from "../../../support/slack/server/slack-payloads.ts"
import { aDataFolder, removeDataFolders, serve } from "../../../support/slack/slack-program.ts"
import type { Program } from "../../../support/slack/slack-program.ts"
import { startSlack } from "../../../support/slack/server/slack-server.ts"
import type { FakeSlack } from "../../../support/slack/server/slack-server.ts"
import { APP_TOKEN, BOT_TOKEN, BOT_USER, ROOT } from "../../../support/slack/server/slack-world.ts"
import type { SlackPosted } from "../../../support/slack/server/slack-world.ts"

const THREAD = `slack:C0GENERAL/${ROOT}`
const LINK = `https://example.slack.com/archives/C0GENERAL/p${ROOT.replace(".", "")}`
const PATIENCE = { timeout: 30_000 }
const ADA = { user: { id: "UADA", username: "ada", name: "ada", team_id: "T0TEAM" } }

describe("slack: the built program with its store", { timeout: 120_000 }, () => {
  let slack: FakeSlack
  let program: Program
  let folder: string
  let saidAt = 1_767_229_000

  const start = async (): Promise<void> => {
    program = await serve(folder, {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: slack.apiUrl,
      STANDPOINT_QUIET_SECONDS: "1",
      STANDPOINT_LATEST_SECONDS: "2",
    })
    await program.logged("ready")
  }
  beforeAll(async () => {
    slack = await startSlack()
    folder = await aDataFolder()
    await start()
  })
  afterAll(async () => {
    expect(await program.stop()).toBe(0)
    await slack.stop()
    await removeDataFolders()
    expect(slack.faults).toEqual([])
  })

  const channel = (): SlackPosted[] => slack.world.channels.get("C0GENERAL")?.messages ?? []
  /** What the bot has posted for everybody in the channel, as it stands now. */
  const posts = (): readonly string[] =>
    channel()
      .filter(({ user }) => user === BOT_USER)
      .map(({ blocks }) => JSON.stringify(blocks))
  const say = async (user: string, text: string): Promise<SlackPosted> => {
    const ts = `${(saidAt += 60)}.000100`
    const said: SlackPosted = { ts, user, text, thread_ts: ROOT, type: "message" }
    channel().push(said)
    await slack.send("events_api", aMessageEvent(text, { user, ts, thread_ts: ROOT }))
    return said
  }
  const open = async (action: string): Promise<{ readonly callback_id: string; readonly private_metadata: string }> => {
    const before = slack.callsOf("views.update").length
    await slack.send("interactive", aPress(slack, { action_id: action, value: THREAD }, ADA))
    const filled = await slack.waitFor("views.update", before + 1)
    return filled["view"] as { readonly callback_id: string; readonly private_metadata: string }
  }
  const correct = async (what: string, question?: string): Promise<string> => {
    const view = await open("this-is-wrong")
    const chosen = (value: string) => ({ text: { type: "plain_text" as const, text: "…" }, value })
    const before = slack.callsOf("chat.postEphemeral").length
    const values = {
      what: { what: { type: "radio_buttons", selected_option: chosen(what) } },
      question: {
        question: { type: "static_select", selected_option: question === undefined ? null : chosen(question) },
      },
    }
    const answer = await slack.send("interactive", { ...aSubmission({ ...view, values }), ...ADA })
    expect(answer ?? {}).toEqual({})
    return textOf(await slack.waitFor("chat.postEphemeral", before + 1))
  }
  const homeOf = async (user: string): Promise<string> => {
    const before = slack.callsOf("views.publish").length
    await slack.send("events_api", aHomeOpened(user))
    return textOf((await slack.waitFor("views.publish", before + 1))["view"])
  }

  it("watches from the Home tab by a form with pickers: the card stands in the channel, the watch in the tab", async () => {
    expect(await homeOf("UADA")).toContain("You watch nothing.")
    const { channel: _, ...inHome } = aPress(slack, { action_id: "open-watch" }, ADA)
    await slack.send("interactive", inHome)
    const { view } = (await slack.waitFor("views.open")) as { readonly view: { readonly callback_id: string } }
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
    await slack.send("interactive", { ...aSubmission({ callback_id: view.callback_id, values }), ...ADA })

    expect(textOf(await slack.waitFor("chat.postEphemeral"))).toContain(`Watching ${THREAD}`)
    await expect.poll(posts, PATIENCE).toHaveLength(1)
    expect(posts()[0]).toContain("I prefer the clock now.")
    const tab = await slack.waitForCall("views.publish", ({ view: shown }) => textOf(shown).includes("slack:C0GENERAL"))
    expect(textOf(tab["view"])).toContain("(stances, questions, answers, decisions)")
  })

  it("tells under the card when somebody takes a stance, and the card says so too", async () => {
    await say("ULINUS", "I am against the clock: it forgets too much.")

    await expect.poll(posts, PATIENCE).toHaveLength(2)
    await expect.poll(() => posts()[0], PATIENCE).toContain("it forgets too much")
    expect(posts()[1]).toContain("it forgets too much")
    expect(channel().at(-1)?.thread_ts).toBe(channel().find(({ user }) => user === BOT_USER)?.ts)
  })

  it("takes the words back everywhere when their author changes them", async () => {
    const index = channel().findIndex(({ text }) => text.includes("it forgets too much"))
    const before = channel()[index]
    if (before === undefined) throw new Error("what was said is gone")
    const after = {
      ...before,
      text: "I am against the clock: it is unfair.",
      edited: { user: "ULINUS", ts: "1767229990.000000" },
    }
    channel()[index] = after
    const ts = "1767229990.000200"
    await slack.send(
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

    await expect.poll(() => posts().join("\n"), PATIENCE).not.toContain("it forgets too much")
    await expect.poll(() => posts()[0], PATIENCE).toContain("it is unfair")
  })

  it("takes the words back everywhere when they are deleted", async () => {
    const index = channel().findIndex(({ text }) => text.includes("it is unfair"))
    const [gone] = channel().splice(index, 1)
    const ts = "1767229991.000200"
    await slack.send(
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

    await expect.poll(() => posts().join("\n"), PATIENCE).not.toContain("it is unfair")
  })

  it("says in the Home tab what waits for whoever opens it, and to nobody else", async () => {
    await say("ULINUS", "<@UADA> which benchmark shall decide this?")
    await expect.poll(() => openOf(posts()[0]), PATIENCE).toContain("which benchmark shall decide this?")

    const home = await homeOf("UADA")
    expect(home).toMatch(
      /Waiting for me[^]*which benchmark shall decide this\?[^]*My watches[^]*evict entries with LRU/,
    )
    expect(await homeOf("UGRACE")).not.toContain("which benchmark")
  })

  it("shows everything in a window of whoever asks", async () => {
    expect(textOf(await open("show-all"))).toContain("I prefer the clock now.")
  })

  it.each([
    ["answered", "That counts as answered"],
    ["not-a-question", "That counts as no question"],
  ])("sets a question right (%s) in the card, keeps it over a restart, and takes it back", async (what, told) => {
    const isOpen = (): boolean => openOf(posts()[0]).includes("which benchmark")
    const question = questionsOf(await open("this-is-wrong")).find(({ label }) => label.includes("which benchmark"))

    expect(await correct(what, question?.value)).toContain(told)
    await expect.poll(isOpen, PATIENCE).toBe(false)
    expect(await program.stop()).toBe(0)
    await start()
    await say("UGRACE", `<@ULINUS> who writes the patch, now that it is ${what}?`)
    await expect.poll(() => openOf(posts()[0]), PATIENCE).toContain(`now that it is ${what}?`)
    expect(isOpen()).toBe(false)

    expect(await correct("undo")).toContain("Taken back")
    await expect.poll(isOpen, PATIENCE).toBe(true)
  })

  it("takes a speaker's own word on their stance, and nobody else's, and takes it back", async () => {
    const stands = (): boolean => /\*Ada Lovelace\* `[^`]+`/.test(posts()[0] ?? "")
    expect(stands()).toBe(true)

    expect(await correct("that is my stance")).toContain("that is where you stand")
    expect(await correct("no longer")).toContain("no longer shown as your stance")
    await expect.poll(stands, PATIENCE).toBe(false)
    expect(await correct("undo")).toContain("Taken back")
    await expect.poll(stands, PATIENCE).toBe(true)
  })

  it("keeps a thread quiet until somebody replies, by the button on its card", async () => {
    const press = (user: typeof ADA | undefined) =>
      slack.send("interactive", aPress(slack, { action_id: "say:1", value: `snooze ${THREAD} until reply` }, user))
    const before = slack.callsOf("respond").length

    await press(undefined)
    expect(textOf(await slack.waitFor("respond", before + 1))).toContain("you do not manage it")
    await press(ADA)
    expect(textOf(await slack.waitFor("respond", before + 2))).toContain("quiet here until somebody replies")
  })

  it("watches by the button of a card that was asked for, in a direct message too", async () => {
    const inDirect = {
      ...ADA,
      channel: { id: "DADA", name: "directmessage" },
      container: { type: "message" as const, channel_id: "DADA", message_ts: "1.2" },
    }
    await slack.send("interactive", aPress(slack, { action_id: "say:1", value: `watch ${THREAD}` }, inDirect))

    const card = await slack.waitForCall("chat.postMessage", (args) => args["channel"] === "DADA" && isCard(args))
    expect(textOf(card["blocks"])).toContain("Where do we stand?")
    expect(await homeOf("UADA")).toContain("in slack:DADA")
  })

  it("still holds one card a place, and every watch, after a restart", async () => {
    const cards = (): number => slack.callsOf("chat.postMessage").filter(isCard).length
    const before = cards()
    expect(await program.stop()).toBe(0)
    await start()

    await say("UGRACE", "I insist: I am against LRU for good.")
    await expect.poll(() => posts()[0], PATIENCE).toContain("against LRU for good")

    expect(cards()).toBe(before)
    const home = await homeOf("UADA")
    expect(home).toContain("in slack:C0GENERAL")
    expect(home).toContain("in slack:DADA")
  })

  it.each(["/etc/passwd", "file:///etc/passwd", "../x", "-", "imaps://me@example.org/INBOX"])(
    "opens no file of its machine and no mailbox for somebody who asks for %s",
    async (named) => {
      const before = slack.callsOf("respond").length

      for (const verb of ["summarize", "watch", "share"])
        await slack.send("slash_commands", aCommand(slack, `${verb} ${named}`, { user_id: "UADA" }))

      await slack.waitFor("respond", before + 3)
      for (const told of slack.callsOf("respond").slice(before)) {
        expect(textOf(told)).toMatch(/^(?:Expected|Cannot)/)
        expect(textOf(told)).not.toMatch(/root:|Who stands where/)
      }
    },
  )
})

/** Every text of blocks or of a view, in order. */
function textOf(drawn: unknown): string {
  if (Array.isArray(drawn)) return drawn.map(textOf).filter(Boolean).join("\n")
  if (typeof drawn !== "object" || drawn === null) return ""
  const { text, ...rest } = drawn as Readonly<Record<string, unknown>>
  const parts = ["blocks", "elements", "fields", "element", "options", "label"].map((name) => textOf(rest[name]))
  const own = typeof text === "string" && !("blocks" in rest) ? text : textOf(text)
  return [own, ...parts].filter(Boolean).join("\n")
}

function isCard({ blocks }: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(blocks ?? []).includes('"type":"header"')
}

/** The part of a card on what is open. */
function openOf(card: string | undefined): string {
  return /Still open[^]*?(?:Choices|Who stands where)/.exec(card ?? "")?.[0] ?? ""
}

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
