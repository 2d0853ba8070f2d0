import { expect, test } from "vitest"
import type { APIChannel, APIUser } from "discord.js"
import { createDiscordSource } from "../../../adapters/discord/index.ts"
import type { Reading, ThreadSource } from "../../../src/index.ts"
import { startDiscord, TOKEN } from "./server/discord-server.ts"
import type { FakeDiscord } from "./server/discord-server.ts"
import type { World } from "./server/discord-world.ts"

/** Ada and Ben on a fake Discord with one channel, and the real source that reads what they say. */
export interface Talk {
  readonly discord: FakeDiscord
  readonly world: World
  readonly source: ThreadSource
  readonly parent: APIChannel
  readonly ada: APIUser
  readonly ben: APIUser
  addThread(): APIChannel
  /** What the source makes of the channel or thread of this id. */
  read(rest: string): Promise<Reading>
  stop(): Promise<void>
}

export async function startTalk(): Promise<Talk> {
  const discord = await startDiscord()
  const { world } = discord
  const source = createDiscordSource({ token: TOKEN, apiUrl: discord.url })
  const parent = world.addChannel({ name: "general" })
  return {
    discord,
    world,
    source,
    parent,
    ada: world.addUser("Ada"),
    ben: world.addUser("Ben"),
    addThread: () => world.addThread({ name: "Dropping 3.9", parent: parent.id }),
    read: async (rest) => {
      const reading = await source.read({ kind: "id", scheme: "discord", rest })
      if (reading === undefined) throw new Error("nothing read")
      return reading
    },
    stop: () => discord.close(),
  }
}

/** A test with a talk of its own; what the fake Discord finds wrong with the requests fails it. */
export const itTalks = test.extend<{ readonly talk: Talk }>({
  // oxlint-disable-next-line no-empty-pattern -- vitest reads from the pattern that it needs no other fixture
  talk: async ({}, use) => {
    const talk = await startTalk()
    await use(talk)
    await talk.stop()
    expect(talk.discord.violations).toEqual([])
  },
})
