import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { APIChannel } from "discord.js"
import { describeInvite, discordFindings, discordInvite } from "../../../../adapters/discord/index.ts"
import { BOT_ID, GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"
import { startDiscord, TOKEN } from "../../../support/discord/server/discord-server.ts"
import type { FakeDiscord } from "../../../support/discord/server/discord-server.ts"

const VIEW = 1n << 10n
const HISTORY = 1n << 16n
const SEND = 1n << 11n
const SEND_IN_THREADS = 1n << 38n

describe("discord: set-up", () => {
  let discord: FakeDiscord
  beforeEach(async () => {
    discord = await startDiscord()
  })
  afterEach(async () => {
    await discord.close()
    expect(discord.violations).toEqual([])
  })
  const access = () => ({ token: TOKEN, apiUrl: discord.url })

  it("invites with the fewest rights, each with its reason", async () => {
    const invite = await discordInvite(access())

    const query = new URL(invite.url).searchParams
    expect(query.get("scope")).toBe("bot applications.commands")
    expect(BigInt(query.get("permissions") ?? 0)).toBe(VIEW | HISTORY | SEND | SEND_IN_THREADS)
    expect(invite.intents.filter((intent) => intent.isPrivileged).map((intent) => intent.name)).toEqual([
      "Message Content",
    ])
    const text = describeInvite(invite)
    for (const need of [...invite.permissions, ...invite.intents, ...invite.scopes])
      expect(text).toContain(`${need.name}: ${need.why}`)
  })

  describe("the doctor", () => {
    let parent: APIChannel
    const denying = (bit: bigint) => [{ id: GUILD_ID, type: 0 as const, allow: "0", deny: String(bit) }]
    const examine = async (...channels: APIChannel[]) =>
      (
        await discordFindings(
          access(),
          channels.map((channel) => channel.id),
        )
      ).filter((finding) => finding.state !== "well")
    beforeEach(() => {
      discord.registered.push({
        name: "standpoint",
        id: "123456789",
        application_id: "123456789",
        version: "123456789",
        type: 1,
        description: "x",
        default_member_permissions: null,
      })
      parent = discord.world.addChannel({ name: "general" })
    })

    it("finds nothing to mend where all is well", async () => {
      expect(await examine(parent, discord.world.addThread({ name: "T", parent: parent.id }))).toEqual([])
    })

    it("tells the silent failures apart, each with its way out", async () => {
      const { world } = discord
      world.applicationFlags = 0
      const withoutHistory = world.addChannel({ name: "old", overwrites: denying(HISTORY) })
      const withoutThreads = world.addChannel({ name: "dev", overwrites: denying(SEND_IN_THREADS) })
      const closed = world.addChannel({ name: "closed" })
      world.closed.add(closed.id)

      const findings = await examine(
        withoutHistory,
        world.addThread({ name: "mute", parent: withoutThreads.id }),
        world.addThread({ name: "asleep", parent: parent.id, archived: true }),
        world.addThread({ name: "shut", parent: parent.id, archived: true, locked: true }),
        world.addThread({ name: "secret", parent: parent.id, type: 12 }),
        closed,
      )

      expect(findings.map(({ subject, state }) => [subject.replace(/\d{9,}/, "ID"), state])).toEqual([
        ["Discord: Message Content intent", "missing"],
        ["Discord: #old: Read Message History", "missing"],
        ["Discord: #mute: Send Messages in Threads", "missing"],
        ["Discord: #asleep: archived", "warning"],
        ["Discord: #shut: locked", "warning"],
        ["Discord: #secret: private thread", "missing"],
        ["Discord: ID", "missing"],
      ])
      for (const finding of findings) expect(finding.mend).toMatch(/\w/)
    })

    it("knows that a member of a private thread may read it", async () => {
      const secret = discord.world.addThread({ name: "secret", parent: parent.id, type: 12 })
      discord.world.threadMembers.set(secret.id, new Set([BOT_ID]))

      expect(await examine(secret)).toEqual([])
    })

    it("says that commands are not registered, and that a token is wrong", async () => {
      discord.registered.length = 0
      expect((await examine()).map(({ subject }) => subject)).toEqual(["Discord: commands"])

      const [finding] = await discordFindings({ ...access(), token: "wrong" })
      expect(finding).toMatchObject({
        subject: "Discord: token",
        state: "missing",
        mend: expect.stringContaining("DISCORD_TOKEN"),
      })
    })
  })
})
