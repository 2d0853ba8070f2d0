import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { neededWords } from "../../../../src/engine/patterns/needed-words.ts"
import { quick } from "../../../../src/engine/patterns/quick-pattern.ts"

describe("neededWords", () => {
  it.each([
    [/\blet (?:me|us) know\b/i, ["know"]],
    [/\bideas?\b/i, ["idea", "ideas"]],
    [/^(?:yes|no)\b/, ["no", "yes"]],
    [/\b(?:pls)?,? wait[.!]*$/i, ["wait"]],
    [/\bwonder(?:ing|ed)?\b|\bcurious\b/i, ["curious", "wonder", "wondered", "wondering"]],
    [/\bin (?:v\d|version (?:two|three))\b/i, ["in", "version"]],
    [/^(?:\W*(?:so|and),? )*(?:drop|keep)\b(?!:)/i, ["drop", "keep"]],
    [/\b[Tt]ake\b(?: \w+){0,3} back\b/, ["take"]],
  ] as const)("of %s are %j", (pattern, words) => {
    expect([...(neededWords(pattern) ?? [])].toSorted()).toEqual(words)
  })

  it.each([[/wait/], [/\bwait/], [/\bwait\w*\b/], [/\?$/], [/\bwait\b|!/], [/(?:\bwait\b)?/]])(
    "are none where a text without any may match: %s",
    (pattern) => {
      expect(neededWords(pattern)).toBeUndefined()
    },
  )
})

describe("quick", () => {
  const patterns = [
    /\b(?:good|nice) (?:point|catch)s?\b/i,
    /^(?:\W*(?:so|well|hmm+),? ){0,2}(?:is|are) (?:it|they)\b/i,
    /\b(?:don't|do not) (?:really |quite )*(?:see|know)\b[^.]{0,9}\b(?:why|how)\b/i,
    /\b(?<count>one|two) (?:days?|weeks?)\b(?! ago)/i,
    /\blgtm\b/,
    /\d+ (?:files?|lines?)\b/,
  ]
  const parts = patterns.flatMap(({ source }) => source.match(/[a-z]+/gi) ?? [])
  const text = fc
    .array(
      fc.tuple(fc.constantFrom(...parts, "don't", "do not", "3"), fc.constantFrom(" ", ", ", "", "-", "é", "_", ". ")),
    )
    .map((words) => words.flat().join(""))

  it("finds what the pattern finds, in whatever order texts and patterns come", () => {
    const quickened = patterns.map((pattern) => ({ pattern, quickly: quick(pattern) }))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), fc.boolean(), (texts, isUpper) => {
        for (const one of texts)
          for (const { pattern, quickly } of quickened) {
            const said = isUpper ? one.toUpperCase() : one
            expect(quickly.exec(said)?.[0]).toBe(pattern.exec(said)?.[0])
            expect(quickly.test(said)).toBe(pattern.test(said))
          }
      }),
    )
  })
})
