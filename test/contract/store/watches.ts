import { expect, it } from "vitest"
import type { Store, ThreadId } from "../../../src/index.ts"
import { placeKey } from "../../../src/index.ts"
import { aPlace, aWatch, fresh, iso } from "./store-parts.ts"

export function describeWatches(get: () => Store): void {
  it("gives back what was added, by place, person and source", async () => {
    const { watches } = get()
    const watch = aWatch({ createdBy: fresh("U") })
    await watches.add(watch)

    expect(await watches.ofPlace(placeKey(watch.place))).toEqual([watch])
    expect(await watches.ofPerson(watch.createdBy)).toEqual([watch])
    expect(await watches.ofSources(["nntp:none", watch.source])).toEqual([watch])
    expect(await watches.ofSources([])).toEqual([])
  })

  it("removes once", async () => {
    const { watches } = get()
    const watch = aWatch()
    await watches.add(watch)

    expect([await watches.remove(watch.id), await watches.remove(watch.id)]).toEqual([true, false])
    expect(await watches.ofPlace(placeKey(watch.place))).toEqual([])
  })

  it("rests and wakes the watches of a place", async () => {
    const { watches } = get()
    const place = aPlace()
    const [one, other] = [aWatch({ place }), aWatch({ place })]
    await watches.add(one)
    await watches.add(other)

    await watches.stop(placeKey(place), "gone", one.source)
    const stopped = (await watches.ofPlace(placeKey(place))).map((watch) => watch.stopped)
    await watches.stop(placeKey(place), undefined)
    const woken = (await watches.ofPlace(placeKey(place))).map((watch) => watch.stopped)

    expect(new Set(stopped)).toEqual(new Set(["gone", undefined]))
    expect(woken).toEqual([undefined, undefined])
  })

  it("keeps settings, mutes and allowances, the last word counting", async () => {
    const { watches } = get()
    const place = aPlace()
    const key = placeKey(place)
    const threadId: ThreadId = `mail:${fresh("m")}`
    const settings = { place, show: "digest", digestAt: "09:00", zone: "Europe/Berlin", digestDueAt: iso(9) } as const
    const source = fresh("imap:inbox")

    await watches.saveSettings({ ...settings, show: "card" })
    await watches.saveSettings(settings)
    await watches.saveMute({ placeKey: key, threadId, until: "reply" })
    await watches.saveMute({ placeKey: key, threadId, until: { at: iso(60) } })
    await watches.saveAllowance({ source, placeKey: key, by: "slack/T1/U9", at: iso(1) })

    expect(await watches.settings(key)).toEqual(settings)
    expect(await watches.mutes(threadId)).toEqual([{ placeKey: key, threadId, until: { at: iso(60) } }])
    expect((await watches.allowances(source)).map((allowance) => allowance.placeKey)).toEqual([key])
    expect([await watches.removeMute(key, threadId), await watches.removeMute(key, threadId)]).toEqual([true, false])
    expect([await watches.removeAllowance(source, key), await watches.removeAllowance(source, key)]).toEqual([
      true,
      false,
    ])
    await watches.saveSettings({ ...settings, show: "replies", digestDueAt: undefined })
  })
}
