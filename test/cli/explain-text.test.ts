import { describe, expect, it } from "vitest"
import { createPicture } from "../../src/cli/explain/explain-text.ts"
import { explainAsJson } from "../../src/cli/explain/explain-json.ts"
import type { PictureOptions } from "../../src/cli/explain/explain-text.ts"
import { findPeople } from "../../src/engine/people/people.ts"
import type { Message } from "../../src/index.ts"
import { readBody } from "../../src/index.ts"
import { aMessage } from "../support/threads/a-message.ts"

const message = aMessage({ body: "Bo Marchetti wrote:\n> Is it open?\n> Or shut?\n\nYes." })

/** The rows of a message drawn without colours, those below its text left out. */
function draw(options: Partial<PictureOptions>, drawn: Message): readonly string[] {
  const picture = createPicture({ isColoured: false, columns: undefined, ...options })
  return picture(drawn, readBody(drawn)).trimEnd().split("\n")
}

describe("explain", () => {
  it("is a plain picture without colours: zone, author, a bar for each level", () => {
    expect(draw({}, message)).toEqual([
      "Re: rooms",
      "Ada Lindqvist <ada@tern.example>  one@tern.example",
      "",
      "attribution Ada Lindqvist      Bo Marchetti wrote:",
      "quote       Bo Marchetti       │ Is it open?",
      "                               │ Or shut?",
      "",
      "own         Ada Lindqvist      Yes.",
    ])
  })

  it("says where nobody tells whose a quote is, and which lines are tails", () => {
    const body = `> > ${"a long line of somebody ".repeat(3)}that\n> ran\n> > on.\n> Yes.`

    const drawn = draw({}, aMessage({ body, to: [] })).slice(3)

    expect(drawn.map((row) => row.slice(0, 15).trimEnd())).toEqual([
      "quote       ?",
      "tail        ?",
      "quote       ?",
      "",
    ])
  })

  it("gives each author one colour, from the first message to the last", () => {
    const picture = createPicture({ isColoured: true, columns: undefined })
    const answer = aMessage({ author: { name: "Bo Marchetti", address: "bo@heron.example" }, body: "It is." })

    const drawn = [message, answer].map((one) => picture(one, readBody(one)))

    expect(drawn[0]).toContain("\u001b[36mYes.")
    expect(drawn[0]).toContain("\u001b[33m│ Is it open?")
    expect(drawn[1]).toContain("\u001b[33mIt is.")
  })

  it("gives one colour to all addresses of a person", () => {
    const elsewhere = { ...message.author, address: "ada@elsewhere.example" }
    const people = findPeople([message, aMessage({ id: "two@x", author: elsewhere })])

    const drawn = createPicture({ isColoured: true, columns: undefined, people })(
      aMessage({ author: { address: elsewhere.address }, body: "Mine." }),
      readBody(aMessage({ author: { address: elsewhere.address }, body: "Mine." })),
    )

    expect(drawn).toContain("\u001b[36mMine.")
  })

  it("fits a narrow window: lines are broken behind their bars, and deep ones say how deep", () => {
    const body = `> ${"some words ".repeat(8)}\n>>>>>>>>>>>>>>> deep\n${"計画".repeat(30)}`

    const drawn = draw({ columns: 50 }, aMessage({ body }))

    expect(drawn.slice(3)).toEqual([
      "quote  ?          │ some words some words some",
      "                  │ words some words some words",
      "                  │ some words some words some",
      "                  │ words",
      "                  │ │ │ │ │ │ +9 deep",
      "own    Ada Lindq… 計画計画計画計画計画計画計画計画",
      "                  計画計画計画計画計画計画計画計画",
      "                  計画計画計画計画計画計画計画計画",
      "                  計画計画計画計画計画計画",
    ])
  })

  it("never lets a stranger's control characters reach the terminal", () => {
    const body = "I am\u001B]0;owned\u0007 here\u001B[2J\u202E.\n> \u009Bx"

    const drawn = draw({}, aMessage({ subject: "Plan\u001B[31m", body })).join("\n")

    expect(drawn).not.toMatch(/[^\P{Cc}\n]|\u202E/u)
  })

  it("is one line of JSON for each message", () => {
    const [quote] = (JSON.parse(explainAsJson(message, readBody(message))) as { lines: unknown[] }).lines.slice(1)

    expect(quote).toEqual({ text: "> Is it open?", kind: "quote", depth: 1, author: "Bo Marchetti" })
  })
})
