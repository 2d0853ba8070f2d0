import { execFile, spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { promisify } from "node:util"
import { describe, expect, it } from "vitest"
import { aFile, aFolder } from "../support/a-file.ts"
import { aMail, anMbox } from "../support/mail/a-mail.ts"
import { bareEnv, PROGRAM, standpoint } from "./support.ts"

const WRONG_CHARSET = [
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=no-such-charset",
  "Content-Transfer-Encoding: 8bit",
]
const EXAMPLE = "examples/bug-on-or-warn-on.mbox"

/** What is wrong, then what to do: never a stack, never half a result. */
function expectPlainRefusal({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): void {
  expect(stdout).toBe("")
  expect(stderr).not.toMatch(/^\s+at |node:internal|Error:/m)
  const [first = "", ...hints] = stderr.trimEnd().split("\n")
  expect(first).toMatch(/^[A-Z][^\n]*[^.]$/)
  expect(hints.length).toBeGreaterThan(0)
  for (const hint of hints) expect(hint).toMatch(/^ {2}\S/)
}

describe("bad input", () => {
  const cases: readonly (readonly [string, () => string])[] = [
    ["a missing file", () => "/nowhere/at/all.mbox"],
    ["an empty mbox", () => aFile("empty.mbox", "")],
    ["a file of blank lines", () => aFile("blank.mbox", "\n\n\n")],
    [
      "a picture",
      () => aFile("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])),
    ],
    ["a file that is no mail", () => aFile("notes.txt", "milk\nbread\nbutter\n")],
    ["an empty folder", () => aFolder()],
    ["JSON of another kind", () => aFile("other.json", '{"hello": ["world"]}')],
    ["broken JSON", () => aFile("broken.json", '{"messages": [')],
  ]

  it.each(cases)("%s ends with one line, a hint and exit code 2", async (_name, path) => {
    const outcome = await standpoint(["summarize", path()])

    expect(outcome.code).toBe(2)
    expectPlainRefusal(outcome)
  })

  it("a truncated multipart is read as far as it goes, and is told", async () => {
    const headers = ["MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"']
    const body = "--b\nContent-Type: text/plain; charset=utf-8\n\nI am against this plan."
    const path = aFile("cut.eml", aMail({ id: "cut@example.org", headers, body }))

    const { code, stdout } = await standpoint(["summarize", path, "--format", "json"])

    expect(code).toBe(0)
    expect(JSON.parse(stdout).thread.messageCount).toBe(1)
  })

  it("a wrong charset costs completeness, not the other mails", async () => {
    const path = aFile(
      "charset.mbox",
      Buffer.from(
        anMbox([
          aMail({ id: "a@example.org", body: "I am against this plan." }),
          aMail({ id: "b@example.org", inReplyTo: "a@example.org", headers: WRONG_CHARSET, body: "caf\u00E9 noir" }),
        ]),
        "latin1",
      ),
    )

    const { code, stdout } = await standpoint(["summarize", path, "--format", "json"])

    const { thread, coverage } = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(thread.messageCount).toBe(2)
    expect(coverage.complete).toBe(false)
    expect(coverage.skipped.map((entry: { readonly id: string }) => entry.id)).toEqual(["b@example.org"])
  })

  it("only a thread that was wholly read is said to have no open questions", async () => {
    const path = aFile(
      "charset.mbox",
      Buffer.from(anMbox([aMail({ headers: WRONG_CHARSET, body: "caf\u00E9 noir" })]), "latin1"),
    )

    const { stdout } = await standpoint(["summarize", path])

    expect(stdout).not.toContain("No open questions")
  })
})

describe("wrong calls", () => {
  it.each([
    [["summarize"]],
    [["summarize", "x.mbox", "--format", "pdf"]],
    [["summarize", "x.mbox", "--width", "ten"]],
    [["summarize", "x.mbox", "--no-such-option"]],
    [["no-such-command"]],
    [["summarize", EXAMPLE, "--thread", "9999"]],
  ])("%j ends with exit code 2 and a way out", async (args) => {
    const outcome = await standpoint(args)

    expect(outcome.code).toBe(2)
    expectPlainRefusal(outcome)
  })

  it("suggests the command that was meant", async () => {
    expect((await standpoint(["sumarize"])).stderr).toContain("Did you mean summarize?")
  })

  it("shows every command where none is named, with exit code 2", async () => {
    const { code, stdout, stderr } = await standpoint([])

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toContain("summarize")
  })
})

describe("help and version", () => {
  it("answers --version and -V with the version alone", async () => {
    expect((await standpoint(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect((await standpoint(["-V"])).code).toBe(0)
  })

  it("knows --help and --version after every command", async () => {
    const { stdout } = await standpoint(["--help"])
    const names = [...stdout.matchAll(/^ {2}(?<name>[a-z][a-z-]*)(?:, [a-z-]+)*(?: {2,}|\n)/gm)].map(
      (match) => match.groups?.["name"] ?? "",
    )

    expect(names).toEqual(expect.arrayContaining(["summarize", "explain", "watch", "serve", "doctor", "store"]))
    // Each is a process of its own: two at a time, and --version of a few.
    for (const [index, name] of names.entries()) {
      const [help, version] = await Promise.all([
        standpoint([name, "--help"]),
        index < 3 ? standpoint([name, "--version"]) : undefined,
      ])
      expect(help, name).toMatchObject({ code: 0, stderr: "" })
      expect(help.stdout, name).toContain("Usage: standpoint")
      expect(version?.code ?? 0, name).toBe(0)
    }
  }, 120_000)

  it("keeps to 80 columns where nothing is known of the window", async () => {
    const { stdout } = await standpoint(["--help"])

    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80)
  })
})

describe("surroundings", () => {
  it("ends quietly where the reader of the pipe goes away", async () => {
    const child = spawn(process.execPath, [PROGRAM, "explain", EXAMPLE], { env: bareEnv() })
    let stderr = ""
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk))
    child.stdout.destroy()

    const code = await new Promise((done) => child.on("close", done))

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
  })

  it.runIf(existsSync("/dev/full"))("says so, with exit code 1, where the result cannot be written", async () => {
    const call = promisify(execFile)("sh", [
      "-c",
      `"$0" "$1" summarize ${EXAMPLE} > /dev/full`,
      process.execPath,
      PROGRAM,
    ])

    await expect(call).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("Cannot write the result") })
  })
})
