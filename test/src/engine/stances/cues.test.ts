import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readWords } from "../../../../src/engine/words/sentence-words.ts"
import { CUES } from "../../../../src/engine/stances/cues/all-cues.ts"

/** Enough to meet each way to say a thing that a pattern spells out. */
const SAMPLES = 600
const SEED = 1

describe("cues", () => {
  it.each([...CUES.entries()])("%i wakes wherever its pattern matches", (number, { pattern, words }) => {
    const sleeping = texts(pattern).filter(
      (text) => pattern.test(text) && !readWords(text, new Set()).cues.includes(number),
    )

    expect(sleeping, `beside "${words.join(" ")}"`).toEqual([])
  })
})

/** Texts that a pattern may match, made from it: those that somebody might write. What it only looks at is left out, so it does not match all. */
function texts({ source }: RegExp): readonly string[] {
  const made = fc.stringMatching(new RegExp(`^(?:${withoutLooks(source)})$`), { maxLength: 80 })
  return fc.sample(made, { numRuns: SAMPLES, seed: SEED }).filter((text) => WRITABLE.test(text) && !GLUED.test(text))
}

const WRITABLE = /^[\w ',.:;!?()+-]*$|^\^/
const GLUED = /[\w]'fails|\bv[01]\b|\d'|[^\s(][+^:-][a-z]|\w[+^]|(?:^\W*|\s)-[a-z]/

function withoutLooks(source: string): string {
  let kept = ""
  for (let at = 0; at < source.length; at++) {
    if (/^\(\?<?[=!]/.test(source.slice(at, at + 4))) at = endOfGroup(source, at)
    else if (source.startsWith("\\b", at)) at++
    else {
      kept += source[at]
      if (source[at] === "\\") kept += source[++at]
    }
  }
  return kept
}

function endOfGroup(source: string, start: number): number {
  let depth = 0
  for (let at = start; at < source.length; at++) {
    if (source[at] === "\\") at++
    else if (source[at] === "(") depth++
    else if (source[at] === ")" && --depth === 0) return at
  }
  return source.length
}
