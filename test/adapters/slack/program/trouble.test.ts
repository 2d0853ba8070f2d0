import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { aCommand } from "../../../support/slack/server/slack-payloads.ts"
import { aChannel, BOT_TOKEN, BOT_USER, LINK, THREAD } from "../../../support/slack/server/slack-world.ts"
import type { SlackChannel } from "../../../support/slack/server/slack-world.ts"
import { startSlackHouse } from "../../../support/slack/slack-house.ts"
import type { SlackHouse } from "../../../support/slack/slack-house.ts"
import { runOnce } from "../../../support/slack/slack-program.ts"

const PATIENCE = { timeout: 30_000 }

// One thread of #general, watched in channels that each come to grief in another way.
describe("slack: the built program when something is wrong", { timeout: 120_000 }, () => {
  let house: SlackHouse
  beforeAll(async () => {
    house = await startSlackHouse()
    house.slack.world.users.set("UGUEST", { id: "UGUEST", name: "guest", is_restricted: true })
  })
  afterAll(async () => {
    await house.stop()
    expect(house.slack.faults).toEqual([])
  })

  const watchIn = async (id: string, user = "UADA"): Promise<void> => {
    house.slack.world.channels.set(id, aChannel(id, { creator: user }))
    await house.slack.send("slash_commands", aCommand(house.slack, `watch ${LINK}`, { user_id: user, channel_id: id }))
    await expect.poll(() => house.posts(id), PATIENCE).toHaveLength(1)
  }
  /** What the bot told whoever set the watches up, in a direct message. */
  const toldAda = (): string => (house.slack.world.channels.has("DADA") ? house.posts("DADA").join("\n") : "")

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
    const before = house.posts(id)
    change(house.channel(id))

    await house.say("ULINUS", `<@UADA> who measures it in a channel that is ${what}?`)

    await expect.poll(toldAda, PATIENCE).toContain(`I no longer tell channel ${id} of ${THREAD}`)
    expect(toldAda()).toContain(why)
    expect(house.posts(id)).toEqual(before)
  })

  it("posts its card anew where somebody deleted it", async () => {
    await watchIn("C0DELETED")
    const { messages } = house.channel("C0DELETED")
    messages.splice(
      messages.findIndex(({ user }) => user === BOT_USER),
      1,
    )

    await house.say("ULINUS", "I am against LRU as well, by the way.")

    await expect
      .poll(() => house.posts("C0DELETED").filter((blocks) => blocks.includes('"type":"header"')), PATIENCE)
      .toEqual([expect.stringContaining("I am against LRU as well, by the way.")])
  })

  it("shows no words of a thread once somebody in it says !nda, and shows them again when that is taken back", async () => {
    await watchIn("C0NDA")
    const words = (): string => house.posts("C0NDA").join("\n")
    expect(words()).toContain("I prefer the clock")

    await house.say("UADA", "!nda")
    await expect.poll(words, PATIENCE).toContain("Not summarized")
    expect(words()).not.toMatch(/clock|LRU locks/)
    const answered = house.slack.callsOf("chat.postEphemeral").map(({ blocks }) => JSON.stringify(blocks))
    expect(answered.at(-1)).toContain("no longer summarized")

    await house.say("UADA", "!nda off")
    await expect.poll(words, PATIENCE).toContain("I prefer the clock")
    expect(words()).not.toContain("!nda")
  })

  it("leaves out the words of whoever wants none of theirs in any summary, until they take that back", async () => {
    await watchIn("C0OPT")
    const card = (): string => house.posts("C0OPT")[0] ?? ""
    const say = (text: string): Promise<unknown> =>
      house.slack.send("slash_commands", aCommand(house.slack, text, { user_id: "ULINUS", channel_id: "C0OPT" }))
    expect(card()).toContain("did you measure the lock")

    await say("!nda")
    await expect.poll(card, PATIENCE).not.toContain("did you measure the lock")
    expect(card()).toContain("I prefer the clock")

    await say("!nda off")
    await expect.poll(card, PATIENCE).toContain("did you measure the lock")
  })

  it("says in its log that nobody could be told, where whoever watched is gone", async () => {
    await watchIn("C0LEFT", "UGRACE")
    house.slack.world.users.set("UGRACE", { id: "UGRACE", name: "grace", deleted: true })
    house.channel("C0LEFT").is_archived = true

    await house.say("ULINUS", "<@UADA> who writes the patch for it?")

    expect(await house.program().logged("Nobody could be told that watches rest")).toMatchObject({ count: 1 })
  })

  it("names to whoever runs it the channel that it is watched in and not a member of", async () => {
    await house.program().stop()

    const printed = await runOnce(house.folder, ["doctor"], house.settings)
    await house.start()
    await house.program().logged("ready")

    expect(printed).toMatch(
      /no +Slack: channel C0WITHOUT: the bot is not in it.*\n +Invite it there: \/invite @Standpoint/,
    )
    expect(printed).toMatch(/ok +Slack: scopes: all \d+ are granted/)
  })

  it("says to whoever runs it that the token was taken back, and so does the next start", async () => {
    house.slack.world.tokens.delete(BOT_TOKEN)
    await house.say("ULINUS", "<@UADA> who tests the patch for it?")
    await expect
      .poll(() => house.program().lines.filter((line) => line.includes('"code":"config-invalid"')).length, PATIENCE)
      .toBeGreaterThan(0)
    await house.program().stop()

    await house.start()

    expect(await house.program().ended).not.toBe(0)
    expect(house.program().lines.join("\n")).toContain("Slack no longer takes the bot's token")
    expect(house.program().lines.join("\n")).not.toContain("    at ")
  })
})
