import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { APIMessage } from "discord.js"
import type { Reply } from "../../../../src/index.ts"
import { aNote, answered, startAsked } from "../../../support/discord/discord-asked.ts"
import type { Asked } from "../../../support/discord/discord-asked.ts"
import { buttonOf, startBot, textOf } from "../../../support/discord/discord-bot.ts"
import { aBigCard } from "../../../support/discord/discord-cards.ts"

describe("discord: pages of a card", () => {
  let bot: Asked
  let ofMany: Reply
  beforeEach(async () => {
    bot = await startAsked()
    ofMany = {
      visibility: "private",
      content: aBigCard({ people: 40, questions: 60, threadId: `discord:${bot.thread.id}` }),
    }
    bot.reply = ofMany
  })
  afterEach(async () => {
    await bot.stop()
    expect(bot.discord.violations).toEqual([])
  })

  it("turns the pages of one's own card in place, and works after a restart", async () => {
    const shown = await answered(bot.discord.slash({ channel: bot.thread, user: bot.ada }, "summarize"))
    await bot.platform.stop()
    const restarted = await startBot({ discord: bot.discord, answer: () => Promise.resolve(ofMany) })

    const turned = bot.discord.press(
      { channel: bot.thread, user: bot.ada },
      shown,
      buttonOf(shown, buttonLabel(shown, "Show all")),
    )
    const page = await answered(turned)
    await restarted.stop()

    expect(turned.callback?.type).toBe(6)
    expect(textOf(page)).toContain("Page 1 of")
    expect(restarted.asks[0]?.words).toBe(`summarize discord:${bot.thread.id}`)
  })

  it("puts words that come instead of a page beside the card, which stays", async () => {
    const shown = await answered(bot.discord.slash({ channel: bot.thread, user: bot.ada }, "summarize"))

    bot.reply = aNote("The thread is gone")
    const turned = bot.discord.press(
      { channel: bot.thread, user: bot.ada },
      shown,
      buttonOf(shown, buttonLabel(shown, "Show all")),
    )
    await vi.waitFor(() => expect(turned.followUps).toHaveLength(1))

    expect(turned.original).toBeUndefined()
    expect((turned.followUps[0]?.flags ?? 0) & 64).toBe(64)
  })

  it("gives whoever turns a shared card a copy of their own", async () => {
    const shown = await answered(bot.discord.slash({ channel: bot.thread, user: bot.ada }, "summarize"))

    const turned = bot.discord.press(
      { channel: bot.thread, user: bot.ada },
      { ...shown, flags: 32_768 },
      buttonOf(shown, buttonLabel(shown, "Show all")),
    )

    expect(((await answered(turned)).flags ?? 0) & 64).toBe(64)
    expect(turned.callback).toEqual({ type: 5, data: { flags: 64 } })
  })
})

function buttonLabel(message: APIMessage, start: string): string {
  return (
    textOf(message)
      .split("\n")
      .find((line) => line.startsWith(start)) ?? start
  )
}
