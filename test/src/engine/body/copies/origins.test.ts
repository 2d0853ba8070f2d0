import { describe, expect, it } from "vitest"
import { readBody } from "../../../../../src/index.ts"
import { replyContextAt, replyContexts } from "../../../../../src/engine/body/sentences/reply-context.ts"
import { aMessage } from "../../../../support/threads/a-message.ts"

const chidi = { name: "Chidi Okafor", address: "chidi@plover.example" }
const bo = { name: "Bo Marchetti", address: "bo@heron.example" }
const root = aMessage({
  id: "root@plover.example",
  author: chidi,
  body: "Hi,\n\nThe radiators under the north windows never get warm.\nWho has the keys to the shelves?\n\nThanks,\nChidi",
})
const middle = aMessage({
  id: "middle@heron.example",
  author: bo,
  inReplyTo: root.id,
  body: "Chidi wrote:\n> Who has the keys to the shelves?\n\nI have a spare key in my drawer, the left one.",
})

describe("origins", () => {
  it("ties a quoted line to the message and line that it was copied from", () => {
    const body = "> Who has the keys to the shelves?\n\nThe caretaker."

    expect(readBody(aMessage({ body }), [root])[0]).toMatchObject({
      author: chidi,
      origin: { messageId: "root@plover.example", line: 3 },
    })
  })

  it("finds a line two messages up, whatever its attribution says", () => {
    const body = "On Monday, Dagny Holm wrote:\n> > Who has the keys to the shelves?\n\nI know."

    expect(readBody(aMessage({ body }), [middle, root])[1]).toMatchObject({
      author: chidi,
      origin: { messageId: "root@plover.example", line: 3 },
    })
  })

  it("ties short neighbours along with the lines that are sure", () => {
    const body = "> Hi,\n>\n> The radiators under the north windows never get warm.\n>\n> Thanks,\n> Chidi\n\nI know."

    const lines = readBody(aMessage({ body }), [root]).map((line) => line.origin?.line)

    expect(lines).toEqual([0, undefined, 2, undefined, undefined, undefined, undefined, undefined])
  })

  it("recognises a line that was broken anew", () => {
    const body = "> The radiators under the north\n> windows never get warm. Who has\n> the keys to the shelves?\n\nI."

    const tied = readBody(aMessage({ body }), [root]).slice(0, 3)

    expect(tied.map((line) => line.origin?.messageId)).toEqual(Array.from({ length: 3 }, () => "root@plover.example"))
  })

  it("proves a tail by the line that it was broken from, and a true answer by the line that is whole", () => {
    const broken = "> I have a spare key in my drawer, the\nleft one.\n>\n\nGood."
    const answered = "> I have a spare key in my drawer, the left one.\nwhich one is it\n> \n\nGood."

    const first = readBody(aMessage({ body: broken }), [middle])[1]
    const second = readBody(aMessage({ body: answered }), [middle])[1]

    expect([first?.zone, second?.zone]).toEqual(["quote", "own"])
  })
})

describe("replyContexts", () => {
  it("gives each run of own lines the quote right above it", () => {
    const body = "Bo wrote:\n> Is the gate open?\nYes.\n> And the\n> door?\n\nNo.\nNever."
    const lines = readBody(aMessage({ body }))

    const contexts = replyContexts(lines)

    expect(contexts.map(({ firstLine, lastLine, quotedText }) => [firstLine, lastLine, quotedText])).toEqual([
      [2, 2, "Is the gate open?"],
      [6, 7, "And the door?"],
    ])
    expect(replyContextAt(contexts, 7)).toMatchObject({ depth: 1, author: { name: "Bo" } })
  })

  it("has an empty quote for words that stand under none", () => {
    const [context] = replyContexts(readBody(aMessage({ body: "Good morning everybody here." })))

    expect(context).toMatchObject({ quotedLines: [], quotedText: "", depth: 0 })
  })
})
