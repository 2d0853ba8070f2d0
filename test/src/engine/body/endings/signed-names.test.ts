import { describe, expect, it } from "vitest"
import { isSignedName } from "../../../../../src/engine/body/endings/signed-names.ts"

describe("isSignedName", () => {
  it.each([
    ["Grace", true],
    ["Cheers, Grace van den Berg", true],
    ["G.", true],
    ["-- GVDB", true],
    ["gvdb>", true],
    ["g", false],
    ["N", false],
    ["No.", false],
    ["Grace has it", false],
  ])("of Grace van den Berg's %j: %j", (text, isIt) => {
    expect(isSignedName(text, { name: "Grace van den Berg", address: "grace@tern.example" })).toBe(isIt)
  })
})
