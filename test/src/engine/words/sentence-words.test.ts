import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readWords, topicOf } from "../../../../src/engine/words/sentence-words.ts"
import { wordKind } from "../../../../src/engine/words/vocabulary.ts"
import { wordsOf } from "../../../../src/engine/words/words.ts"

const KIND = wordKind("lantern don't :+1 -1 x86_64")
const NO_TOPIC = topicOf([])

describe("readWords", () => {
  const parts = ["lantern", "LANTERN", "don't", "DON’T", ":+1", "-1", "x86_64", "lanterns", "it", "'", "İ", "é", "\t"]
  const sentence = fc
    .array(fc.tuple(fc.constantFrom(...parts), fc.constantFrom(" ", ", ", "", "-", ":", "+", "'", "_", "^", ". ")))
    .map((pieces) => pieces.flat().join(""))

  it("finds the words that wordsOf finds", () => {
    fc.assert(
      fc.property(fc.oneof(sentence, fc.string({ unit: "binary", maxLength: 700 })), (text) => {
        const words = wordsOf(text)

        const found = readWords(text, topicOf(words.slice(0, 1)))

        expect(found.count).toBe(words.length)
        expect(found.topical).toHaveLength(words.filter((word) => word === words[0]).length)
      }),
    )
  })

  it.each([
    ["Light the Lantern.", true],
    ["We don’t.", true],
    ["voted :+1 here", true],
    ["-1 from me", true],
    ["built for x86_64", true],
    ["two lanterns", false],
    ["+1", false],
    [`${"word ".repeat(200)}lantern`, false],
  ])("tells the kinds in %j", (text, isThere) => {
    expect((readWords(text, NO_TOPIC).kinds & KIND) !== 0).toBe(isThere)
  })
})
