import { spawn } from "node:child_process"
import type { ChildProcessWithoutNullStreams } from "node:child_process"
import type { APIChannel, APIMessage, APIUser } from "discord.js"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { aFolder } from "../../support/a-file.ts"
import { textOf } from "../../support/discord/discord-bot.ts"
import type { Happening } from "../../support/discord/server/discord-interactions.ts"
import { GUILD_ID } from "../../support/discord/server/discord-payloads.ts"
import { startDiscord, TOKEN } from "../../support/discord/server/discord-server.ts"
import type { FakeDiscord } from "../../support/discord/server/discord-server.ts"

/** MANAGE_CHANNELS: whoever has it decides what a channel is told. */
const MAY_MANAGE = String(1n << 4n)
const PATIENCE = 30_000

describe("discord: the built program on Discord", () => {
  let discord: FakeDiscord
  let program: ChildProcessWithoutNullStreams
  let channel: APIChannel
  let thread: APIChannel
  let secret: APIChannel
  let ada: APIUser
  let log = ""
  beforeAll(async () => {
    discord = await startDiscord()
    const { world } = discord
    ada = world.addUser("Ada")
    channel = world.addChannel({ name: "general" })
    thread = world.addThread({ name: "Dropping 3.9", parent: channel.id })
    secret = world.addThread({ name: "Secret plan", parent: channel.id, type: 12 })
    world.threadMembers.set(secret.id, new Set([ada.id]))
    const at = "2026-11-23T10:00:00Z"
    world.addMessage({ channel: thread.id, author: ada, content: "I propose to drop Python 3.9. Do we agree?", at })
    world.addMessage({ channel: secret.id, author: ada, content: "Shall we move the office?", at })
    program = spawn(process.execPath, ["dist/src/main.js", "serve"], {
      env: {
        PATH: process.env["PATH"],
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: discord.url,
        STANDPOINT_PORT: "0",
        STANDPOINT_DATA: aFolder(),
        STANDPOINT_QUIET_SECONDS: "1",
        STANDPOINT_LATEST_SECONDS: "2",
      },
    })
    program.stderr.on("data", (chunk: Buffer) => (log += chunk.toString()))
    await vi.waitFor(() => expect(log).toContain('"msg":"ready"'), PATIENCE)
    discord.gateway.dispatch("THREAD_CREATE", thread)
    discord.gateway.dispatch("THREAD_CREATE", secret)
  }, 60_000)
  afterAll(async () => {
    const ended = new Promise<number | null>((resolve) => program.once("exit", resolve))
    program.kill("SIGTERM")
    expect(await ended).toBe(0)
    await discord.close()
    expect(discord.violations).toEqual([])
  }, 60_000)

  const posts = (where: APIChannel): readonly APIMessage[] =>
    (discord.world.messages.get(where.id) ?? []).filter((message) => message.author.id === discord.world.bot.id)
  const say = (where: APIChannel, author: APIUser, content: string): APIMessage => {
    const message = discord.world.addMessage({ channel: where.id, author, content, at: new Date().toISOString() })
    const member = discord.world.members.get(author.id)
    discord.gateway.dispatch("MESSAGE_CREATE", { ...message, guild_id: GUILD_ID, member })
    return message
  }
  const ask = async (where: APIChannel, sub: string, options: Record<string, string> = {}): Promise<string> => {
    const asked: Happening = discord.slash({ channel: where, user: ada, permissions: MAY_MANAGE }, sub, options)
    await vi.waitFor(() => expect(asked.original).toBeDefined(), PATIENCE)
    return textOf(asked.original)
  }

  it("watches a thread: one living card, and a change of meaning under it", async () => {
    expect(await ask(thread, "watch")).toContain("Watching")
    await vi.waitFor(() => expect(posts(thread)).toHaveLength(1), PATIENCE)
    const ben = discord.world.addUser("Ben")

    const said = say(thread, ben, "I am against dropping it.")
    await vi.waitFor(() => expect(posts(thread)).toHaveLength(2), PATIENCE)

    await vi.waitFor(() => expect(textOf(posts(thread)[0])).toContain("I am against dropping it."), PATIENCE)
    expect(textOf(posts(thread)[1])).toContain("I am against dropping it.")
    expect(posts(thread)[1]?.components).toBeDefined()
    const list = discord.world.messages.get(thread.id) ?? []
    discord.world.messages.set(
      thread.id,
      list.filter((message) => message.id !== said.id),
    )
    discord.gateway.dispatch("MESSAGE_DELETE", { id: said.id, channel_id: thread.id, guild_id: GUILD_ID })
    await vi.waitFor(() => {
      for (const post of posts(thread)) expect(textOf(post)).not.toContain("I am against dropping it.")
    }, PATIENCE)
  }, 120_000)

  it("offers what is watched while somebody types", async () => {
    const typing = discord.autocomplete({ channel: thread, user: ada }, "unwatch", "thread", "drop")
    await vi.waitFor(() => expect(typing.callback).toBeDefined(), PATIENCE)

    expect(typing.callback?.data).toEqual({ choices: [{ name: "Dropping 3.9", value: `discord:${thread.id}` }] })
  }, 60_000)

  it("shows a private thread in itself alone", async () => {
    expect(await ask(channel, "watch", { source: `discord:${secret.id}` })).toContain("private channel")
    expect(await ask(secret, "watch")).toContain("Watching")

    await vi.waitFor(() => expect(posts(secret)).toHaveLength(1), PATIENCE)
    expect(posts(channel)).toEqual([])
  }, 60_000)
})
