import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ownSentences, readBody } from "../../../../src/index.ts"
import { ZONES } from "../../../../src/model/body.ts"
import { aMessage } from "../../../support/threads/a-message.ts"
import { aMailLikeBody } from "../../../support/mail/mail-like-body.ts"

const anyBody = fc.oneof(aMailLikeBody, fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme" }))

const BO = { name: "Bo Marchetti", address: "bo@heron.example" }
const OWN_ZONES: ReadonlySet<string> = new Set(["own", "greeting", "trailer", "code", "patch", "log"])

describe("readBody", () => {
  it("joins back to the body, whatever it is", () => {
    fc.assert(
      fc.property(anyBody, fc.constantFrom("mail", "chat"), (body, medium) => {
        const lines = readBody(aMessage({ body, medium }))

        expect(lines.map((line) => line.text).join("\n")).toBe(body)
      }),
    )
  })

  it("gives every line one zone, and own words depth 0", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const line of readBody(aMessage({ body }))) {
          expect(ZONES).toContain(line.zone)
          expect(line.depth).toBeGreaterThanOrEqual(line.zone === "quote" ? 1 : 0)
          if (line.zone === "own") expect([line.depth, line.author?.name]).toEqual([0, "Ada Lindqvist"])
        }
      }),
    )
  })

  it("ties a tail to a line above it, of the same depth", () => {
    fc.assert(
      fc.property(aMailLikeBody, (body) => {
        const lines = readBody(aMessage({ body }))
        for (const [at, line] of lines.entries()) {
          if (line.tailOf === undefined) continue
          expect(line.tailOf).toBeLessThan(at)
          expect(lines[line.tailOf]?.depth).toBe(line.depth)
        }
      }),
    )
  })

  it("reads the same again", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(readBody(aMessage({ body }))).toEqual(readBody(aMessage({ body })))
      }),
    )
  })

  it("keeps to the lines with an ancestor too, and ties none but quoted ones to it", () => {
    fc.assert(
      fc.property(anyBody, anyBody, (body, above) => {
        const ancestor = aMessage({ id: "above@heron.example", author: BO, body: above })
        const lines = readBody(aMessage({ body }), [ancestor])

        expect(lines.map((line) => line.text).join("\n")).toBe(body)
        for (const line of lines) {
          if (line.zone === "own") expect([line.depth, line.author?.name]).toEqual([0, "Ada Lindqvist"])
          if (line.origin === undefined) continue
          expect([line.zone, line.author, line.origin.messageId]).toEqual(["quote", BO, ancestor.id])
          expect(above.split("\n").length).toBeGreaterThan(line.origin.line)
        }
      }),
    )
  })

  it("gives an author to the sender's own zones, and depth 0 to nobody else's words", () => {
    fc.assert(
      fc.property(aMailLikeBody, (body) => {
        for (const { zone, depth, author } of readBody(aMessage({ body }))) {
          if (OWN_ZONES.has(zone)) expect([depth, author?.name]).toEqual([0, "Ada Lindqvist"])
          if (zone === "quote") expect(depth).toBeGreaterThan(0)
        }
      }),
    )
  })

  it("takes a divider below a long quoted line for no tail of it", () => {
    const body = `> ${"words of somebody else that run on ".repeat(2)}and\n-----Original Message-----\n> On Sunday Chidi wrote`

    const [, divider] = readBody(aMessage({ body }))

    expect(divider?.tailOf).toBeUndefined()
  })

  it("reads the same with ancestors that have nothing to do with the mail", () => {
    const stranger = aMessage({ id: "other@heron.example", body: "Nothing of this is quoted anywhere at all." })
    fc.assert(
      fc.property(aMailLikeBody, (body) => {
        const alone = readBody(aMessage({ body })).map((line) => [line.zone, line.depth])
        const along = readBody(aMessage({ body }), [stranger]).map((line) => [line.zone, line.depth])

        expect(along).toEqual(alone)
      }),
    )
  })

  it("changes no sentence of the sender's when a quote is put below", () => {
    fc.assert(
      fc.property(fc.constantFrom("I agree.", "Is it? I doubt it.", "No.\n\nBut yes."), (words) => {
        const quote = "\n\nOn Mon, 2 Mar 2026 18:20:11 +0100, Bo Marchetti wrote:\n> Is it true?\n> I think so."

        const sentences = ownSentences(readBody(aMessage({ body: words + quote })))

        expect(sentences).toEqual(ownSentences(readBody(aMessage({ body: words }))))
      }),
    )
  })

  it("takes quoted lines of a chat message for quotes, and fenced ones for code", () => {
    const body = "> who has the key?\nI do.\n```\nopen(door)\n```\nCome by."

    const zones = readBody(aMessage({ body, medium: "chat" })).map((line) => line.zone)

    expect(zones).toEqual(["quote", "own", "code", "code", "code", "own"])
  })
})
