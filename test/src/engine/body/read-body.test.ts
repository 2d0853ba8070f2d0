import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ownSentences, readBody } from "../../../../src/index.ts"
import { ZONES } from "../../../../src/model/body.ts"
import { aMessage } from "../../../support/a-message.ts"

/** Bodies that look like mail: attributions, marks, tails, patches, signatures in any order. */
const PIECES = [
  "On Mon, 2 Mar 2026 18:20:11 +0100, Bo Marchetti wrote:",
  "> On Sunday Chidi Okafor <chidi@plover.example>",
  "wrote:",
  "> the words of somebody else that run on to the end of the line and then a bit",
  "further",
  ">> deeper",
  "> > > > >",
  "",
  "   ",
  "Own words? Yes! And more.",
  "-- ",
  "Ada",
  "From: Bo <bo@heron.example>",
  "Sent: Monday",
  "To: Ada",
  "Subject: rooms",
  "-----Original Message-----",
  "---",
  "@@ -1,2 +1,2 @@",
  "+added",
  "diff --git a/x b/x",
  "```",
  "  foo(bar);",
  "$ ls",
  "Acked-by: Bo <bo@heron.example>",
  "prefixed by >>",
  '>>>>> "BM" == Bo <bo@heron.example> writes:',
  "BM> words",
  "____________________",
  "-----BEGIN PGP SIGNED MESSAGE-----",
  "\r",
]
const mailLike = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join("\n"))
const anyBody = fc.oneof(mailLike, fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme" }))

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
      fc.property(mailLike, (body) => {
        const lines = readBody(aMessage({ body }))
        for (const [at, line] of lines.entries()) {
          if (line.tailOf === undefined) continue
          expect(line.tailOf).toBeLessThan(at)
          expect(lines[line.tailOf]?.depth).toBe(line.depth)
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
      fc.property(mailLike, (body) => {
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
