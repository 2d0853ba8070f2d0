import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { APIChannel, APIUser } from "discord.js"
import { answered } from "../../../support/discord/discord-asked.ts"
import { buttonOf, startBot, textOf } from "../../../support/discord/discord-bot.ts"
import type { Running } from "../../../support/discord/discord-bot.ts"
import { aRole, GUILD_ID } from "../../../support/discord/server/discord-payloads.ts"

const VIEW = 1n << 10n
const HISTORY = 1n << 16n

describe("discord: manners", () => {
  let bot: Running
  let open: APIChannel
  let secret: APIChannel
  let [ada, eve]: APIUser[] = []
  beforeEach(async () => {
    bot = await startBot()
    const { world } = bot.discord
    world.guild.roles.push(aRole("830000000000000001", "core", "0"))
    ada = world.addUser("Ada", ["830000000000000001"])
    eve = world.addUser("Eve")
    open = world.addChannel({ name: "general" })
    secret = world.addChannel({
      name: "core",
      overwrites: [
        { id: GUILD_ID, type: 0, allow: "0", deny: String(VIEW) },
        { id: "830000000000000001", type: 0, allow: String(VIEW | HISTORY), deny: "0" },
      ],
    })
    world.addMessage({ channel: secret.id, author: ada, content: "Shall we fire the CI vendor?" })
    world.addMessage({ channel: open.id, author: eve, content: "Is the build green?" })
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })
  const user = (who: APIUser | undefined): APIUser => who as APIUser

  it.each(["discord:SECRET", "https://discord.com/channels/800000000000000001/SECRET"])(
    "gives nobody a summary of a channel that they cannot read: %s",
    async (template) => {
      const source = template.replace("SECRET", secret.id)

      const [forEve, forAda] = [
        await answered(bot.discord.slash({ channel: open, user: user(eve) }, "summarize", { source })),
        await answered(bot.discord.slash({ channel: open, user: user(ada) }, "summarize", { source })),
      ]

      expect(textOf(forEve)).toContain("You cannot read that channel")
      expect(textOf(forEve)).not.toContain("core")
      expect(textOf(forAda)).toContain("core")
      expect(bot.asks).toHaveLength(1)
    },
  )

  it("asks Discord anew at the moment of sharing: a role that was taken away counts at once", async () => {
    const card = await answered(
      bot.discord.slash({ channel: open, user: user(ada) }, "summarize", { source: `discord:${secret.id}` }),
    )
    bot.discord.world.members.set(user(ada).id, { ...bot.discord.world.members.get(user(ada).id)!, roles: [] })

    const pressed = bot.discord.press({ channel: open, user: user(ada) }, card, buttonOf(card, "Share in channel"))

    expect(textOf(await answered(pressed))).toContain("You cannot read that channel")
    expect(pressed.followUps).toEqual([])
  })

  it("never shows a closed channel's words in an open one, whoever shares", async () => {
    const card = await answered(
      bot.discord.slash({ channel: open, user: user(ada) }, "summarize", { source: `discord:${secret.id}` }),
    )

    const pressed = bot.discord.press({ channel: open, user: user(ada) }, card, buttonOf(card, "Share in channel"))

    expect(textOf(await answered(pressed))).toContain("Not shared")
    expect(pressed.followUps).toEqual([])
    const elsewhere = bot.discord.press({ channel: secret, user: user(ada) }, card, buttonOf(card, "Share in channel"))
    await vi.waitFor(() => expect(elsewhere.followUps).toHaveLength(1))
  })

  it("knows what may be read where", async () => {
    const { world } = bot.discord
    const hidden = world.addThread({ name: "Private", parent: open.id, type: 12 })
    const place = (channel: APIChannel) => ({ platform: "discord", channel: channel.id }) as const
    const { platform } = bot

    expect(await platform.readPlace(place(open))).toEqual({ isPublic: true, hasGuests: false, isArchived: false })
    expect(await platform.readPlace(place(secret))).toMatchObject({ isPublic: false })
    expect(await platform.readPlace({ platform: "discord", channel: "123456789012345678" })).toBeUndefined()
    expect(await platform.mayRead(user(eve).id, place(secret))).toBe(false)
    expect(await platform.mayRead(user(ada).id, place(secret))).toBe(true)
    expect(await platform.mayRead(user(eve).id, place(hidden))).toBe(false)
    world.threadMembers.set(hidden.id, new Set([user(eve).id]))
    expect(await platform.mayRead(user(eve).id, place(hidden))).toBe(true)
    expect(await platform.mayRead(world.owner.id, place(secret))).toBe(true)
    expect(await platform.mayRead("123456789012345678", place(open))).toBe(false)
  })

  it("notifies nobody with anything it sends, and unfolds no link", async () => {
    await answered(bot.discord.slash({ channel: open, user: user(eve) }, "summarize"))

    const sent = bot.discord.requests.filter((request) => request.method === "PATCH")
    expect(sent.length).toBeGreaterThan(0)
    for (const request of sent) {
      expect(request.body["allowed_mentions"]).toEqual({ parse: [] })
      expect(Number(request.body["flags"]) & 4).toBe(4)
    }
  })

  it("summarizes no thread in which a participant said !nda, until they take it back", async () => {
    const { world, gateway } = bot.discord
    const thread = world.addThread({ name: "Delicate", parent: open.id })
    gateway.dispatch("CHANNEL_CREATE", open)
    gateway.dispatch("THREAD_CREATE", thread)
    world.addMessage({ channel: thread.id, author: user(ada), content: "Is it safe?" })
    const say = (who: APIUser | undefined, content: string, at: string): void => {
      const message = world.addMessage({ channel: thread.id, author: user(who), content, at })
      gateway.dispatch("MESSAGE_CREATE", { ...message, guild_id: GUILD_ID, member: world.members.get(user(who).id) })
    }
    const ask = async () =>
      textOf(
        await answered(
          bot.discord.slash({ channel: open, user: user(ada) }, "summarize", { source: `discord:${thread.id}` }),
        ),
      )
    const replies = () => (world.messages.get(thread.id) ?? []).filter((message) => message.author.id === world.bot.id)

    say(eve, "!nda", "2026-11-01T11:00:00Z")
    await vi.waitFor(() => expect(replies()).toHaveLength(1))
    expect(textOf(replies()[0])).toContain("no summaries of this thread")
    expect(await ask()).toContain("Eve said !nda in it")

    say(ada, "!nda off", "2026-11-01T12:00:00Z")
    await vi.waitFor(() => expect(replies()).toHaveLength(2))
    expect(await ask()).toContain("Eve said !nda in it")

    say(eve, "!nda off", "2026-11-01T13:00:00Z")
    await vi.waitFor(() => expect(replies()).toHaveLength(3))
    expect(await ask()).toContain("Is it safe?")
    expect(bot.asks.map((each) => each.words)).toContain("!nda off")
  })
})
