import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { aCommand, aMessageEvent } from "../../../support/slack/server/slack-payloads.ts"
import { aDataFolder, removeDataFolders, runOnce, serve } from "../../../support/slack/slack-program.ts"
import type { Program } from "../../../support/slack/slack-program.ts"
import { startSlack } from "../../../support/slack/server/slack-server.ts"
import type { FakeSlack } from "../../../support/slack/server/slack-server.ts"
import { APP_TOKEN, BOT_TOKEN, BOT_USER, ROOT, aChannel } from "../../../support/slack/server/slack-world.ts"
import type { SlackChannel, SlackPosted } from "../../../support/slack/server/slack-world.ts"

const THREAD = `slack:C0GENERAL/${ROOT}`
const LINK = `https://example.slack.com/archives/C0GENERAL/p${ROOT.replace(".", "")}`
const PATIENCE = { timeout: 30_000 }

// One thread of #general, watched in channels that each come to grief in another way.
describe("slack: the built program when something is wrong", { timeout: 120_000 }, () => {
  let slack: FakeSlack
  let program: Program
  let folder: string
  let saidAt = 1_767_229_000

  const settings = (): Readonly<Record<string, string>> => ({
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
    STANDPOINT_QUIET_SECONDS: "1",
    STANDPOINT_LATEST_SECONDS: "2",
  })
  const start = async (): Promise<void> => {
    program = await serve(folder, settings())
  }
  beforeAll(async () => {
    slack = await startSlack()
    slack.world.users.set("UGUEST", { id: "UGUEST", name: "guest", is_restricted: true })
    folder = await aDataFolder()
    await start()
    await program.logged("ready")
  })
  afterAll(async () => {
    await program.stop()
    await slack.stop()
    await removeDataFolders()
    expect(slack.faults).toEqual([])
  })

  const channel = (id: string): SlackChannel => {
    const found = slack.world.channels.get(id)
    if (found === undefined) throw new Error(`no channel ${id}`)
    return found
  }
  const posts = (id: string): readonly string[] =>
    channel(id)
      .messages.filter(({ user }) => user === BOT_USER)
      .map(({ blocks }) => JSON.stringify(blocks))
  const say = async (user: string, text: string): Promise<void> => {
    const ts = `${(saidAt += 60)}.000100`
    const said: SlackPosted = { ts, user, text, thread_ts: ROOT, type: "message" }
    channel("C0GENERAL").messages.push(said)
    await slack.send("events_api", aMessageEvent(text, { user, ts, thread_ts: ROOT }))
  }
  const watchIn = async (id: string, user = "UADA"): Promise<void> => {
    slack.world.channels.set(id, aChannel(id, { creator: user }))
    await slack.send("slash_commands", aCommand(slack, `watch ${LINK}`, { user_id: user, channel_id: id }))
    await expect.poll(() => posts(id), PATIENCE).toHaveLength(1)
  }
  /** What the bot told whoever set the watches up, in a direct message. */
  const toldAda = (): string => (slack.world.channels.has("DADA") ? posts("DADA").join("\n") : "")

  it.each([
    ["archived", "C0ARCHIVED", (one: SlackChannel) => void (one.is_archived = true), "the channel is archived"],
    ["one with a guest", "C0GUEST", (one: SlackChannel) => void one.members.add("UGUEST"), "the channel has guests"],
    [
      "one without the bot",
      "C0WITHOUT",
      (one: SlackChannel) => void one.members.delete(BOT_USER),
      "the bot is not in that channel",
    ],
    [
      "shared with another organization",
      "C0SHARED",
      (one: SlackChannel) => void (one.is_ext_shared = true),
      "has guests",
    ],
  ])("tells whoever watched that a channel which became %s is told no more", async (what, id, change, why) => {
    await watchIn(id)
    const before = posts(id)
    change(channel(id))

    await say("ULINUS", `<@UADA> who measures it in a channel that is ${what}?`)

    await expect.poll(toldAda, PATIENCE).toContain(`I no longer tell channel ${id} of ${THREAD}`)
    expect(toldAda()).toContain(why)
    expect(posts(id)).toEqual(before)
  })

  it("posts its card anew where somebody deleted it", async () => {
    await watchIn("C0DELETED")
    const { messages } = channel("C0DELETED")
    messages.splice(
      messages.findIndex(({ user }) => user === BOT_USER),
      1,
    )

    await say("ULINUS", "I am against LRU as well, by the way.")

    await expect
      .poll(() => posts("C0DELETED").filter((blocks) => blocks.includes('"type":"header"')), PATIENCE)
      .toEqual([expect.stringContaining("I am against LRU as well, by the way.")])
  })

  it("shows no words of a thread once somebody in it says !nda, and shows them again when that is taken back", async () => {
    await watchIn("C0NDA")
    const words = (): string => posts("C0NDA").join("\n")
    expect(words()).toContain("I prefer the clock")

    await say("UADA", "!nda")
    await expect.poll(words, PATIENCE).toContain("Not summarized")
    expect(words()).not.toMatch(/clock|LRU locks/)
    const answered = slack.callsOf("chat.postEphemeral").map(({ blocks }) => JSON.stringify(blocks))
    expect(answered.at(-1)).toContain("no longer summarized")

    await say("UADA", "!nda off")
    await expect.poll(words, PATIENCE).toContain("I prefer the clock")
    expect(words()).not.toContain("!nda")
  })

  it("leaves out the words of whoever wants none of theirs in any summary, until they take that back", async () => {
    await watchIn("C0OPT")
    const card = (): string => posts("C0OPT")[0] ?? ""
    const say = (text: string): Promise<unknown> =>
      slack.send("slash_commands", aCommand(slack, text, { user_id: "ULINUS", channel_id: "C0OPT" }))
    expect(card()).toContain("did you measure the lock")

    await say("!nda")
    await expect.poll(card, PATIENCE).not.toContain("did you measure the lock")
    expect(card()).toContain("I prefer the clock")

    await say("!nda off")
    await expect.poll(card, PATIENCE).toContain("did you measure the lock")
  })

  it("says in its log that nobody could be told, where whoever watched is gone", async () => {
    await watchIn("C0LEFT", "UGRACE")
    slack.world.users.set("UGRACE", { id: "UGRACE", name: "grace", deleted: true })
    channel("C0LEFT").is_archived = true

    await say("ULINUS", "<@UADA> who writes the patch for it?")

    expect(await program.logged("Nobody could be told that watches rest")).toMatchObject({ count: 1 })
  })

  it("names to whoever runs it the channel that it is watched in and not a member of", async () => {
    await program.stop()

    const printed = await runOnce(folder, ["doctor"], settings())
    await start()
    await program.logged("ready")

    expect(printed).toMatch(
      /no +Slack: channel C0WITHOUT: the bot is not in it.*\n +Invite it there: \/invite @Standpoint/,
    )
    expect(printed).toMatch(/ok +Slack: scopes: all \d+ are granted/)
  })

  it("says to whoever runs it that the token was taken back, and so does the next start", async () => {
    slack.world.tokens.delete(BOT_TOKEN)
    await say("ULINUS", "<@UADA> who tests the patch for it?")
    await expect
      .poll(() => program.lines.filter((line) => line.includes('"code":"config-invalid"')).length, PATIENCE)
      .toBeGreaterThan(0)
    await program.stop()

    await start()

    expect(await program.ended).not.toBe(0)
    expect(program.lines.join("\n")).toContain("Slack no longer takes the bot's token")
    expect(program.lines.join("\n")).not.toContain("    at ")
  })
})
