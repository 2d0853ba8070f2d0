import { describe, expect, it } from "vitest"
import { AppError } from "../../../src/index.ts"
import { wordsOf } from "../../support/fake-platform.ts"
import { aMessage } from "../../support/threads/a-message.ts"
import { addReply, addRoot, aWatchedThread, BOB, createWatchWorld } from "../../support/watch-world.ts"

const robot = { name: "kernel test robot", address: "lkp@example.org", isBot: true }

describe("a watched thread", () => {
  it("gets one card at once, edited in place when something changes, with the change under it", async () => {
    const world = await aWatchedThread()
    const before = world.slack.said()
    const [card] = before

    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    const [edited, reply] = world.slack.said()
    expect(before).toHaveLength(1)
    expect(card?.versions).toHaveLength(1)
    expect(edited?.versions.length).toBe(2)
    expect(reply?.under).toBe(card?.id)
    expect(wordsOf(reply?.versions[0])).toContain("Bob Tables asks")
    expect(wordsOf(reply?.versions[0])).toContain("Why does the reader need the lock at all?")
    expect(world.slack.said()).toHaveLength(2)
  })

  it("says nothing of a mail that changes nothing", async () => {
    const world = await aWatchedThread()

    addReply(world, "r1", "Thanks.\n", { name: "Ada Byron", address: "ada@example.org" })
    await world.pass(40)

    expect(world.slack.said()).toHaveLength(1)
  })

  it("waits until the thread has been quiet for five minutes", async () => {
    const world = await aWatchedThread()
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(4)
    const early = world.slack.said().length

    await world.pass(3)

    expect([early, world.slack.said().length]).toEqual([1, 2])
  })

  it("waits half an hour at the longest while mail keeps coming", async () => {
    const world = await aWatchedThread()
    const counts: number[] = []
    for (let index = 0; index < 36; index += 1) {
      addReply(world, `r${index}`, `Why is case ${index} safe?\n`)
      await world.pass(1)
      counts.push(world.slack.said().length)
    }

    expect(counts.slice(0, 29).every((count) => count === 1)).toBe(true)
    expect(counts.at(-1)).toBe(2)
  })

  it("is told to two channels by one look, each with its own topics", async () => {
    const world = await aWatchedThread()
    await world.say("watch <root@example.org> decisions", { channel: "C2" })
    await world.pass(1)

    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    const inChannel = (channel: string): number =>
      world.slack.said().filter((post) => post.place.channel === channel).length
    expect([inChannel("C1"), inChannel("C2")]).toEqual([2, 1])
    expect(await world.store.sources.count()).toBe(1)
  })

  it("takes the words of a deleted mail out of card, replies and store", async () => {
    const world = await aWatchedThread()
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    world.list.remove("r1@example.org")
    await world.pass(10)

    expect(world.posted().join("\n")).not.toContain("reader need the lock")
    expect(JSON.stringify(await world.store.threads.find("mail:root@example.org"))).not.toContain("reader need")
    expect(JSON.stringify(await world.store.threads.log("mail:root@example.org", 0))).not.toContain("reader need")
    expect(JSON.stringify(await world.store.outbox.ofThread("mail:root@example.org"))).not.toContain("reader need")
  })

  it("is silent while it is snoozed, and comes back with the next reply", async () => {
    const world = await aWatchedThread()
    await world.say("snooze <root@example.org> until 2026-11-24T13:00")
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(20)
    const snoozed = world.slack.said().length
    await world.pass(60)

    addReply(world, "r2", "Can this be a trylock?\n")
    await world.pass(10)

    expect([snoozed, world.slack.said().length]).toEqual([1, 2])
    expect(world.posted()[1]).toContain("Can this be a trylock?")
    expect(world.posted()[1]).not.toContain("reader need")
  })

  it("stops when it is no longer watched", async () => {
    const world = await aWatchedThread()
    expect(await world.say("watches")).toContain("<1> <root@example.org>")
    await world.say("unwatch 1")

    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    expect(world.slack.said()).toHaveLength(1)
    expect(await world.store.sources.count()).toBe(0)
  })
})

