import { describe, expect, it } from "vitest"
import type { Identity, Message } from "../../../../../src/index.ts"
import { buildThreads } from "../../../../../src/index.ts"
import { findPeople } from "../../../../../src/engine/people/people.ts"
import { aMessage } from "../../../../support/threads/a-message.ts"

const chidi = { name: "Chidi Okafor", address: "chidi@plover.example" }

/** The names in a thread of one mail, and of whoever answers it. */
function namesOf(author: Identity, body: string, ...answers: readonly Partial<Message>[]): readonly string[] {
  const first = aMessage({ id: "0@x", subject: "rooms", author, body })
  const replies = answers.map((parts, at) => aMessage({ id: `${at + 1}@x`, inReplyTo: "0@x", author: chidi, ...parts }))
  const [thread] = buildThreads({ source: "mail", messages: [first, ...replies], skipped: [], reasons: [] })
  return findPeople(thread?.messages ?? []).authors.map(({ name }) => name)
}

describe("nameAuthors", () => {
  it.each([
    ["b.tian@heron.example", "It is cold.\n\nBo Tian, Head of Herons", "Bo Tian"],
    ["robert.m.tian@heron.example", "It is cold.\n-- \nRob Tian", "Rob Tian"],
    ["bxtian@heron.example", "From: Bo Tian <bo@plover.example>\n\nKeep it warm.", "Bo Tian"],
    ["bo.tian@heron.example", "It is cold.\n\n/Bo", "bo.tian@heron.example"],
    ["robin.tian@heron.example", "It is cold.\n\n/Robin", "Robin Tian"],
    ["robintian@heron.example", "It is cold.\n\nRobin", "Robin"],
    ["robin@heron.example", "It is cold.\n\nRobin Tian", "Robin Tian"],
    ["robin@heron.example", "It is cold.\n\nAda Lindqvist", "robin@heron.example"],
    ["warm@heron.example", "Warm Rooms: they are too few.\n\nBye", "warm@heron.example"],
    ["bob.tian@heron.example", "It is cold.\n\nHi Bob\nNo.\n\nBob", "Bob Tian"],
    ["bytian@heron.example", "It is cold.\n\nBo Ian", "bytian@heron.example"],
    ["bobbytian@heron.example", "It is cold.\n\nAmos Tian", "bobbytian@heron.example"],
    ["bobbyholmen@heron.example", "It is cold.\n\nAmos Holmen", "Amos Holmen"],
    ["holmen@heron.example", "It is cold.\n-- \nAmos B. Holmen,   holmen at heron.example", "Amos B. Holmen"],
    ["rooms@lists.heron.example", "It is cold.\n\nRooms", "rooms@lists.heron.example"],
  ])("calls %s, who writes %j, %s", (address, body, name) => {
    expect(namesOf({ address }, body)).toEqual([name])
  })

  it("takes an address in a name's place for none", () => {
    const spoken = { name: "robin at heron.example", address: "robin@heron.example" }

    expect(namesOf(spoken, "It is cold.")).toEqual(["robin"])
    expect(namesOf(spoken, "It is cold.\n\n-Robin-")).toEqual(["Robin"])
  })

  it("takes an account for none", () => {
    expect(namesOf({ name: "robin", address: "robin@heron.example" }, "It is cold.\n\nRobin Tian")).toEqual([
      "Robin Tian",
    ])
    expect(namesOf({ name: "robin.heron.example", address: "robin@heron.example" }, "No.\n\nRobin")).toEqual(["Robin"])
    expect(namesOf({ name: "Robin", address: "robin@heron.example" }, "It is cold.\n\nRobin Tian")).toEqual(["Robin"])
  })

  it.each([
    ["robi@.tern", "It is cold.\n\nRobin", "Robin Tern"],
    ["robi@.tern", "It is cold.", "robin.tern"],
    ["hoimen", "It is cold.\n-- \nAda B. Holmen,  holmen at heron.example", "Ada B. Holmen (hoimen)"],
    ["robi@@ti@@", "It is cold.\n\nRobin Tian", "robi@@ti@@"],
    ["bo@tern", "It is cold.\n\nBo Tern", "bo@tern"],
    ["robi@-hoime@", "It is cold.\n-- \nRobin Holmen\nHeron House", "Robin Holmen (hoime)"],
    ["r@@@@-@o@me@", "It is cold.\n-- \nRobin Holmen\nHeron House", "r@@@@-@o@me@"],
  ])("calls %s, as an archive hid it, who writes %j, %s", (hidden, body, name) => {
    const author = { name: `${hidden} m@iii@g oii hero@@ex@mpie`, address: "5f1e@hash.invalid" }
    const answer = {
      body: "On 3 May, robin.tern at heron.example wrote:\n> No, robin.tian and holmen at heron.example.\n\nYes.",
    }

    expect(namesOf(author, body, answer)[0]).toBe(name)
  })

  it("believes what others write beside the address", () => {
    const body = "On 3 May 2026 10:00 +0200, Robin Tian <rtian@heron.example> wrote:\n> It is cold.\n\nYes."

    expect(namesOf({ address: "rtian@heron.example" }, "It is cold.", { body })).toEqual(["Robin Tian", "Chidi Okafor"])
  })

  describe("of who signs with the full name of another", () => {
    const account = { address: "hoverfly42@heron.example" }
    const robin = { author: { name: "Robin Tian", address: "rt@plover.example" }, body: "Yes." }
    const signed = "It is cold.\n\nRegards,\nRobin Tian"

    it("makes one person below a closing or dashes", () => {
      expect(namesOf(account, signed, robin)).toEqual(["Robin Tian"])
      expect(namesOf(account, "It is cold.\n\n-- \nRobin Tian", robin)).toEqual(["Robin Tian"])
      expect(namesOf(account, `On Monday, Chidi Okafor wrote:\n> Is it?\n\n${signed}`, robin)).toEqual(["Robin Tian"])
    })

    it("keeps them apart where anybody else may have written the name", () => {
      expect(namesOf(account, "It is cold.\n\nRegards,\nRobin", robin)).toHaveLength(2)
      expect(namesOf(account, "It is cold.\n\nRobin Tian\nsaid so.", robin)).toHaveLength(2)
      expect(namesOf(account, `I think so.\n\n-----Original Message-----\n${signed}`, robin)).toHaveLength(2)
      expect(namesOf(account, `No.\n\nOn Monday, Robin Tian wrote:\n\n${signed}`, robin)).toHaveLength(2)
      expect(namesOf({ address: "robin.berg@heron.example" }, signed, robin)).toHaveLength(2)
    })

    it("keeps them apart where two share the name, or one account signs with two", () => {
      const other = { author: { name: "Robin Tian", address: "tian@teal.example" }, body: "No." }
      const third = { author: { address: "mayfly7@heron.example" }, body: signed }
      const chidis = { author: account, body: "No.\n\nRegards,\nChidi Okafor" }

      expect(namesOf(account, signed, robin, other)).toContain("hoverfly42@heron.example")
      expect(namesOf(account, signed, robin, third)).toHaveLength(3)
      expect(namesOf(account, signed, robin, chidis)).toHaveLength(2)
    })
  })

  it("makes one person of two only where the address spells the other's name", () => {
    const other = { author: { name: "Robin Tian", address: "rt@plover.example" }, body: "Yes.\n\nRobin Tian" }
    const quoting = "Robin Tian\nsaid it is cold."

    expect(namesOf({ address: "robin.tian@heron.example" }, "It is cold.", other)).toEqual(["Robin Tian"])
    expect(namesOf({ address: "robin@heron.example" }, quoting, other)).toHaveLength(2)
    expect(namesOf({ address: "rtian@heron.example" }, quoting, other)).toHaveLength(2)
    expect(namesOf({ address: "robin.berg@heron.example" }, quoting, other)).toHaveLength(2)
  })
})
