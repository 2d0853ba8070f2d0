import { gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { createFileSource } from "../../../../adapters/mail/index.ts"
import { buildThreads } from "../../../../src/index.ts"
import { aFile } from "../../../support/a-file.ts"
import { aMail, aMailThread, anMbox } from "../../../support/mail/a-mail.ts"
import { readPath } from "../../../support/mail/read-path.ts"

describe("a large mbox", () => {
  const mails = [
    ...aMailThread("a", "=?utf-8?q?Gr=C3=B6=C3=9Fe?="),
    aMail({ id: "b@example.org", subject: "Fonts", body: "From here\n" }),
    "no mail\n",
    ...aMailThread("c", "Clocks"),
    aMail({ id: "a-4@example.org", inReplyTo: "a-2@example.org", body: "x".repeat(50_000) }),
  ]

  it.each(["large.mbox", "large.mbox.gz"])(
    "is indexed by its headers (%s), and one thread is read whole",
    async (name) => {
      const raw = Buffer.from(anMbox(mails))
      const ref = { kind: "path", path: aFile(name, name.endsWith(".gz") ? gzipSync(raw) : raw) } as const
      const progress: number[] = []
      const source = createFileSource({ maxHeldBytes: 500 })

      const catalogue = await source.openCatalogue(ref, { onProgress: ({ done }) => progress.push(done) })
      const entries = [...(catalogue?.entries ?? [])]
      const chosen = entries.find(({ subject }) => subject === "Größe")
      const reading = chosen === undefined ? undefined : await catalogue?.read(chosen)

      expect(entries.map(({ id, subject, messageCount, people }) => [id, subject, messageCount, people])).toEqual([
        ["mail:a-1@example.org", "Größe", 4, 2],
        ["mail:c-1@example.org", "Clocks", 3, 2],
        ["mail:b@example.org", "Fonts", 1, 1],
      ])
      expect(entries[1]?.lastActivityAt).toBe("2024-01-02T09:00:00.000Z")
      expect(catalogue?.skipped).toEqual([{ id: "message 5", reason: "no mail: it has no header" }])
      expect(reading?.messages.map(({ id }) => id)).toEqual([1, 2, 3, 4].map((number) => `a-${number}@example.org`))
      expect(reading?.messages.at(-1)?.body.length).toBeGreaterThan(50_000)
      expect(progress.length).toBeGreaterThan(0)
    },
  )

  it.each([
    [{ maxMessages: 3 }, "thread of 4 messages", "STANDPOINT_MAX_MESSAGES"],
    [{ maxThreadBytes: 20_000 }, "MB in", "STANDPOINT_MAX_THREAD_MB"],
  ])("with a thread beyond the bound %j says so, and gives its other threads", async (bound, words, setting) => {
    const ref = { kind: "path", path: aFile("bounded.mbox", anMbox(mails)) } as const
    const catalogue = await createFileSource({ maxHeldBytes: 500, ...bound }).openCatalogue(ref)
    const [largest, second] = [...(catalogue?.entries ?? [])]

    const refusal = largest === undefined ? undefined : await catalogue?.read(largest).catch((error: unknown) => error)
    const other = second === undefined ? undefined : await catalogue?.read(second)

    expect(refusal).toMatchObject({
      code: "limit-reached",
      message: expect.stringContaining(words),
      hint: expect.stringContaining(setting),
    })
    expect(other?.messages).toHaveLength(3)
  })

  it("gives its largest thread, in the same words as when it is held as a whole", async () => {
    const path = aFile("same.mbox", anMbox(mails))
    const large = await createFileSource({ maxHeldBytes: 500 }).read({ kind: "path", path })
    const whole = await readPath(path)

    const [largest] = whole === undefined ? [] : buildThreads(whole)

    expect(large === undefined ? [] : buildThreads(large)[0]?.messages).toEqual(largest?.messages)
  })
})
