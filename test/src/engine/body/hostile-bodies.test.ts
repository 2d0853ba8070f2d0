import { describe, expect, it } from "vitest"
import { ownSentences, readBody } from "../../../../src/index.ts"
import { aMessage } from "../../../support/threads/a-message.ts"

// Inputs that make other programs run for minutes. What is asserted is the result: a step that is more
// than linear in them would not come to one within the suite's time. Figures: npm run bench.
const MEGABYTE = 1 << 20

function filled(piece: string, length = MEGABYTE): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}

describe("hostile bodies", () => {
  it("reads fifty thousand levels of quoting", () => {
    const marks = ">".repeat(50_000)

    const lines = readBody(aMessage({ body: `${marks} down here\n${marks} and here\n\nUp here.` }))

    expect(lines.map((line) => [line.zone, line.depth])).toEqual([
      ["quote", 50_000],
      ["quote", 50_000],
      ["blank", 0],
      ["own", 0],
    ])
  })

  it("reads levels that grow line by line", () => {
    const body = Array.from({ length: 1_400 }, (_, at) => `${">".repeat(at + 1)} x`).join("\n")

    const depths = readBody(aMessage({ body })).map((line) => line.depth)

    expect(depths).toEqual(Array.from({ length: 1_400 }, (_, at) => at + 1))
  })

  it.each([
    "a",
    " ",
    ">",
    "> ",
    "(",
    "`",
    "a ? b ",
    "a.b ",
    ". ",
    "-",
    "http://",
    "On Mon wrote: ",
    "a@b ",
    "<a@b",
    "| ",
  ])("reads one line of a megabyte of %j", (piece) => {
    const body = filled(piece)

    const lines = readBody(aMessage({ body }))
    const length = ownSentences(lines).reduce((sum, sentence) => sum + sentence.text.length, 0)

    expect(lines).toHaveLength(1)
    expect(length).toBeLessThanOrEqual(body.length)
  })

  it.each([
    "On Mon, 2 Mar 2026 at 10:00, Bo <bo@heron.example> wrote:\n",
    "From: a\n",
    "From: Bo <bo@heron.example>\nSent: Monday\nTo: me\nSubject: x\n\ntext\n\n",
    "--\n",
    "-----BEGIN PGP SIGNED MESSAGE-----\n",
    "-----BEGIN PGP SIGNATURE-----\n",
    "```\n",
    "---\n",
    "Ada\n\n",
    "@@ -1,3 +1,3 @@\n x\n",
    "$ ls\n",
    ">\n",
    "> x\n>> y\n",
    "wrote:\n",
    "* a:\n> b\n",
    "BM> x\n",
    "replace\nfoo();\nwith\n",
    "\n",
    "a\n",
    ":\n",
    "> \n",
    "-- \n",
    "On \n",
    "x wrote:\n",
    "@@ \n",
    "|\n",
    "> a\n>> b\nc\n",
    "Thanks,\nAda\n\n",
  ])("reads a megabyte of lines of %j", (piece) => {
    const body = `Own words.\n${filled(piece)}`

    const lines = readBody(aMessage({ body }))

    expect(lines).toHaveLength(body.split("\n").length)
    expect(lines[0]?.zone).toBe("own")
  })

  it("tells what stands behind fifty thousand lines by its marks alone", () => {
    const body = `${filled("a\n", 100_000)}mine\n> theirs\n>\n\n-- \nAda`

    const lines = readBody(aMessage({ body })).slice(-6)

    expect(lines.map((line) => [line.text, line.content, line.zone, line.depth])).toEqual([
      ["mine", "mine", "log", 0],
      ["> theirs", "theirs", "quote", 1],
      [">", "", "blank", 1],
      ["", "", "blank", 0],
      ["-- ", "-- ", "log", 0],
      ["Ada", "Ada", "log", 0],
    ])
  })

  it("reads twenty thousand blank lines of growing width", () => {
    const body = Array.from({ length: 20_000 }, (_, at) => " ".repeat(at % 40)).join("\n")

    expect(new Set(readBody(aMessage({ body })).map((line) => line.zone))).toEqual(new Set(["blank"]))
  })

  it("does not look at ten thousand recipients for each quote", () => {
    const cc = Array.from({ length: 10_000 }, (_, at) => ({ name: `Name ${at}`, address: `n${at}@plover.example` }))

    const lines = readBody(aMessage({ cc, body: filled("> nobody's words\n\nmine\n", 100_000) }))

    expect(lines[0]).toMatchObject({ zone: "quote", depth: 1 })
  })

  it("does not look at a hundred thousand references", () => {
    const references = Array.from({ length: 100_000 }, (_, at) => `${at}@plover.example`)

    const lines = readBody(aMessage({ references, body: "> nobody's words\n\nmine" }))

    expect(lines[0]).toMatchObject({ zone: "quote", depth: 1 })
  })
})
