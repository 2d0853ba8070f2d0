import { describe, expect } from "vitest"
import { buildThreads, summarise } from "../../../../src/index.ts"
import { itTalks } from "../../../support/discord/discord-talk.ts"

describe("discord: where Discord is silent", () => {
  itTalks("fails with the way out where Read Message History is missing", async ({ talk }) => {
    const thread = talk.addThread()
    talk.world.addMessage({ channel: thread.id, author: talk.ada, content: "Words" })
    talk.world.withoutHistory.add(thread.id)

    await expect(talk.read(thread.id)).rejects.toMatchObject({
      code: "not-permitted",
      hint: expect.stringContaining("Read Message History"),
    })
  })

  itTalks("fails with the way out where the Message Content intent is off", async ({ talk }) => {
    const thread = talk.addThread()
    talk.world.addMessage({ channel: thread.id, author: talk.ada, content: "Is it old?" })
    talk.world.applicationFlags = 0

    await expect(talk.read(thread.id)).rejects.toMatchObject({
      code: "not-permitted",
      hint: expect.stringContaining("Message Content"),
    })
  })

  itTalks("never lets a half-hidden thread come out as complete", async ({ talk }) => {
    const thread = talk.addThread()
    talk.world.addMessage({ channel: thread.id, author: talk.ada, content: "Hidden?" })
    talk.world.addMessage({
      channel: thread.id,
      author: talk.ben,
      content: "All is well.",
      at: "2026-11-01T11:00:00Z",
      more: { mentions: [talk.world.bot] },
    })
    talk.world.applicationFlags = 0

    const reading = await talk.read(thread.id)
    const [built] = buildThreads(reading)

    expect(reading.reasons.join()).toContain("Message Content")
    expect(reading.skipped).toHaveLength(1)
    expect(built === undefined ? undefined : summarise(built).coverage.complete).toBe(false)
  })

  itTalks("says which channel is closed to it, and knows no thread where there is none", async ({ talk }) => {
    const secret = talk.world.addChannel({ name: "secret" })
    talk.world.closed.add(secret.id)

    await expect(talk.read(secret.id)).rejects.toMatchObject({ code: "not-permitted" })
    expect(await talk.source.read({ kind: "id", scheme: "discord", rest: "123456789012345678" })).toBeUndefined()
  })
})
