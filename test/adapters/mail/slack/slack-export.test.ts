import { zipSync } from "fflate"
import { describe, expect, it } from "vitest"
import { createFileSource } from "../../../../adapters/mail/index.ts"
import { aFile } from "../../../support/a-file.ts"

describe("a Slack export", () => {
  const day = [
    { type: "message", user: "U1", ts: "1700000000.000100", thread_ts: "1700000000.000100", text: "Shall we <@U2>?" },
    { type: "message", user: "U1", ts: "1700000050.000100", text: "Unrelated" },
    { type: "message", user: "U2", ts: "1700000060.000100", thread_ts: "1700000000.000100", text: "No." },
  ]
  const users = [
    { id: "U1", name: "ada", profile: { real_name: "Ada" } },
    { id: "U2", name: "grace", real_name: "Grace" },
  ]

  it("gives its threads, rooms and names", async () => {
    const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
    const zip = zipSync({
      "channels.json": encode([{ id: "C1", name: "dev" }]),
      "users.json": encode(users),
      "dev/2023-11-14.json": encode(day),
      "dev/2023-11-15.json": encode([
        { type: "message", user: "U2", ts: "1700090000.000100", thread_ts: "1700000000.000100", text: "Still no." },
      ]),
    })
    const source = createFileSource()
    const ref = { kind: "path", path: aFile("export.zip", zip) } as const

    const catalogue = await source.openCatalogue(ref)
    const first = catalogue?.entries.at(0)
    const reading = first === undefined ? undefined : await catalogue?.read(first)

    expect([...(catalogue?.entries ?? [])].map(({ id, messageCount, subject }) => [id, messageCount, subject])).toEqual(
      [
        ["slack:C1/1700000000.000100", 3, "#dev: Shall we @Grace?"],
        ["slack:C1/1700000050.000100", 1, "#dev: Unrelated"],
      ],
    )
    expect(reading?.threadId).toBe("slack:C1/1700000000.000100")
    expect(reading?.messages.map(({ author, body }) => [author.name, body])).toEqual([
      ["Ada", "Shall we @Grace?"],
      ["Grace", "No."],
      ["Grace", "Still no."],
    ])
  })

  it("gives the threads of one day's file", async () => {
    const source = createFileSource()

    const catalogue = await source.openCatalogue({
      kind: "path",
      path: aFile("dev/2023-11-14.json", JSON.stringify(day)),
    })

    expect([...(catalogue?.entries ?? [])].map(({ id }) => id)).toEqual([
      "slack:dev/1700000000.000100",
      "slack:dev/1700000050.000100",
    ])
  })
})
