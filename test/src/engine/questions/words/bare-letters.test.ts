import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { bareLetters } from "../../../../../src/engine/questions/words/bare-letters.ts"

describe("bareLetters", () => {
  it("keeps letters and figures alone, whatever else stands between them", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(bareLetters(text)).toBe(text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, ""))
      }),
    )
  })

  it("keeps the letters of other scripts", () => {
    expect(bareLetters("Füße, да! 3")).toBe("füßeда3")
  })
})
