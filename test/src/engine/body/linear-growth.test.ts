import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { readBody } from "../../../../src/index.ts"
import { aMessage } from "../../../support/threads/a-message.ts"
import { aMailLine } from "../../../support/mail/mail-like-body.ts"

/** Every character that is shown to a pattern is a step. What reads a body does nothing else that could grow. */
let steps = 0
/* oxlint-disable no-extend-native, typescript/unbound-method -- exec is counted during each test, and called with its pattern */
const exec = RegExp.prototype.exec

beforeEach(() => {
  RegExp.prototype.exec = function counting(this: RegExp, text: string) {
    steps += 1 + text.length
    return exec.call(this, text)
  }
})

afterEach(() => {
  RegExp.prototype.exec = exec
})

function stepsFor(body: string, above?: string): number {
  steps = 0
  const ancestors = above === undefined ? [] : [aMessage({ id: "above@heron.example", body: above })]
  readBody(aMessage({ id: "counted@tern.example", body }), ancestors)
  return steps
}

/** The steps for some of a thing and for twice as much, once what is remembered of its lines is known; neither body was read before. */
function twice(stepsOf: (count: number) => number): readonly [number, number] {
  stepsOf(200)
  return [stepsOf(201), stepsOf(402)]
}

// A block may be read otherwise at the top and at the end of a body: so much may twice as many blocks cost more.
const TWICE = 2.2
const SLACK = 6_000

describe("reading a body", () => {
  it("takes twice as many steps for twice as much, whatever is repeated", () => {
    fc.assert(
      fc.property(fc.array(aMailLine, { minLength: 1, maxLength: 6 }), (lines) => {
        const block = `${lines.join("\n")}\n`

        const [half, whole] = twice((count) => stepsFor(block.repeat(count)))

        expect(whole).toBeLessThanOrEqual(TWICE * half + SLACK)
      }),
      { numRuns: 60 },
    )
  })

  it("does so with what it answers at hand", () => {
    fc.assert(
      fc.property(fc.array(aMailLine, { minLength: 1, maxLength: 6 }), (lines) => {
        const block = `${lines.map((line) => `> ${line}`).join("\n")}\n`
        const above = lines.join("\n")

        const [half, whole] = twice((count) => stepsFor(block.repeat(count), above))

        expect(whole).toBeLessThanOrEqual(TWICE * half + SLACK)
      }),
      { numRuns: 60 },
    )
  })

  it("counts steps at all", () => {
    expect(stepsFor("On Mon, 2 Mar 2026 18:20:11 +0100, Bo Marchetti wrote:\n> words")).toBeGreaterThan(100)
  })
})
