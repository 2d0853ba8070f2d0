import { describe, expect, it } from "vitest"
import { createFileSource } from "../../../adapters/mail/index.ts"
import type { Ask, Bot, Logger, Reply } from "../../../src/index.ts"
import { createBot, createCoolDown, createThreadReader } from "../../../src/index.ts"
import { aFile } from "../../support/a-file.ts"
import { aMail, anMbox } from "../../support/mail/a-mail.ts"

const silent: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

const ask = (words: string): Ask => ({
  words,
  asker: { platform: "slack", userId: "U1", name: "ada", may: { manageChannel: false, administer: false } },
  place: { platform: "slack", team: "T1", channel: "C1" },
})

function aThreadOnDisk(): string {
  return aFile(
    "thread.mbox",
    anMbox([aMail({ id: "m1@example.org", subject: "Plan", body: "Shall we use a lock here?" })]),
  )
}

function aBot(): Bot {
  return createBot({
    readThread: createThreadReader({ sources: [createFileSource()], parseSource: (path) => ({ kind: "path", path }) }),
    clock: () => new Date("2026-11-24T12:00:00Z"),
    logger: silent,
    coolDown: createCoolDown({ asks: 2, windowMs: 60_000 }),
  })
}

const words = (reply: Reply): string =>
  reply.content.kind === "card"
    ? reply.content.outline.title
    : reply.content.lines
        .map((line) => line.spans.map((span) => ("text" in span ? span.text : span.at)).join(""))
        .join("\n")

describe("createBot", () => {
  it("shows a summary to the asker alone, with a button that shares it", async () => {
    const path = aThreadOnDisk()

    const reply = await aBot()(ask(`summarize ${path}`))

    expect(reply.visibility).toBe("private")
    expect(reply.content).toMatchObject({ kind: "card", threadId: "mail:m1@example.org" })
    expect(reply.content.kind === "card" && reply.content.actions[0]).toEqual({
      label: "Share in channel",
      words: `share ${path}`,
      style: "primary",
    })
  })

  it("shares for everybody when asked to", async () => {
    expect((await aBot()(ask(`share ${aThreadOnDisk()}`))).visibility).toBe("public")
  })

  it("answers a mistake privately, with its way out under it", async () => {
    const reply = await aBot()(ask("sumarise x"))

    expect(reply).toMatchObject({ visibility: "private", content: { isError: true } })
    expect(words(reply)).toBe(
      'Expected a command but found "sumarise"\nSay summarize, or help to see what can be asked',
    )
  })

  it("says in help that Slack knows no slash commands in threads", async () => {
    expect(words(await aBot()(ask("help")))).toContain("no slash commands in threads")
  })

  it("bounds what one person may ask for in a minute", async () => {
    const bot = aBot()
    const path = aThreadOnDisk()
    await bot(ask(`summarize ${path}`))
    await bot(ask(`summarize ${path}`))

    const reply = await bot(ask(`summarize ${path}`))

    expect(words(reply)).toBe("Cannot read more threads for you now: 2 in a row is the limit\nAsk again in 60 s")
  })
})
