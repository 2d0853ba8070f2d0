import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type {
  FollowedThread,
  OutboxDraft,
  OutboxEntry,
  Place,
  Store,
  ThreadCommit,
  ThreadId,
  Watch,
} from "../../src/index.ts"
import { placeKey } from "../../src/index.ts"
import { aParticipant, aQuestion, aSummary } from "../support/threads/a-summary.ts"

export interface StoreSetUp {
  readonly open: () => Promise<Store>
}

let count = 0
/** Names that no other case uses: a served store lives through the whole suite. */
const fresh = (name: string): string => `${name}${(count += 1)}`
const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 24, 12, 0, seconds))
const iso = (seconds: number): string => at(seconds).toISOString()
const aPlace = (): Place => ({ platform: "slack", team: "T1", channel: fresh("C") })
const claim = (seconds: number, owner = "a", limit = 10) => ({ now: at(seconds), owner, leaseMs: 30_000, limit })
/** A lease that ends at once, whichever clock it goes by. */
const over = (ids: readonly string[], seconds: number, owner = "a") => ({ ids, now: at(seconds), owner, leaseMs: 0 })

function aWatch(parts: Partial<Watch> = {}): Watch {
  return {
    id: fresh("w"),
    place: aPlace(),
    source: fresh("nntp:list"),
    scope: "feed",
    topics: ["questions"],
    filter: { from: ["ada"], subject: [], without: [] },
    createdBy: "slack/T1/U1",
    createdAt: iso(0),
    ...parts,
  }
}

/** What every store promises. */
export function describeStore(name: string, { open }: StoreSetUp): void {
  describe(`store: ${name}`, () => {
    let store: Store
    beforeAll(async () => {
      store = await open()
    })
    afterAll(async () => {
      await store.close()
    })
    const get = (): Store => store

    describe("watches", () => describeWatches(get))
    describe("sources", () => describeSources(get))
    describe("threads", () => describeThreads(get))
    describe("outbox", () => describeOutbox(get))
    describe("digests", () => describeDigests(get))
    describe("people", () => describePeople(get))

    it("answers when asked whether it is there", async () => {
      await expect(store.ping()).resolves.toBeUndefined()
    })
  })
}

