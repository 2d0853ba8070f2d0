import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { gramAt, gramsOf } from "../../../../../src/engine/questions/words/grams.ts"

describe("gramsOf", () => {
  it("never says of anything that is there that it is not", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(), (text, start, size) => {
        const from = start % text.length
        const part = text.slice(from, from + 1 + (size % 60))

        expect(gramsOf(text).mayHold(gramAt(part, 0))).toBe(true)
        expect(gramsOf(text).mayHold(gramAt(`before${part}`, 6))).toBe(true)
      }),
    )
  })

  it("finds the last place of whatever is there, and no place of what is not", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 120 })
    fc.assert(
      fc.property(letters, letters, (text, wanted) => {
        expect(gramsOf(text).lastPlace(wanted, gramAt(wanted, 0))).toBe(text.lastIndexOf(wanted))
      }),
    )
  })

  it("knows what is not there", () => {
    expect(gramsOf("whichdriverscanreachthispathatall").mayHold(gramAt("shoulditbeoneortheother", 0))).toBe(false)
  })
})
