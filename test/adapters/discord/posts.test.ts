import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { APIChannel } from "discord.js"
import type { Card, Note, Place } from "../../../src/index.ts"
import { startBot, textOf } from "../../support/discord/discord-bot.ts"
import type { Running } from "../../support/discord/discord-bot.ts"
import { GUILD_ID } from "../../support/discord/server/discord-payloads.ts"
import { aBigCard } from "../../support/discord/discord-cards.ts"

const aNote = (text: string): Note => ({ kind: "note", lines: [{ indent: 0, spans: [{ kind: "text", text }] }] })

describe("discord: what the bot posts by itself", () => {
  let bot: Running
  let channel: APIChannel
  let place: Place
  let card: Card
  beforeEach(async () => {
    bot = await startBot()
    channel = bot.discord.world.addChannel({ name: "general" })
    place = { platform: "discord", channel: channel.id }
    card = aBigCard({ people: 2, questions: 1 })
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })
  const posted = () => bot.discord.world.messages.get(channel.id) ?? []

  it("is posted once, however often it is tried with the same key", async () => {
    const first = await bot.platform.post(place, { content: card, key: "card-1" })
    const again = await bot.platform.post(place, { content: card, key: "card-1" })
    const other = await bot.platform.post(place, { content: card, key: "card-2" })

    expect(again).toBe(first)
    expect(other).not.toBe(first)
    expect(posted()).toHaveLength(2)
  })

  it("is found by its key after Discord forgot the nonce, and after it was edited", async () => {
    const id = await bot.platform.post(place, { content: card, key: "card-1" })
    const note = await bot.platform.post(place, {
      content: aNote("Ben: opposes → supports"),
      key: "change-1",
      under: id,
    })
    await bot.platform.edit(place, id, aBigCard({ people: 3, questions: 0 }))

    expect(await bot.platform.findPost(place, "card-1")).toBe(id)
    expect(await bot.platform.findPost(place, "change-1")).toBe(note)
    expect(await bot.platform.findPost(place, "change-2")).toBeUndefined()
    expect(textOf(posted()[0])).toContain("Person 2")
  })

  it("goes under the card as a reply, and mentions those alone who asked for it", async () => {
    const id = await bot.platform.post(place, { content: card, key: "card-1" })
    await bot.platform.post(place, {
      content: aNote("Your turn"),
      key: "change-1",
      under: id,
      mentions: ["840000000000000001"],
    })

    const sent = bot.discord.requests.filter(
      (request) => request.method === "POST" && request.path.endsWith("/messages"),
    )
    expect(sent[0]?.body["allowed_mentions"]).toEqual({ parse: [] })
    expect(sent[1]?.body).toMatchObject({
      allowed_mentions: { parse: [], users: ["840000000000000001"] },
      message_reference: { message_id: id },
    })
    expect(textOf(posted()[1])).toContain("<@840000000000000001>")
  })

  it("fails with a word of its own where the thread is locked, the channel gone or closed", async () => {
    const locked = bot.discord.world.addThread({ name: "Locked", parent: channel.id, locked: true })
    const closed = bot.discord.world.addChannel({ name: "closed" })
    bot.discord.world.closed.add(closed.id)
    const post = (id: string) => bot.platform.post({ platform: "discord", channel: id }, { content: card, key: "k" })

    await expect(post(locked.id)).rejects.toMatchObject({
      code: "not-permitted",
      message: expect.stringContaining("locked"),
    })
    await expect(post(closed.id)).rejects.toMatchObject({ code: "not-permitted" })
    await expect(post("123456789012345678")).rejects.toMatchObject({ code: "platform-refused" })
    await expect(bot.platform.edit(place, "123456789012345678", card)).rejects.toMatchObject({
      code: "platform-refused",
    })
  })

  it("knows the place of its own threads: a public one stands in its channel, a private one by itself", async () => {
    const { world, gateway } = bot.discord
    const open = world.addThread({ name: "Open", parent: channel.id })
    const secret = world.addThread({ name: "Secret", parent: channel.id, type: 12 })
    const late = world.addThread({ name: "Not told by the gateway", parent: channel.id })
    gateway.dispatch("CHANNEL_CREATE", channel)
    gateway.dispatch("THREAD_CREATE", open)
    gateway.dispatch("THREAD_CREATE", secret)
    const placeOf = (id: string) => bot.platform.placeOf(`discord:${id}`)

    await vi.waitFor(() => expect(placeOf(secret.id)?.team).toBe(GUILD_ID))
    expect(placeOf(open.id)).toEqual({ platform: "discord", team: GUILD_ID, channel: channel.id, thread: open.id })
    expect(placeOf(secret.id)).toEqual({ platform: "discord", team: GUILD_ID, channel: secret.id })
    await bot.platform.source.read({ kind: "id", scheme: "discord", rest: late.id })
    expect(placeOf(late.id)).toEqual({ platform: "discord", team: GUILD_ID, channel: channel.id, thread: late.id })
  })

  it("takes a thread that is merely archived for open, and a locked one for closed", async () => {
    const { world } = bot.discord
    const asleep = world.addThread({ name: "Asleep", parent: channel.id, archived: true })
    const locked = world.addThread({ name: "Locked", parent: channel.id, archived: true, locked: true })
    const facts = (id: string) => bot.platform.readPlace({ platform: "discord", channel: channel.id, thread: id })

    expect(await facts(asleep.id)).toMatchObject({ isArchived: false })
    expect(await facts(locked.id)).toMatchObject({ isArchived: true })
  })

  it("knows how to reach one person, in a place that they alone read", async () => {
    const ada = bot.discord.world.addUser("Ada")

    expect(bot.platform.placeOf("discord:810000000000000001")).toEqual({
      platform: "discord",
      channel: "810000000000000001",
    })
    expect(bot.platform.placeOf("slack:C1/1.2")).toBeUndefined()
    const direct = await bot.platform.directPlace(ada.id)
    expect(direct).toMatchObject({ platform: "discord" })
    expect(await bot.platform.readPlace(direct as Place)).toEqual({
      isPublic: false,
      hasGuests: false,
      isArchived: false,
    })
    expect(await bot.platform.mayRead(ada.id, direct as Place)).toBe(true)
    expect(await bot.platform.mayRead(bot.discord.world.owner.id, direct as Place)).toBe(false)
    expect(await bot.platform.directPlace("123456789012345678").catch(() => "failed")).toBeUndefined()
    bot.discord.violations.length = 0
  })
})
