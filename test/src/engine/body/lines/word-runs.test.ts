import { describe, expect, it } from "vitest"
import { indexRuns, placeOfRuns, runsOf } from "../../../../../src/engine/body/lines/word-runs.ts"

const TEXTS = ["the terns come back to the island", "in April and leave", "in the first days of August every year"]

describe("placeOfRuns", () => {
  const runs = indexRuns(TEXTS)

  it.each([
    ["come back to the island", 0],
    ["to the island in April and leave in the first", 0],
    ["in the first days of August every year", 2],
    ["the terns come back to the island in April and so", 0],
  ])("finds where %j begins", (line, place) => {
    const found = runsOf(line)

    expect(found && placeOfRuns(found, runs)).toBe(place)
  })

  it.each([["the island in May and June they leave"], ["in the first week of September every year"]])(
    "finds nothing where more than a fifth is not there: %j",
    (line) => {
      const found = runsOf(line)

      expect(found && placeOfRuns(found, runs)).toBeUndefined()
    },
  )

  it("tells nothing of three words", () => {
    expect(runsOf("come back soon")).toBeUndefined()
  })
})
