import { expect, vi } from "vitest"
import type { APIChannel, APIMessage, APIUser } from "discord.js"
import type { Reply } from "../../../src/index.ts"
import { startBot, summarizeHere } from "./discord-bot.ts"
import type { Running } from "./discord-bot.ts"
import type { Happening } from "./server/discord-interactions.ts"

/** The bot in a server with one channel and one thread, where Ada asks. */
export interface Asked extends Running {
  readonly channel: APIChannel
  readonly thread: APIChannel
  readonly ada: APIUser
  /** What it answers; a real summary as long as there is none. */
  reply: Reply | undefined
}

export async function startAsked(): Promise<Asked> {
  const bot = await startBot({
    answer: (ask, source) => (asked.reply === undefined ? summarizeHere(ask, source) : Promise.resolve(asked.reply)),
    suggest: ({ kind, typed, asker }) =>
      Promise.resolve([
        { label: `${kind} for ${asker.name}: ${typed}`, value: "discord:1" },
        { label: "too long", value: "x".repeat(101) },
      ]),
  })
  const { world, gateway } = bot.discord
  const ada = world.addUser("Ada")
  const channel = world.addChannel({ name: "general" })
  const thread = world.addThread({ name: "Dropping 3.9", parent: channel.id })
  const asked: Asked = { ...bot, channel, thread, ada, reply: undefined }
  world.addMessage({ channel: thread.id, author: ada, content: "Shall we drop Python 3.9?" })
  gateway.dispatch("CHANNEL_CREATE", channel)
  gateway.dispatch("THREAD_CREATE", { ...thread, newly_created: true })
  return asked
}

export function aNote(text: string): Reply {
  return {
    visibility: "private",
    content: { kind: "note", lines: [{ indent: 0, spans: [{ kind: "text", text }] }] },
  }
}

/** What stands where the answer to it is shown, once it stands there. */
export async function answered(happening: Happening): Promise<APIMessage> {
  return vi.waitFor(
    () => {
      expect(happening.original).toBeDefined()
      return happening.original as APIMessage
    },
    { timeout: 5_000 },
  )
}
