import { describe, expect, it } from "vitest"
import type { Message } from "../../../src/index.ts"
import { objectorsIn, readVeto } from "../../../src/index.ts"

const said = (address: string, body: string, more: Partial<Message> = {}): Message => ({
  id: `${address}-${body}`,
  medium: "chat",
  author: { address },
  to: [],
  cc: [],
  subject: "",
  body,
  references: [],
  headers: {},
  reactions: [],
  mentions: [],
  attachments: [],
  ...more,
})

describe("the veto of a participant", () => {
  it.each([
    ["!nda", "objects"],
    ["!NDA", "objects"],
    ["!confidential\nplease", "objects"],
    ["!nda off", "lifts"],
    ["> !nda", undefined],
    ["`!nda`", undefined],
    ["we could say !nda here", undefined],
    ["!ndax", undefined],
    ["!nda everything about this", undefined],
    ["", undefined],
  ])("takes %j for: %s", (text, meaning) => {
    expect(readVeto(text)).toBe(meaning)
  })

  it("stands until whoever said it takes it back, or deletes it", () => {
    const objectors = objectorsIn([
      said("ada", "!nda"),
      said("ben", "!nda"),
      said("cy", "!nda", { isDeleted: true }),
      said("ben", "!nda off"),
      said("ben", "ada's !nda off"),
      said("cy", "!nda off"),
    ])

    expect(objectors.map(({ address }) => address)).toEqual(["ada"])
  })
})
