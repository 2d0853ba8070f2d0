import { expect, it } from "vitest"
import type { Store } from "../../../src/index.ts"
import { placeKey } from "../../../src/index.ts"
import { aClaimedThread, aCommit, aDraft, aPlace, at, fresh, iso } from "./store-parts.ts"

export function describeDigests(get: () => Store): void {
  it("takes what waits once, with the time of the next digest", async () => {
    const store = get()
    const thread = await aClaimedThread(store)
    const place = aPlace()
    const key = placeKey(place)
    await store.watches.saveSettings({ place, show: "digest", digestAt: "09:00", zone: "utc", digestDueAt: iso(500) })
    const item = { id: fresh("d"), place, threadId: thread.id, changes: [], at: iso(301) }
    await store.threads.commit(aCommit(thread, { digest: [item] }))
    const taken: string[] = []
    const draft = aDraft({ place, dueAt: iso(500), content: { kind: "note", note: { kind: "note", lines: [] } } })
    const taking = { placeKey: key, dueAt: iso(500), nextDueAt: iso(90_000) }

    expect(await store.outbox.dueDigests(at(499))).not.toContain(key)
    expect(await store.outbox.dueDigests(at(500))).toContain(key)
    expect((await store.outbox.digestItems(thread.id)).map((one) => one.id)).toEqual([item.id])
    const first = await store.outbox.takeDigest({
      ...taking,
      build: (items) => {
        taken.push(...items.map((one) => one.id))
        return draft
      },
    })
    const second = await store.outbox.takeDigest({ ...taking, build: () => aDraft({ place }) })

    expect([first, second]).toEqual([true, false])
    expect(taken).toEqual([item.id])
    expect(await store.outbox.find(draft.id)).toBeDefined()
    expect(await store.outbox.digestItems(thread.id)).toEqual([])
    expect((await store.watches.settings(key))?.digestDueAt).toBe(iso(90_000))
    await store.forgetPlace(key)
  })
}
