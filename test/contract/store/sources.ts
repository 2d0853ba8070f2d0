import { expect, it } from "vitest"
import type { Store, ThreadId } from "../../../src/index.ts"
import { aWatch, at, claim, fresh, iso, over } from "./store-parts.ts"

export function describeSources(get: () => Store): void {
  const follow = async (source: string, dueAt: string): Promise<void> => {
    await get().sources.follow({ source, scope: "feed", dueAt, isFailureTold: false })
  }

  it("hands a due source to one claimer at a time, and to another when the lease is over", async () => {
    const { sources } = get()
    const source = fresh("a-feed")
    await follow(source, iso(-1_000))

    const mine = await sources.claimDue(claim(0, "a"))
    const theirs = await sources.claimDue(claim(10, "b"))
    await sources.renew(over([source], 20))
    const late = await sources.claimDue(claim(31, "b"))

    expect(mine.map((one) => one.source)).toContain(source)
    expect(theirs.map((one) => one.source)).not.toContain(source)
    expect(late.map((one) => one.source)).toContain(source)
    await get().sources.saveLook({ source, owner: "b", dueAt: iso(9_999), isFailureTold: false, news: [] })
  })

  it("is held for longer by who renews, and by nobody else's renewing", async () => {
    const { sources } = get()
    const source = fresh("a-feed")
    await follow(source, iso(-1_000))
    await sources.claimDue(claim(0, "a"))

    await sources.renew({ ids: [source], now: at(20), owner: "a", leaseMs: 30_000 })
    await sources.renew(over([source], 25, "b"))

    expect((await sources.claimDue(claim(49, "b"))).map((one) => one.source)).not.toContain(source)
    await sources.saveLook({ source, owner: "a", dueAt: iso(9_999), isFailureTold: false, news: [] })
  })

  it("writes the cursor together with the news, and neither once the lease is lost", async () => {
    const { sources, threads } = get()
    const source = fresh("a-feed")
    const [first, second]: readonly ThreadId[] = [`mail:${fresh("m")}`, `mail:${fresh("m")}`] as const
    await follow(source, iso(-1_000))
    await sources.claimDue(claim(0, "a"))
    const news = (threadId: ThreadId) => [
      {
        threadId,
        source: threadId,
        feed: source,
        at: iso(0),
        quietMs: 60_000,
        latestMs: 90_000,
        messageIds: [threadId],
      },
    ]

    const isWritten = await sources.saveLook({
      source,
      owner: "a",
      cursor: "7",
      dueAt: iso(60),
      isFailureTold: false,
      news: news(first ?? "x:"),
    })
    const isWrittenAgain = await sources.saveLook({
      source,
      owner: "b",
      cursor: "8",
      dueAt: iso(90),
      isFailureTold: false,
      news: news(second ?? "x:"),
    })

    expect([isWritten, isWrittenAgain]).toEqual([true, false])
    expect(await sources.find(source)).toMatchObject({ cursor: "7", dueAt: iso(60) })
    expect(await threads.find(first ?? "x:")).toMatchObject({ dueAt: iso(60), newsCount: 1, feeds: [source] })
    expect(await threads.find(second ?? "x:")).toBeUndefined()
  })

  it("makes a followed source due at once when it says that something came", async () => {
    const { sources } = get()
    const source = fresh("a-feed")
    await follow(source, iso(5_000))

    const outcomes = [
      await sources.makeDue(source, new Date(iso(3))),
      await sources.makeDue(fresh("no-feed"), new Date(iso(3))),
    ]
    const due = (await sources.find(source))?.dueAt
    await sources.makeDue(source, new Date(iso(4)))

    expect(outcomes).toEqual([true, false])
    expect(due).toBe(iso(3))
    expect((await sources.find(source))?.dueAt).toBe(iso(3))
    await get().sources.claimDue(claim(10, "a"))
    await get().sources.saveLook({ source, owner: "a", dueAt: iso(9_999), isFailureTold: false, news: [] })
  })

  it("leaves a source that is followed already as it was", async () => {
    const { sources } = get()
    const source = fresh("a-feed")
    await follow(source, iso(5_000))
    await follow(source, iso(1))

    expect((await sources.find(source))?.dueAt).toBe(iso(5_000))
  })

  it("stops following what nobody watches", async () => {
    const { sources, watches } = get()
    const watch = aWatch()
    const idle = fresh("an-idle-feed")
    await watches.add(watch)
    await follow(watch.source, iso(9_999))
    await follow(idle, iso(9_999))

    await sources.unfollowUnwatched()

    expect(await sources.find(idle)).toBeUndefined()
    expect(await sources.find(watch.source)).toBeDefined()
  })
}
