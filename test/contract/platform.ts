import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { AppError } from "../../src/index.ts"
import type { Note, Place, Platform, PlatformName, PostId, ThreadId } from "../../src/index.ts"

/** A platform with a server behind it, and a hand on what stands there. */
export interface PlatformSetUp {
  readonly platform: Platform
  /** A channel that everybody of the team may read and the bot may write in. */
  readonly open: Place
  /** One that `member` alone reads, with the bot. */
  readonly secret: Place
  /** One that the bot may not write in. */
  readonly closed: Place
  /** One that is not there. */
  readonly gone: Place
  readonly member: string
  readonly stranger: string
  readonly team: string | undefined
  /** A thread of this platform that was said in `open`. */
  readonly threadId: ThreadId
  /** What a post holds now, as the server has it; undefined where it is gone. */
  readonly textOf: (place: Place, id: PostId) => string | undefined
  /** The post that this one was put under. */
  readonly parentOf: (place: Place, id: PostId) => string | undefined
  readonly countPosts: (place: Place) => number
  /** Somebody deletes what we posted. */
  readonly remove: (place: Place, id: PostId) => void
  /** The next posts meet this. */
  readonly fail: (how: { readonly status: 429; readonly retryAfterSeconds: number } | { readonly status: 500 }) => void
  stop(): Promise<void>
}

const aNote = (text: string): Note => ({ kind: "note", lines: [{ indent: 0, spans: [{ kind: "text", text }] }] })

/** What every platform promises to whoever says something by itself; for what is asked see the bot's own tests. */
export function describePlatform(name: PlatformName, setUp: () => Promise<PlatformSetUp>): void {
  describe(`platform: ${name}`, () => {
    let its: PlatformSetUp
    beforeEach(async () => {
      its = await setUp()
    })
    afterEach(() => its.stop())

    describe("says", () => describeSaying(() => its))
    describe("fails", () => describeFailures(() => its))
    describe("knows", () => describeKnowing(() => its, name))
  })
}

function describeSaying(get: () => PlatformSetUp): void {
  it("a note, and edits it in place", async () => {
    const { platform, open, textOf, countPosts } = get()
    const before = countPosts(open)

    const id = await platform.post(open, { content: aNote("Bob came out against it"), key: "k1" })
    const said = textOf(open, id)
    await platform.edit(open, id, aNote("Bob came round"))

    expect(said).toContain("Bob came out against it")
    expect(textOf(open, id)).toContain("Bob came round")
    expect(textOf(open, id)).not.toContain("Bob came out against it")
    expect(countPosts(open)).toBe(before + 1)
  })

  it("what goes under an earlier post there", async () => {
    const { platform, open, parentOf } = get()

    const card = await platform.post(open, { content: aNote("card"), key: "k1" })
    const reply = await platform.post(open, { content: aNote("change"), key: "k2", under: card })

    expect(parentOf(open, reply)).toBe(card)
    expect(parentOf(open, card)).toBeUndefined()
  })

  it("words of people as words: nobody is notified by them, and nothing in them is markup", async () => {
    const { platform, open, textOf, member } = get()

    const id = await platform.post(open, { content: aNote(`<@${member}> @everyone <!channel> *so*`), key: "k1" })

    expect(textOf(open, id)).not.toContain(`<@${member}>`)
    expect(textOf(open, id)).not.toContain("<!channel>")
  })

  it("finds its own earlier post by its key, after it was edited too, and no other", async () => {
    const { platform, open } = get()
    const first = await platform.post(open, { content: aNote("one"), key: "k1" })
    const second = await platform.post(open, { content: aNote("two"), key: "k2", under: first })
    await platform.edit(open, first, aNote("one, edited"))

    expect(await platform.findPost(open, "k1")).toBe(first)
    expect(await platform.findPost(open, "k2", first)).toBe(second)
    expect(await platform.findPost(open, "k3")).toBeUndefined()
  })

  it("finds no post that somebody deleted", async () => {
    const { platform, open, remove } = get()
    const id = await platform.post(open, { content: aNote("one"), key: "k1" })

    remove(open, id)

    expect(await platform.findPost(open, "k1")).toBeUndefined()
  })

  it("something to one person alone", async () => {
    const { platform, member, team, textOf } = get()
    const direct = await platform.directPlace(member, team)
    if (direct === undefined) throw new Error("no direct place")

    const id = await platform.post(direct, { content: aNote("for you alone"), key: "k1" })

    expect(textOf(direct, id)).toContain("for you alone")
    expect(await platform.readPlace(direct)).toMatchObject({ isPublic: false })
  })
}

function describeFailures(get: () => PlatformSetUp): void {
  const post = (place: Place): Promise<unknown> =>
    get()
      .platform.post(place, { content: aNote("one"), key: "k1" })
      .catch((error: unknown) => error)

  it("with how long to wait where the other side asks to", async () => {
    get().fail({ status: 429, retryAfterSeconds: 30 })

    const failure = await post(get().open)

    expect(failure).toMatchObject({ code: "rate-limited" })
    const { retryAfterMs = 0 } = failure instanceof AppError ? failure : {}
    expect(Math.round(retryAfterMs / 1_000)).toBe(30)
  })

  it("so that another try may work where the other side is down", async () => {
    get().fail({ status: 500 })

    expect(await post(get().open)).toMatchObject({ code: "platform-unreachable" })
  })

  it("for good where the bot may not write or the place is gone", async () => {
    expect(await post(get().closed)).toMatchObject({ code: "not-permitted" })
    expect(await post(get().gone)).toMatchObject({
      code: expect.stringMatching(/^(?:platform-refused|not-permitted)$/) as string,
    })
  })

  it("for good where the post to edit was deleted", async () => {
    const { platform, open, remove } = get()
    const id = await platform.post(open, { content: aNote("one"), key: "k1" })
    remove(open, id)

    await expect(platform.edit(open, id, aNote("two"))).rejects.toMatchObject({ code: "platform-refused" })
  })
}

function describeKnowing(get: () => PlatformSetUp, name: PlatformName): void {
  it("what a place is, asked at that moment", async () => {
    const { platform, open, secret, gone } = get()

    expect(await platform.readPlace(open)).toMatchObject({ isPublic: true, hasGuests: false, isArchived: false })
    expect(await platform.readPlace(secret)).toMatchObject({ isPublic: false })
    expect(await platform.readPlace(gone)).toBeUndefined()
  })

  it("who may read a place, and lets nobody in of whom it knows nothing", async () => {
    const { platform, open, secret, member, stranger } = get()

    expect(await platform.mayRead(member, open)).toBe(true)
    expect(await platform.mayRead(member, secret)).toBe(true)
    expect(await platform.mayRead(stranger, secret)).toBe(false)
  })

  it("where its own threads were said, and nothing of others'", () => {
    const { platform, threadId, open } = get()

    expect(platform.placeOf(threadId)).toMatchObject({ platform: name, channel: open.channel })
    expect(platform.placeOf("mail:a@example.org")).toBeUndefined()
  })

  it("that it is connected", () => {
    expect(get().platform.isConnected()).toBe(true)
  })
}
