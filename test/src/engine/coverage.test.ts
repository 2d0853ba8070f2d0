import { describe, expect, it } from "vitest"
import { buildThreads, summarise } from "../../../src/index.ts"
import { aMessage } from "../../support/a-message.ts"

function coverageOf(lines: number): unknown {
  const body = `${"a line\n".repeat(lines - 1)}Who has the key?`
  const [thread] = buildThreads({ source: "mail", messages: [aMessage({ body })], skipped: [], reasons: [] })
  return thread && summarise(thread).coverage
}

describe("coverage", () => {
  it("says of a text beyond the lines that are read that it was not read to its end", () => {
    expect(coverageOf(10_001)).toMatchObject({
      complete: false,
      skipped: [{ id: "one@tern.example", reason: "its text is longer than the 10,000 lines that are read" }],
    })
  })

  it("takes a text of just so many lines for read", () => {
    expect(coverageOf(10_000)).toMatchObject({ complete: true, skipped: [] })
  })
})
