import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import stringWidth from "string-width"
import { stripVTControlCharacters } from "node:util"
import { describe, expect, it } from "vitest"
import { aFile } from "../support/a-file.ts"
import { aMail, anMbox } from "../support/mail/a-mail.ts"
import { standpoint } from "./support.ts"

const EXAMPLE = "examples/bug-on-or-warn-on.mbox"

describe("standpoint summarize", () => {
  it("prints JSON that keeps to the schema to the letter", async () => {
    const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }))
    const validate = ajv.compile(JSON.parse(readFileSync("test/contract/summary.schema.json", "utf8")))

    const { code, stdout, stderr } = await standpoint(["summarize", EXAMPLE, "--format", "json"])

    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true)
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
  })

  it("gives the same bytes for the same input", async () => {
    const [first, second] = await Promise.all([
      standpoint(["summarize", EXAMPLE, "--format", "json"]),
      standpoint(["summarize", EXAMPLE, "--format", "json"]),
    ])

    expect(second.stdout).toBe(first.stdout)
  })

  it.each([60, 80, 120])("keeps to %i columns, and says first what is open", async (width) => {
    const { stdout } = await standpoint(["summarize", EXAMPLE, "--width", String(width)])

    const lines = stdout.split("\n")
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width)
    const titles = lines.filter((line) => /^(?:Still open|Who stands where|What was read|Messages)/.test(line))
    expect(titles.map((title) => title.split(" (")[0])).toEqual([
      "Still open",
      "Who stands where",
      "What was read",
      "Messages",
    ])
  })

  it("shows the latest stance, and under it the one that it overtook", async () => {
    const { stdout } = await standpoint(["summarize", EXAMPLE, "--width", "200"])

    const lines = stdout.split("\n")
    const at = lines.findIndex((line) => line.startsWith("  Daniel Roux"))
    expect(lines[at]).toMatch(/supports.*Acked-by: Daniel Roux.*\[7\]$/)
    expect(lines[at + 1]).toMatch(/^ {5}before: opposes.*I am against BUG_ON\(\) here.*\[2\]$/)
    const proposer = lines.findIndex((line) => line.startsWith("  Mira Halvorsen"))
    expect(lines[proposer]).toMatch(/supports.*I am fine with WARN_ON_ONCE\(\).*\[5\]$/)
    expect(lines[proposer + 1]).toMatch(/^ {5}before: .*BUG_ON.*\[3\]$/)
  })

  it("ends every line that says something of somebody with a reference that the list explains", async () => {
    const { stdout } = await standpoint(["summarize", EXAMPLE, "--width", "400"])

    const [claims = "", messages = ""] = stdout.split("Messages\n")
    const lines =
      claims
        .split("What was read")[0]
        ?.split("\n")
        .filter((line) => line.includes("“")) ?? []
    expect(lines.length).toBeGreaterThan(5)
    for (const line of lines) expect(line).toMatch(/ \[\d+\]$/)
    const used = new Set(lines.map((line) => /\[(?<number>\d+)\]$/.exec(line)?.groups?.["number"]))
    for (const number of used) expect(messages).toContain(`[${number}] `)
  })

  it("is plain in a pipe and coloured where colour is forced, with the same words", async () => {
    const [plain, coloured, neither] = await Promise.all([
      standpoint(["summarize", EXAMPLE]),
      standpoint(["summarize", EXAMPLE], { env: { FORCE_COLOR: "1" } }),
      standpoint(["summarize", EXAMPLE], { env: { NO_COLOR: "1" } }),
    ])

    expect(plain.stdout).not.toContain("\u001B")
    expect(coloured.stdout).toContain("\u001B[1m")
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout)
    expect(neither.stdout).toBe(plain.stdout)
  })

  it("prints Markdown whose words cannot become markup", async () => {
    const path = aFile(
      "markup.mbox",
      anMbox([aMail({ subject: "A plan", body: "I am against <b>this</b> [plan](http://x)." })]),
    )

    const { stdout } = await standpoint(["summarize", path, "--format", "markdown"])

    expect(stdout).toMatch(/^# A plan\n/)
    expect(stdout).not.toMatch(/(?<!\\)(?:<b>|\]\(http)/)
  })

  it("reads standard input", async () => {
    const { code, stdout } = await standpoint(["summarize", "-", "--format", "json"], {
      input: readFileSync(EXAMPLE),
    })

    expect(code).toBe(0)
    expect(JSON.parse(stdout).thread.messageCount).toBe(7)
  })

  it("takes the largest of several threads, and says on stderr how many more there are and how to choose", async () => {
    const small = anMbox([aMail({ id: "small@example.org", subject: "A small one", body: "I agree." })])
    const path = aFile("two.mbox", small + readFileSync(EXAMPLE, "utf8"))

    const largest = await standpoint(["summarize", path, "--format", "json"])
    const chosen = await standpoint(["summarize", path, "--thread", "small@example.org", "--format", "json"])

    expect(JSON.parse(largest.stdout).thread.messageCount).toBe(7)
    expect(largest.stderr).toMatch(/1 more thread.*--thread/)
    expect(JSON.parse(chosen.stdout).thread.id).toBe("mail:small@example.org")
    expect(chosen.stderr).toBe("")
  })

  it("never lets a stranger's control characters reach the terminal", async () => {
    const body = "I am against this\u001B]0;owned\u0007 plan\u001B[2J."
    const path = aFile("escape.mbox", anMbox([aMail({ subject: "Plan\u001B[31m", body })]))

    const { stdout } = await standpoint(["summarize", path])

    // eslint-disable-next-line no-control-regex -- these are what is looked for
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
  })

  it("counts wide characters as two columns", async () => {
    const path = aFile(
      "wide.mbox",
      anMbox([aMail({ from: "山田太郎 <yamada@example.org>", subject: "計画".repeat(40), body: "I agree." })]),
    )

    const { stdout } = await standpoint(["summarize", path, "--width", "60"])

    expect(Math.max(...stdout.split("\n").map((line) => stringWidth(line)))).toBeLessThanOrEqual(60)
  })
})

describe("standpoint demo", () => {
  it("summarizes the example and says how to go on with Slack and Discord", async () => {
    const { code, stdout, stderr } = await standpoint(["demo"])

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    expect(stdout).toContain("ring: catch a descriptor that is freed twice")
    expect(stdout).toMatch(/SLACK_BOT_TOKEN[^]*DISCORD_TOKEN/)
  })
})