describe("a watched list", () => {
  it("brings a card for each new thread that passes the filter, and robots start none", async () => {
    const world = createWatchWorld()
    await world.say("watch list:lock from:ada -rfc")
    await world.pass(1)
    addRoot(world)
    world.list.add(aMessage({ id: "b@example.org", author: BOB, subject: "Other", body: "Shall we?\n" }))
    world.list.add(aMessage({ id: "c@example.org", subject: "[RFC] thing", body: "Shall we?\n" }))
    world.list.add(aMessage({ id: "d@example.org", author: robot, subject: "ada broke it", body: "Why?\n" }))
    await world.pass(10)

    expect(world.slack.said().map((post) => post.versions[0]?.kind)).toEqual(["card"])
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)
    expect(world.posted()[1]).toContain("Bob Tables asks")
  })

  it("says once after an hour that it cannot be read, and once that it can again", async () => {
    const world = createWatchWorld()
    await world.say("watch list:lock")
    await world.pass(1)
    world.list.breakWith(new AppError("source-unreachable", "Cannot read list:lock: no answer"))
    await world.pass(50)
    const early = world.slack.said().length
    await world.pass(120)
    const failed = world.posted()
    world.list.breakWith(undefined)
    await world.pass(30)

    expect(early).toBe(0)
    expect(failed).toHaveLength(1)
    expect(failed[0]).toContain("Cannot read list:lock: no answer. I go on trying.")
    expect(world.posted()[1]).toBe("list:lock can be read again; nothing was missed.")
    expect(world.posted()).toHaveLength(2)
  })

  it("that is gone for good is told once, with what to do, and looked for less and less", async () => {
    const world = createWatchWorld()
    await world.say("watch list:lock")
    await world.pass(1)
    world.list.breakWith(new AppError("source-gone", 'Cannot read "lock": there is no such list'))

    await world.pass(24 * 60)
    const looks = world.list.looks()
    await world.pass(60)

    expect(world.posted()).toEqual([
      'list:lock is gone: Cannot read "lock": there is no such list. Say unwatch list:lock to stop asking for it, or watch where it has moved to.',
    ])
    expect(looks).toBeLessThan(60)
    expect(world.list.looks() - looks).toBeLessThanOrEqual(2)
  })

  it("that many watch is looked at once for all, and only threads with news are read", async () => {
    const world = createWatchWorld()
    addRoot(world)
    world.list.add(aMessage({ id: "other@example.org", body: "Which font?\n", subject: "Fonts" }))
    for (const channel of ["C1", "C2", "C3", "C4", "C5"]) await world.say("watch list:lock", { channel })
    await world.pass(1)
    const before = { looks: world.list.looks(), read: world.list.read().length }

    await world.pass(5)
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    // Fifteen minutes, one look a minute, however many watch.
    expect(world.list.looks() - before.looks).toBeLessThanOrEqual(16)
    expect(new Set(world.list.read().slice(before.read))).toEqual(new Set(["r1@example.org"]))
    expect(world.list.read().length - before.read).toBe(1)
    expect(new Set(world.slack.said().map(({ place }) => place.channel)).size).toBe(5)
  })

  it("that says by itself that mail came is looked at once, be it in the middle of a look", async () => {
    const world = createWatchWorld({ settings: { pollMs: 3_600_000 } })
    addRoot(world)
    await world.say("watch list:lock")
    await world.pass(1)
    const before = world.list.looks()
    addReply(world, "r1", "Why does the reader need the lock at all?\n")

    await world.pass(2)
    const unasked = world.list.looks()
    await world.watcher.noticeNews("list:lock")
    await world.watcher.noticeNews("list:other")
    await world.watcher.runDue()
    const rung = world.list.looks()
    world.list.onLook(() => world.watcher.noticeNews("list:lock"))
    await world.watcher.noticeNews("list:lock")
    await world.watcher.runDue()

    expect([unasked - before, rung - unasked, world.list.looks() - rung]).toEqual([0, 1, 2])
    await world.pass(6)
    expect(world.posted().join("\n")).toContain("Why does the reader need the lock at all?")
  })

  it("shows mail of a private mailbox only where an administrator allowed it, asked again when it is posted", async () => {
    const world = createWatchWorld({ isPrivate: true })
    const refused = await world.say("watch list:lock")
    const notAllowed = await world.say("allow list:lock")
    await world.say("allow list:lock", { asker: { may: { manageChannel: true, administer: true } } })
    await world.say("watch list:lock")
    await world.pass(1)
    addRoot(world)
    await world.pass(10)
    const shown = world.slack.said().length
    await world.say("disallow list:lock", { asker: { may: { manageChannel: true, administer: true } } })
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    expect(refused).toContain('Cannot watch "list:lock" here: it is a private mailbox')
    expect(notAllowed).toContain("only an administrator may")
    expect(shown).toBe(1)
    expect(world.slack.said().map((post) => post.place.channel)).toEqual(["C1", "D-UADA"])
    expect(world.posted().join("\n")).not.toContain("reader need")
    expect(world.posted()[1]).toContain("no administrator has allowed this private source here")
  })
})
