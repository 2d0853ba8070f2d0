import { describe, expect, it } from "vitest"
import { typeFit } from "../../../../../src/engine/questions/answers/type-fit.ts"

const WHETHER = { kind: "yes-no", text: "Does anybody still row the old boat?" }

describe("how well a reply suits what is asked", () => {
  it.each(["Yes, on Sundays.", "No.", "It does.", "It is not.", "It is, on Sundays.", "I do."])(
    "%s tells whether",
    (reply) => {
      expect(typeFit(reply, WHETHER)).toBe(1)
    },
  )

  it.each([
    ["True, the old one should be sold.", "agrees to a statement"],
    ["It is easy enough to paint.", "tells of something else"],
    ["No trace of the oars so far.", "opens with a no of its own"],
  ])("%s %s", (reply) => {
    expect(typeFit(reply, WHETHER)).toBeLessThan(0.5)
  })
})
