import { describe, expect, it } from "vitest"
import type { Identity } from "../../../../src/index.ts"
import { findPeople } from "../../../../src/engine/people/people.ts"
import { aMessage } from "../../../support/threads/a-message.ts"

function peopleOf(...authors: readonly Identity[]): ReturnType<typeof findPeople> {
  return findPeople(authors.map((author, at) => aMessage({ id: `${at}@x`, author })))
}

describe("findPeople", () => {
  it.each([
    ["Tian, Bo", "Bo Tian"],
    ["BO TIAN", "Bo Tian"],
    ["Bo P. Tian", "Bo Tian"],
    ["Bo Tian via rooms", "Bo Tian"],
    ["Bo Tian (Heron Ltd)", '"Bo Tian"'],
    ["Jürgen Groß", "Jurgen Groß"],
  ])("takes %j and %j for one person", (one, other) => {
    const people = peopleOf({ name: one, address: "one@heron.example" }, { name: other, address: "two@plover.example" })

    expect(people.authors).toHaveLength(1)
  })

  it.each([
    ["(Bo Tian)", "Bo Tian"],
    ["[Bo Tian]", "Bo Tian"],
    ["Bo.Tian", "Bo Tian"],
    ["bo.tian at heron.example", "bo.tian"],
    ["Bo Tian <bo@heron.example>", "Bo Tian"],
    ["Bo Tian ‹bo@heron.example›", "Bo Tian"],
    ["Bo Tian aka Crane", "Bo Tian"],
  ])("calls %j %j", (name, shown) => {
    expect(peopleOf({ name, address: "5f1e@hash.invalid" }).authors.map((person) => person.name)).toEqual([shown])
  })

  it("keeps people apart who write through one list", () => {
    const list = "rooms@lists.tern.example"

    const people = peopleOf(
      { name: "Bo Tian via rooms", address: list },
      { name: "Chidi Okafor via rooms", address: list },
    )

    expect(people.authors.map((person) => person.name)).toEqual(["Bo Tian", "Chidi Okafor"])
  })

  it.each([
    ["a list that keeps the names as they are", "rooms@lists.tern.example", "Bo Tian", "Chidi Okafor", 2],
    ["a tracker", "jira@tern.example", "Bo Tian (Jira)", "Chidi Okafor (Jira)", 2],
    ["a review tool that knows accounts", "notifications@github.com", "botian", "okafor", 2],
    ["somebody who writes their name at length later", "bo@heron.example", "Bo", "Bo Tian", 1],
    ["somebody who took another name", "bo@heron.example", "Bo Tian", "Bo Okafor", 1],
    ["somebody who writes for a company too", "tian@heron.example", "Bo Tian", "Heron Press", 1],
    ["somebody who writes their name in two scripts", "bt@heron.example", "Bo Tian", "Бо Тянь", 1],
  ])("tells how many write from the address of %s", (_, address, one, other, count) => {
    expect(peopleOf({ name: one, address }, { name: other, address }).authors).toHaveLength(count)
  })

  it("takes nobody for a robot for whom a tracker sends", () => {
    const people = peopleOf(
      { name: "Bo Tian", address: "noreply@tern.example" },
      { name: "Gerrit Code Review", address: "noreply@tern.example" },
      { name: "Tern Bug Tracking System", address: "owner@bugs.tern.example" },
      { address: "rooms-request@lists.tern.example" },
    )

    expect(people.authors.map(({ isBot }) => isBot)).toEqual([false, true, true, true])
  })

  it.each([
    ["botian heron.example", "botian@heron.example", "botian"],
    ["botian.heron.example", "botian@heron.example", "botian"],
    ["Bo Tern.example", "bo@heron.example", "Bo Tern.example"],
  ])("calls %j of %s %j", (name, address, shown) => {
    expect(peopleOf({ name, address }).authors.map((person) => person.name)).toEqual([shown])
  })

  it.each([
    ["Bo T", "tian.bo@plover.example", ["Bo Tian"]],
    ["Bo T.", "bo.tian+rooms@plover.example", ["Bo Tian"]],
    ["Bo T", "bo@plover.example", ["Bo Tian", "Bo T"]],
    ["Bo O", "tian.bo@plover.example", ["Bo Tian", "Bo O"]],
  ])("takes %j of %s for who writes the name out only where the address does", (name, address, shown) => {
    const full = { name: "Bo Tian", address: "bo@heron.example" }

    const people = peopleOf(full, { name, address }, { name, address })

    expect(people.authors.map((person) => person.name)).toEqual(shown)
    expect(people.find({ name, address })?.name).toBe(shown.at(-1))
  })

  it("keeps people apart who share a first name only", () => {
    expect(
      peopleOf({ name: "Bo", address: "bo@a.example" }, { name: "Bo", address: "bo@b.example" }).authors,
    ).toHaveLength(2)
  })

  it("knows a scrambled address by its local part, where one person has it", () => {
    const scrambled = "bo-eXqZr8cDkW3fTt1yVbN6mA@public.gmane.org"

    expect(peopleOf({ address: "bo@heron.example" }, { address: scrambled }).authors).toHaveLength(1)
  })

  it("joins two groups once a third identity belongs to both, and keeps the first id", () => {
    const people = peopleOf(
      { name: "Bo Tian", address: "bo@heron.example" },
      { address: "tian@plover.example" },
      { name: "Bo Tian", address: "tian@plover.example" },
    )

    expect(people.authors).toMatchObject([
      { id: "bo@heron.example", addresses: ["bo@heron.example", "tian@plover.example"] },
    ])
  })

  it.each([
    [{ name: "kernel test robot", address: "lkp@heron.example" }],
    [{ name: "dependabot[bot]", address: "x@heron.example" }],
    [{ address: "no-reply@heron.example" }],
  ])("tells that %j is a robot", (identity) => {
    expect(peopleOf(identity).authors[0]?.isBot).toBe(true)
  })

  it("takes nobody for a robot whose name holds the word", () => {
    expect(peopleOf({ name: "Bob Abbott", address: "abbott@heron.example" }).authors[0]?.isBot).toBe(false)
  })

  it("finds who is called by a first name, unless several are", () => {
    const people = peopleOf(
      { name: "Bo Tian", address: "bo@heron.example" },
      { name: "Ada Holm", address: "ada@a.example" },
      { name: "Ada Berg", address: "berg@a.example" },
    )

    expect([people.named("bo")?.name, people.named("Ada")]).toEqual(["Bo Tian", undefined])
  })

  it("calls nobody by the name of a host where their own is known", () => {
    const people = peopleOf(
      { name: "Ternhouse.example", address: "bo@ternhouse.example" },
      { name: "Bo Tian", address: "bo@ternhouse.example" },
    )

    expect(people.authors.map(({ name }) => name)).toEqual(["Bo Tian"])
  })
})
