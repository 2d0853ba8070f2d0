import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { describe, expect, it } from "vitest"
import { createFileSource } from "../../../adapters/mail/index.ts"
import { AppError } from "../../../src/index.ts"
import { describeThreadSource } from "../../contract/thread-source.ts"
import { aFile, aFolder } from "../../support/a-file.ts"
import { aMail, aMailThread, aMailThreadsIds, anMbox } from "../../support/mail/a-mail.ts"
import { readPath } from "../../support/mail/read-path.ts"

describeThreadSource("an mbox", async () => {
  const path = aFile("thread.mbox", anMbox(aMailThread().toReversed()))
  return {
    source: createFileSource(),
    thread: { ref: { kind: "path", path }, messageIds: aMailThreadsIds(), words: "it is large enough" },
    missing: { kind: "path", path: join(aFolder(), "other.mbox") },
    foreign: [
      { kind: "message-id", id: "cache-1@example.org" },
      { kind: "url", url: new URL("https://example.org/cache") },
      { kind: "id", scheme: "slack", rest: "C1/1.1" },
    ],
    stop: async () => {},
  }
})

describe("files", () => {
  it("undoes what mbox did to lines that begin with From, and splits at nothing else", async () => {
    const body = "From here on it is simple.\n>From there too.\nFrom ada@example.org to bob@example.org\n"
    const path = aFile("from.mbox", anMbox([aMail({ body }), aMail({ id: "second@example.org" })]))

    const reading = await readPath(path)

    expect(reading?.messages).toHaveLength(2)
    expect(reading?.messages[0]?.body.trimEnd()).toBe(body.trimEnd())
  })

  it("does not split at an unescaped line that only begins with From", async () => {
    const raw = `From ada Mon Jan  1 10:00:00 2024\n${aMail({ body: "One.\n\nFrom here on it is simple.\n" })}`

    const reading = await readPath(aFile("loose.mbox", raw))

    expect(reading?.messages).toHaveLength(1)
    expect(reading?.messages[0]?.body).toContain("From here on")
  })

  it("says of an mbox that ends within a line that its last mail is cut", async () => {
    const whole = anMbox([aMail(), aMail({ id: "second@example.org", body: "I wonder whether it" })])

    const reading = await readPath(aFile("torn.mbox", whole.trimEnd()))

    expect(reading?.messages.map(({ defect }) => defect)).toEqual([undefined, "cut short: the file ends within a line"])
  })

  it("skips what is unreadable in an mbox and loses nothing else", async () => {
    const mbox = anMbox([aMail({ id: "a@example.org" }), "no header here at all\n", aMail({ id: "b@example.org" })])

    const reading = await readPath(aFile("broken.mbox", mbox))

    expect(reading?.messages.map(({ id }) => id)).toEqual(["a@example.org", "b@example.org"])
    expect(reading?.skipped).toEqual([{ id: "message 2", reason: "no mail: it has no header" }])
  })

  it("skips a mail above the bound and loses nothing else", async () => {
    const path = aFile("large.mbox", anMbox([aMail({ body: "x".repeat(5_000) }), aMail({ id: "b@example.org" })]))

    const reading = await createFileSource({ maxMailBytes: 3_000 }).read({ kind: "path", path })

    expect(reading?.messages.map(({ id }) => id)).toEqual(["b@example.org"])
    expect(reading?.skipped).toHaveLength(1)
  })

  it("reads one mail, a folder of mails and standard input", async () => {
    const mails = aMailThread()
    const single = aFile("one.eml", mails[0] ?? "")
    const many = aFolder()
    for (const [index, mail] of mails.entries()) writeFileSync(join(many, `${index}.eml`), mail)
    const stdin = createFileSource({ stdin: Readable.from([Buffer.from(anMbox(mails))]) })

    const readings = [await readPath(single), await readPath(many), await stdin.read({ kind: "stdin" })]

    expect(readings.map((reading) => reading?.messages.length)).toEqual([1, 3, 3])
  })

  it("reads a saved page as one message with the page's own id", async () => {
    const page = [
      "Re: Cache sizes",
      "",
      "From: Grace Hopper",
      "Date: Wed Aug 28 2019 - 10:18:05 EST",
      "",
      "",
      "On Monday Ada wrote:",
      "> Shall we double it?",
      "No.",
      "",
    ]

    const reading = await readPath(aFile("page.txt", page.join("\n")))

    expect(reading).toMatchObject({ source: "page", threadId: reading?.messages[0]?.id })
    expect(reading?.messages[0]).toMatchObject({
      id: expect.stringMatching(/^page:[0-9a-f]{16}$/),
      author: { name: "Grace Hopper" },
      subject: "Re: Cache sizes",
      body: "On Monday Ada wrote:\n> Shall we double it?\nNo.\n",
    })
    expect(reading?.messages[0]?.sentAt).toBeUndefined()
  })

  it.each([
    ["Wed Aug 28 2019 - 10:18:05 UTC", "2019-08-28T10:18:05Z"],
    ["Wed, 28 Aug 2019 10:18:05 +0200", "2019-08-28T08:18:05Z"],
  ])("reads the page's date %j", async (date, sentAt) => {
    const reading = await readPath(
      aFile("dated.txt", `Subject: x\nFrom: Ada <ada@example.org>\nDate: ${date}\n\nHello\n`),
    )

    expect(reading?.messages[0]?.sentAt).toBe(sentAt)
  })

  it.each([
    ["nothing.mbox", "", "no message in it"],
    ["notes.txt", "Buy milk.\nFrom: here\n", "neither mail nor a saved archive page"],
    ["data.json", '{"a": 1}', "neither mail nor a saved archive page"],
    ["noise.bin", Buffer.from([0, 255, 254, 0, 13, 10, 0]), "neither mail nor a saved archive page"],
    ["only-marks.mbox", "From ada Mon Jan  1 10:00:00 2024\n\n\n", "no message in it"],
  ])("refuses %s in one line with a way out", async (name, content, reason) => {
    const path = aFile(name, content)

    const error = await readPath(path).catch((thrown: unknown) => thrown)

    expect(error).toBeInstanceOf(AppError)
    if (error instanceof AppError) {
      expect(error.message).toBe(`Cannot read "${path}": ${reason}`)
      expect(error.exitCode).toBe(2)
      expect(error.hint).toBeDefined()
    }
  })

  it("refuses a file that is not there and a folder without mail", async () => {
    const empty = aFolder()

    await expect(readPath(join(empty, "absent.mbox"))).rejects.toThrow("no such file")
    await expect(readPath(empty)).rejects.toThrow("no mail in this folder")
  })
})
