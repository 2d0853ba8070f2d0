import { describe, expect, it } from "vitest"
import { readBody } from "../../../../../src/index.ts"
import { aMessage } from "../../../../support/threads/a-message.ts"

const chidi = { name: "Chidi Okafor", address: "chidi@plover.example" }
const bo = { name: "Bo Marchetti", address: "bo@heron.example" }
const root = aMessage({
  id: "root@plover.example",
  author: chidi,
  body: [
    "The radiators under the north windows never get warm.",
    "Somebody should bleed them before the frost.",
    "",
    "The cellar door does not close any more.",
    "I put a brick in front of it on Friday.",
    "",
    "> The keys used to hang beside the ladder.",
    "Who has the keys to the shelves?",
  ].join("\n"),
})

function ownOf(body: string, above = [root]): readonly string[] {
  return readBody(aMessage({ author: bo, body }), above)
    .filter(({ zone }) => zone === "own")
    .map(({ content }) => content)
    .filter((content) => content !== TOP)
}

const TOP = "I see it as you do."
const QUOTED = `${TOP}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Chidi Okafor <chidi@plover.example> wrote:\n`
const [radiators = "", door = ""] = root.body.split("\n\n")

describe("answers within a mail that is quoted without marks", () => {
  it("are the sender's, last one included", () => {
    const body = `${QUOTED}\n${radiators}\n\nI will bring the small wrench tomorrow.\n\n${door}\n\nThat brick belongs to the neighbours, mind you.`

    expect(ownOf(body)).toEqual([
      "I will bring the small wrench tomorrow.",
      "That brick belongs to the neighbours, mind you.",
    ])
  })

  it("are not what the mail quoted itself, nor what only stands below it", () => {
    const body = `${QUOTED}\n${radiators}\n\nThe keys used to hang beside the ladder.\n\n${door}\n\nThis mail was checked for worms by a program.`

    expect(ownOf(body)).toEqual([])
  })

  it("are not a list's or a program's lines, which have a rule or an address", () => {
    const body = `${QUOTED}\n${radiators}\n\n______________\nHouse talk, the list of all tenants here\n\nSee the archive of it at https://list.example/house for more\n\n${door}`

    expect(ownOf(body)).toEqual([])
  })

  it("stay the other's where that mail is not here", () => {
    const body = `${QUOTED}\n${radiators}\n\nI will bring the small wrench tomorrow.\n\n${door}`

    expect(ownOf(body, [])).toEqual([])
  })
})
