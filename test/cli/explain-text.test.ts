import { describe, expect, it } from "vitest"
import { explainAsText } from "../../src/cli/explain-text.ts"
import { explainAsJson } from "../../src/cli/explain-json.ts"
import { readBody } from "../../src/index.ts"
import { aMessage } from "../support/a-message.ts"

const message = aMessage({ body: "Bo Marchetti wrote:\n> Is it open?\n\nYes." })

describe("explain", () => {
  it("is a plain picture without colours: zone, author, a bar for each level", () => {
    expect(explainAsText(message, readBody(message), false)).toBe(
      [
        "Re: rooms",
        "one@tern.example",
        "attribution Ada Lindqvist      Bo Marchetti wrote:",
        "quote       Bo Marchetti       │ Is it open?",
        "",
        "own         Ada Lindqvist      Yes.",
        "",
        "",
      ].join("\n"),
    )
  })

  it("gives each author a colour of their own in a terminal", () => {
    const picture = explainAsText(message, readBody(message), true)

    expect(picture).toContain("\u001b[36mYes.")
    expect(picture).toContain("\u001b[33mIs it open?")
  })

  it("is one line of JSON for each message", () => {
    const [quote] = (JSON.parse(explainAsJson(message, readBody(message))) as { lines: unknown[] }).lines.slice(1)

    expect(quote).toEqual({ text: "> Is it open?", kind: "quote", depth: 1, author: "Bo Marchetti" })
  })
})
