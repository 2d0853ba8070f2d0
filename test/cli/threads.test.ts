import { execFile } from "node:child_process"
import { join } from "node:path"
import { beforeAll, describe, expect, it } from "vitest"
import { aFile } from "../support/a-file.ts"
import { aMail, aMailThread, anMbox } from "../support/mail/a-mail.ts"

let mbox = ""
beforeAll(() => {
  mbox = aFile(
    "list.mbox",
    anMbox([
      aMail({ id: "fonts@example.org", subject: "Fonts\u001b[31m" }),
      ...aMailThread("a", "Cache sizes"),
      ...aMailThread("c", "Clocks"),
      aMail({ id: "c-4@example.org", inReplyTo: "c-1@example.org" }),
    ]),
  )
})

interface Outcome {
  readonly code: number
  readonly out: string
  readonly error: string
}

async function standpoint(...args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["dist/src/main.js", ...args],
      { env: { ...process.env, NO_COLOR: "1" } },
      (failure, out, error) => {
        resolve({ code: typeof failure?.code === "number" ? failure.code : 0, out, error })
      },
    )
  })
}

describe("standpoint threads", () => {
  it("lists the threads, largest first, with what --thread takes", async () => {
    const { code, out, error } = await standpoint("threads", mbox)

    expect([code, error]).toEqual([0, ""])
    expect(out.split("\n").map((line) => line.replaceAll(/ +/g, " ").trim())).toEqual([
      "# messages people open last subject",
      expect.stringMatching(/^1 4 2 \d 2024-01-02 Clocks$/),
      expect.stringMatching(/^2 3 2 \d 2024-01-02 Cache sizes$/),
      expect.stringMatching(/^3 1 1 \d 2024-01-01 Fonts/),
      "",
    ])
    // A stranger's subject moves no cursor.
    expect(out).not.toContain("\u001b")
  })

  it("gives the same as JSON", async () => {
    const { out } = await standpoint("threads", mbox, "--format", "json", "--limit", "1")

    expect(JSON.parse(out)).toEqual([
      {
        number: 1,
        id: "mail:c-1@example.org",
        subject: "Clocks",
        people: 2,
        messages: 4,
        openQuestions: expect.any(Number),
        lastActivityAt: "2024-01-02T09:00:00Z",
      },
    ])
  })

  it.each([
    ["2", "mail:a-1@example.org"],
    ["mail:fonts@example.org", "mail:fonts@example.org"],
    ["c-4@example.org", "mail:c-1@example.org"],
    ["cache", "mail:a-1@example.org"],
  ])("has summarize choose by %s", async (choice, id) => {
    const { out } = await standpoint("summarize", mbox, "--thread", choice, "--format", "json")

    expect(JSON.parse(out)).toMatchObject({ thread: { id } })
  })

  it.each([
    [["threads", join("..", "nothing.mbox")], "no such file"],
    [["summarize", "MBOX", "--thread", "9"], "Cannot choose thread 9"],
    [["summarize", "https://elsewhere.example.org/list/a@b/"], "its host is not one that may be read"],
    [["threads", "ftp://example.org/x"], "not a source that is known here"],
    [["threads", "MBOX", "--limit", "0"], "Expected --limit"],
  ])("says in one line what is wrong with %j", async (args, words) => {
    const { code, out, error } = await standpoint(...args.map((word) => (word === "MBOX" ? mbox : word)))

    expect([code, out]).toEqual([2, ""])
    expect(error).toContain(words)
    expect(error).not.toMatch(/\n\s+at /)
  })
})
