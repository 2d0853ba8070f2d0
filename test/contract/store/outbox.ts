import { expect, it } from "vitest"
import type { OutboxEntry, Store } from "../../../src/index.ts"
import { placeKey } from "../../../src/index.ts"
import { aClaimedThread, aCommit, aDraft, aPlace, aWatch, at, claim, fresh, iso, over } from "./store-parts.ts"

export function describeOutbox(get: () => Store): void {
  const claimed = async (seconds: number, owner = "a"): Promise<readonly OutboxEntry[]> =>
    get().outbox.claimDue(claim(seconds, owner, 1_000))
  const note = { kind: "note", note: { kind: "note", lines: [] } } as const

  it("hands out a lane in order, one entry at a time", async () => {
    const { outbox } = get()
    const lane = fresh("lane")
    const [first, second] = [aDraft({ lane, position: 1, content: note }), aDraft({ lane, position: 2, content: note })]
    await outbox.add([second, first], at(0))

    const before = (await claimed(1)).filter((entry) => entry.lane === lane)
    const meanwhile = (await claimed(2, "b")).filter((entry) => entry.lane === lane)
    await outbox.done({ id: first.id, owner: "a", at: iso(3), postId: "p1" })
    const after = (await claimed(4, "b")).filter((entry) => entry.lane === lane)

    expect(before.map((entry) => entry.id)).toEqual([first.id])
    expect(meanwhile).toEqual([])
    expect(after.map((entry) => entry.id)).toEqual([second.id])
    expect(await outbox.find(first.id)).toMatchObject({ state: "done", postId: "p1" })
    await outbox.giveUp({ id: second.id, owner: "b", reason: "enough" })
  })

  it("tells from the second time on that an entry may have been said already", async () => {
    const { outbox } = get()
    const draft = aDraft({ content: note })
    await outbox.add([draft], at(0))

    const first = (await claimed(1)).find((entry) => entry.id === draft.id)
    await outbox.later({ id: draft.id, owner: "a", dueAt: iso(20), reason: "busy", isUnsaid: false })
    const early = (await claimed(10)).find((entry) => entry.id === draft.id)
    const second = (await claimed(21)).find((entry) => entry.id === draft.id)

    await outbox.later({ id: draft.id, owner: "a", dueAt: iso(22), reason: "rate-limited", isUnsaid: true })
    const third = (await claimed(23)).find((entry) => entry.id === draft.id)

    expect([first?.attempts, early, second?.attempts, third?.attempts]).toEqual([0, undefined, 1, 1])
    await outbox.giveUp({ id: draft.id, owner: "a", reason: "enough" })
  })

  it("notes nothing from one whose lease another has taken", async () => {
    const { outbox } = get()
    const draft = aDraft({ content: note })
    await outbox.add([draft], at(0))
    await claimed(1, "a")
    await outbox.renew(over([draft.id], 2))
    await claimed(40, "b")

    expect(await outbox.done({ id: draft.id, owner: "a", at: iso(41), postId: "p1" })).toBe(false)
    expect(await outbox.done({ id: draft.id, owner: "b", at: iso(42), postId: "p2" })).toBe(true)
    expect((await outbox.find(draft.id))?.postId).toBe("p2")
  })

  it("lets one waiting card stand for several, but not one that is being drawn", async () => {
    const { outbox } = get()
    const lane = fresh("lane")
    const [first, second, third] = [
      aDraft({ lane, position: 1 }),
      aDraft({ lane, position: 2 }),
      aDraft({ lane, position: 3 }),
    ]
    await outbox.add([first], at(0))
    await outbox.add([second], at(1))
    await claimed(2)
    await outbox.add([third], at(3))

    expect(await outbox.find(second.id)).toBeUndefined()
    expect(await outbox.find(third.id)).toBeDefined()
    await outbox.done({ id: first.id, owner: "a", at: iso(4) })
    await claimed(5)
    await outbox.done({ id: third.id, owner: "a", at: iso(6) })
  })

  it("remembers the card of a thread in a place, and draws it again when the thread went on meanwhile", async () => {
    const store = get()
    const thread = await aClaimedThread(store)
    const place = aPlace()
    const draft = aDraft({ threadId: thread.id, place })
    await store.threads.commit(aCommit(thread, { outbox: [draft] }))
    const card = { threadId: thread.id, placeKey: placeKey(place), postId: "p7" }

    await claimed(1)
    await store.outbox.done({ id: draft.id, owner: "a", at: iso(2), postId: "p7", card: { ...card, revision: 0 } })
    const stale = await store.outbox.find(draft.id)
    await claimed(3)
    await store.outbox.done({ id: draft.id, owner: "a", at: iso(4), postId: "p7", card: { ...card, revision: 1 } })

    expect(stale?.state).toBe("pending")
    expect((await store.outbox.find(draft.id))?.state).toBe("done")
    expect(await store.outbox.card(thread.id, placeKey(place))).toEqual({ ...card, revision: 1 })
    expect(await store.outbox.cards(thread.id)).toHaveLength(1)
    await store.outbox.dropCard(thread.id, placeKey(place))
    expect(await store.outbox.card(thread.id, placeKey(place))).toBeUndefined()
  })

  it("counts what is to be said, and forgets what was said long ago", async () => {
    const { outbox } = get()
    const [old, waiting] = [
      aDraft({ content: note, dueAt: iso(-90_000) }),
      aDraft({ content: note, dueAt: iso(-80_000) }),
    ]
    await outbox.add([old, waiting], at(-90_000))
    const before = await outbox.backlog()
    await claimed(-85_000)
    await outbox.done({ id: old.id, owner: "a", at: iso(-85_000) })

    await outbox.prune(at(-80_500))

    expect(await outbox.find(old.id)).toBeUndefined()
    expect(await outbox.find(waiting.id)).toBeDefined()
    expect(before.oldestDueAt).toBe(iso(-90_000))
    expect((await outbox.backlog()).pending).toBe(before.pending - 1)
    expect(await outbox.nextDue()).toBe(iso(-80_000))
    await claimed(0)
    await outbox.giveUp({ id: waiting.id, owner: "a", reason: "enough" })
    expect(await outbox.find(waiting.id)).toMatchObject({ state: "given-up", reason: "enough" })
  })

  it("forgets a place with all that was to be said there", async () => {
    const store = get()
    const watch = aWatch()
    const draft = aDraft({ place: watch.place, content: note })
    await store.watches.add(watch)
    await store.outbox.add([draft], at(0))

    expect(await store.forgetPlace(placeKey(watch.place))).toBe(2)
    expect(await store.outbox.find(draft.id)).toBeUndefined()
    expect(await store.watches.ofPlace(placeKey(watch.place))).toEqual([])
  })
}
