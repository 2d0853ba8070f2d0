import { existsSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { createFileSource } from "../../../../../adapters/mail/index.ts"
import type { Message } from "../../../../../src/index.ts"
import { buildThreads, readBody } from "../../../../../src/index.ts"
import { aMessage } from "../../../../support/threads/a-message.ts"

const SEED = "../shared/seed/thread.txt"

function messagesOf(messages: readonly Message[]): readonly Message[] {
  return buildThreads({ source: "mail", messages, skipped: [], reasons: [] })[0]?.messages ?? []
}

const quoting = aMessage({
  id: "ada@tern.example",
  author: { name: "Ada Lindqvist", address: "ada@tern.example" },
  sentAt: "2026-03-03T10:00:00.000Z",
  body: [
    "On Mon, 2 Mar 2026 18:20:11 +0100, Bo Marchetti wrote:",
    "> On Sun, 1 Mar 2026, Chidi Okafor wrote:",
    "> > Who has the keys to all the shelves down in the",
    "> cellar?",
    "> I have a spare key in my drawer upstairs.",
    "",
    "Good.",
  ].join("\n"),
})

describe("messages known from quotes alone", () => {
  it("are rebuilt with their authors, put before who quotes them, and marked", () => {
    const [first, second, third] = messagesOf([quoting])

    expect(first).toMatchObject({ author: { name: "Chidi Okafor" }, isRebuilt: true })
    expect(second).toMatchObject({ author: { name: "Bo Marchetti" }, isRebuilt: true, inReplyTo: first?.id })
    expect(third).toMatchObject({ id: "ada@tern.example", inReplyTo: second?.id })
    expect(first?.id).toMatch(/^quoted:[0-9a-f]{16}$/)
  })

  it("get a time only where the attribution tells its zone", () => {
    const [first, second] = messagesOf([quoting])

    expect([first?.sentAt, second?.sentAt]).toEqual([undefined, "2026-03-02T17:20:11.000Z"])
  })

  it("have their wrapped lines joined again", () => {
    const body = [
      "On Sun, 1 Mar 2026, Chidi Okafor wrote:",
      "> Who has the keys to all of the shelves that stand down there in the",
      "cellar",
      "> and to the cupboard?",
      "",
      "I do.",
    ].join("\n")

    expect(messagesOf([{ ...quoting, body }])[0]?.body).toBe(
      "Who has the keys to all of the shelves that stand down there in the cellar\nand to the cupboard?",
    )
  })

  it("are one message for all who quoted them, with what each of them kept", () => {
    const other = aMessage({
      id: "dagny@curlew.example",
      author: { name: "Dagny Holm", address: "dagny@curlew.example" },
      sentAt: "2026-03-04T10:00:00.000Z",
      subject: quoting.subject,
      body: "Bo Marchetti wrote:\n> I have a spare key in my drawer upstairs.\n> Take it whenever you like to, please.\n\nThanks.",
    })

    const rebuilt = messagesOf([quoting, other]).filter(
      (message) => message.isRebuilt === true && message.author.name === "Bo Marchetti",
    )

    expect(rebuilt).toHaveLength(1)
    expect(rebuilt[0]?.body).toContain("Take it whenever you like to, please.")
  })

  it("are not rebuilt where the message itself is here", () => {
    const bo = aMessage({
      id: "bo@heron.example",
      author: { name: "Bo Marchetti", address: "bo@heron.example" },
      body: "I have a spare key in my drawer upstairs.",
    })
    const reply = {
      ...quoting,
      inReplyTo: bo.id,
      body: "Bo Marchetti wrote:\n> I have a spare key in my drawer upstairs.\n\nGood.",
    }

    expect(messagesOf([bo, reply]).map((message) => message.id)).toEqual([bo.id, reply.id])
  })

  it("are not rebuilt where nobody can tell whose they are", () => {
    const nameless = aMessage({ body: "> Nobody can know whose words these may be.\n\nTrue." })

    expect(messagesOf([nameless])).toHaveLength(1)
  })
})

if (!existsSync(SEED)) console.log(`${SEED} is not here: its tests step aside`)
describe.runIf(existsSync(SEED))("the thread that it began with", () => {
  it("gives all fifteen tails back, and names all six authors", async () => {
    const reading = await createFileSource().read({ kind: "path", path: SEED })
    const lines = reading?.messages.flatMap((message) => readBody(message)) ?? []

    const tails = lines.filter((line) => line.tailOf !== undefined && line.zone === "quote")
    const names = new Map<number, Set<string>>()
    for (const { zone, depth, author } of lines)
      if (zone === "quote") names.set(depth, (names.get(depth) ?? new Set()).add(author?.name ?? "nobody"))

    expect(tails).toHaveLength(15)
    expect([...names.values()].map((set) => [...set].join("|"))).toEqual([
      "Lu Baolu",
      "Janusz Krzysztofik",
      "Lu Baolu",
      "Janusz Krzysztofik",
      "Lu Baolu",
      "Janusz Krzysztofik",
    ])
  })

  it("has six messages rebuilt, in order", async () => {
    const reading = await createFileSource().read({ kind: "path", path: SEED })
    const messages = reading === undefined ? [] : (buildThreads(reading)[0]?.messages ?? [])

    expect(messages.map((message) => [message.author.name, message.isRebuilt ?? false])).toEqual([
      ["Janusz Krzysztofik", true],
      ["Lu Baolu", true],
      ["Janusz Krzysztofik", true],
      ["Lu Baolu", true],
      ["Janusz Krzysztofik", true],
      ["Lu Baolu", true],
      ["Janusz Krzysztofik", false],
    ])
  })
})
