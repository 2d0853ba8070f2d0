import { expect, it } from "vitest"
import type { Store, ThreadId } from "../../../src/index.ts"
import { fresh, iso } from "./store-parts.ts"

export function describePeople(get: () => Store): void {
  it("keeps corrections with who made and who undid them", async () => {
    const { corrections } = get()
    const threadId: ThreadId = `mail:${fresh("m")}`
    const content = { kind: "answered", messageId: "m1", text: "Why?" } as const
    const correction = { id: fresh("c"), threadId, content, by: "slack/T1/U1", byName: "Ada", at: iso(1) }
    await corrections.add(correction)

    const isUndone = await corrections.undo(correction.id, "slack/T1/U2", iso(2))
    const isUndoneAgain = await corrections.undo(correction.id, "slack/T1/U3", iso(3))

    expect([isUndone, isUndoneAgain]).toEqual([true, false])
    expect(await corrections.ofThread(threadId)).toMatchObject([
      { id: correction.id, undoneBy: "slack/T1/U2", undoneAt: iso(2) },
    ])
  })

  it("ties accounts to addresses and forgets them", async () => {
    const { identities, people } = get()
    const personKey = fresh("slack/T1/U")
    const address = `${fresh("ada")}@example.org`
    const tied = { personKey, address, proof: "platform", by: personKey, at: iso(1) } as const
    await identities.tie(tied)
    await people.saveMentions(personKey, true)
    await people.saveListing(personKey, ["mail:a", "mail:b"])
    await people.saveLooks(personKey, new Map([["mail:a@x", 3]]))

    expect(await identities.ofPerson(personKey)).toEqual([tied])
    expect(await identities.ofAddresses([address])).toEqual([tied])
    expect(await people.wantsMentions(personKey)).toBe(true)
    expect(await people.listing(personKey)).toEqual(["mail:a", "mail:b"])
    expect(await people.looks(personKey)).toEqual(new Map([["mail:a@x", 3]]))
    expect(await people.forget({ personKeys: [personKey], addresses: [address] })).toBe(3)
    expect(await identities.ofAddresses([address])).toEqual([])
    expect(await people.wantsMentions(personKey)).toBe(false)
    expect(await people.looks(personKey)).toEqual(new Map())
  })

  it("takes a no back only from whom it came", async () => {
    const { people } = get()
    const threadId: ThreadId = `slack:${fresh("C")}`
    await people.addVeto({ threadId, by: "one", at: iso(1) })
    await people.addVeto({ threadId, by: "one", at: iso(2) })

    expect(await people.removeVeto(threadId, "other")).toBe(false)
    expect(await people.vetoes(threadId)).toEqual([{ threadId, by: "one", at: iso(1) }])
    expect(await people.removeVeto(threadId, "one")).toBe(true)
  })

  it("keeps installations until they are removed", async () => {
    const { installations } = get()
    const id = fresh("T")
    await installations.save(id, "1")
    await installations.save(id, "2")

    expect(await installations.find(id)).toBe("2")
    expect(await installations.ids()).toContain(id)
    expect([await installations.remove(id), await installations.remove(id)]).toEqual([true, false])
    expect(await installations.find(id)).toBeUndefined()
  })
}