function describeWatches(get: () => Store): void {
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

function describeSources(get: () => Store): void {
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

function newsOf(threadId: ThreadId, seconds: number) {
  return {
    threadId,
    source: `<${threadId}>`,
    feed: `feed-of-${threadId}`,
    at: iso(seconds),
    quietMs: 300_000,
    latestMs: 600_000,
    messageIds: [`message-of-${threadId}`],
  }
}

/** News, and the claim that they lead to. */
async function aClaimedThread(store: Store, seconds = 0): Promise<FollowedThread> {
  const threadId: ThreadId = `mail:${fresh("m")}`
  await store.threads.noteNews([newsOf(threadId, seconds)])
  const claimed = await store.threads.claimDue(claim(seconds + 300, "a", 1_000))
  const thread = claimed.find((one) => one.id === threadId)
  if (thread === undefined) throw new Error("The thread is not due")
  return thread
}

function aCommit(thread: FollowedThread, parts: Partial<ThreadCommit> = {}): ThreadCommit {
  return {
    thread,
    owner: "a",
    at: iso(301),
    summary: aSummary({ participants: [aParticipant("Ada")], questions: [aQuestion("Why?")] }),
    prints: [{ id: `message-of-${thread.id}`, print: "p1" }],
    gone: [],
    changes: [],
    outbox: [],
    digest: [],
    ...parts,
  }
}

function aDraft(parts: Partial<OutboxDraft> = {}): OutboxDraft {
  return {
    id: fresh("e"),
    lane: fresh("lane"),
    position: 1,
    place: aPlace(),
    content: { kind: "card" },
    dueAt: iso(0),
    ...parts,
  }
}

function describeThreads(get: () => Store): void {
  it("is due when it has been quiet, and at the latest after the longest delay", async () => {
    const { threads } = get()
    const threadId: ThreadId = `mail:${fresh("m")}`
    const dueAt = async (): Promise<string | undefined> => (await threads.find(threadId))?.dueAt

    await threads.noteNews([newsOf(threadId, 0)])
    const first = await dueAt()
    await threads.noteNews([newsOf(threadId, 200)])
    const second = await dueAt()
    await threads.noteNews([newsOf(threadId, 590)])
    const third = await dueAt()

    expect([first, second, third]).toEqual([iso(300), iso(500), iso(600)])
    await threads.remove(threadId)
  })

  it("keeps a summary with its changes and what tells them, in one step", async () => {
    const store = get()
    const thread = await aClaimedThread(store)
    const draft = aDraft({ threadId: thread.id })
    const change = { kind: "question-opened" } as const
    const question = aQuestion("Why?")
    const ada = { id: "ada@example.org", name: "Ada" }

    const isKept = await store.threads.commit(
      aCommit(thread, { outbox: [draft], changes: [{ ...change, by: ada, question, asker: ada, asked: [] }] }),
    )

    const kept = await store.threads.find(thread.id)
    expect(isKept).toBe(true)
    expect(kept).toMatchObject({ revision: 1, lookedAt: iso(301), newsSince: undefined, dueAt: undefined })
    expect(kept?.summary?.questions[0]?.statement.text).toBe("Why?")
    expect(await store.outbox.find(draft.id)).toMatchObject({ state: "pending", attempts: 0 })
    expect((await store.threads.log(thread.id, 0)).map((entry) => entry.revision)).toEqual([1])
    expect(await store.threads.log(thread.id, 1)).toEqual([])
    expect(await store.threads.prints(thread.id)).toEqual(new Map([[`message-of-${thread.id}`, "p1"]]))
    expect((await store.threads.ofParticipant("ada@example.org")).map((one) => one.id)).toContain(thread.id)
    expect((await store.threads.ofSources(thread.feeds)).map((one) => one.id)).toEqual([thread.id])
    expect(await store.threads.ofMessages([`message-of-${thread.id}`, "nobody"])).toEqual(
      new Map([[`message-of-${thread.id}`, thread.id]]),
    )
  })

  it("refuses the commit of one who lost the lease, with everything in it", async () => {
    const store = get()
    const thread = await aClaimedThread(store)
    await store.threads.renew(over([thread.id], 300))
    await store.threads.claimDue(claim(400, "b", 1_000))
    const draft = aDraft({ threadId: thread.id })

    expect(await store.threads.commit(aCommit(thread, { owner: "a", outbox: [draft] }))).toBe(false)
    expect(await store.outbox.find(draft.id)).toBeUndefined()
    expect((await store.threads.find(thread.id))?.revision).toBe(0)
    await store.threads.remove(thread.id)
  })

  it("stays due for news that came during the look", async () => {
    const store = get()
    const thread = await aClaimedThread(store)
    await store.threads.noteNews([newsOf(thread.id, 300)])

    await store.threads.commit(aCommit(thread))

    expect((await store.threads.find(thread.id))?.dueAt).toBe(iso(600))
    await store.threads.remove(thread.id)
  })

  it("comes back at the time that the clock itself will change something", async () => {
    const store = get()
    const thread = await aClaimedThread(store)

    await store.threads.commit(aCommit(thread, { nextDueAt: iso(7_200) }))

    expect((await store.threads.find(thread.id))?.dueAt).toBe(iso(7_200))
    await store.threads.remove(thread.id)
  })

  it("goes on under the id of a root that turned up later", async () => {
    const store = get()
    const thread = await aClaimedThread(store)
    const to: ThreadId = `mail:${fresh("root")}`

    expect(await store.threads.rename(thread.id, to, "a")).toBe(true)

    expect(await store.threads.find(thread.id)).toBeUndefined()
    expect(await store.threads.find(to)).toMatchObject({ feeds: thread.feeds })
    expect((await store.threads.claimDue(claim(400, "b", 1_000))).map((one) => one.id)).toContain(to)
    await store.threads.remove(to)
  })

  it("forgets a message that is gone, and a thread with all that belongs to it", async () => {
    const store = get()
    const thread = await aClaimedThread(store)
    const draft = aDraft({ threadId: thread.id })
    await store.threads.commit(aCommit(thread, { outbox: [draft], gone: [`message-of-${thread.id}`] }))
    await store.people.addVeto({ threadId: thread.id, by: "slack/T1/U1", at: iso(1) })

    expect(await store.threads.prints(thread.id)).toEqual(new Map())
    expect(await store.threads.remove(thread.id)).toBe(true)
    expect(await store.outbox.find(draft.id)).toBeUndefined()
    expect(await store.people.vetoes(thread.id)).toEqual([])
    expect(await store.threads.remove(thread.id)).toBe(false)
  })

  it("gives a claimed thread back for later", async () => {
    const store = get()
    const thread = await aClaimedThread(store)

    await store.threads.release(thread.id, "a", iso(900))

    expect((await store.threads.find(thread.id))?.dueAt).toBe(iso(900))
    expect((await store.threads.claimDue(claim(899, "b", 1_000))).map((one) => one.id)).not.toContain(thread.id)
    await store.threads.remove(thread.id)
  })
}

function describeOutbox(get: () => Store): void {
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

function describeDigests(get: () => Store): void {
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

function describePeople(get: () => Store): void {
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
