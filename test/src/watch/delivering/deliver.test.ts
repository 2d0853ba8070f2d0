import { describe, expect, it } from "vitest"
import { AppError } from "../../../../src/index.ts"
import { aMessage } from "../../../support/threads/a-message.ts"
import { addReply, addRoot, aWatchedThread, createWatchWorld } from "../../../support/watch-world.ts"

describe("how a channel is told", () => {
  it("shows the card alone when it wants that", async () => {
    const world = await aWatchedThread()
    await world.say("settings show card")

    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    expect(world.slack.said()).toHaveLength(1)
    expect(world.slack.said()[0]?.versions).toHaveLength(2)
  })

  it("gathers changes into a digest at nine in its own zone, on the day that summer time ends too", async () => {
    const world = createWatchWorld({ start: "2026-10-24T10:00:00Z" })
    addRoot(world)
    await world.say("settings zone Europe/Berlin")
    await world.say("settings show digest")
    await world.say("watch <root@example.org>")
    await world.pass(1)
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(60)
    const early = world.slack.said().length
    // Nine in Berlin is 07:00 UTC on Saturday and 08:00 UTC on Sunday, when the clocks have gone back.
    await world.pass(21 * 60 - 2)
    const before = world.slack.said().length
    await world.pass(5)

    expect([early, before]).toEqual([0, 0])
    expect(world.now().toISOString()).toMatch(/^2026-10-25T08:0/)
    expect(world.posted()).toHaveLength(1)
    expect(world.posted()[0]).toContain("<1> ")
    expect(world.posted()[0]).toContain("Bob Tables asks")
  })

  it("mentions somebody only when they asked for it, are tied to the address and did not do it themselves", async () => {
    const world = await aWatchedThread()
    const ada = { asker: { verifiedAddress: "ada@tern.example" } }
    await world.say("me ada@tern.example", ada)
    addReply(world, "r1", "Ada, why does the reader need the lock at all?\n")
    await world.pass(10)
    await world.say("settings mentions on", ada)
    addReply(world, "r2", "Ada, can this be a trylock?\n")
    await world.pass(10)

    expect(world.slack.said().map((post) => post.mentions)).toEqual([[], [], ["UADA"]])
  })

  it("tells nobody in a direct message of what they did themselves", async () => {
    const world = createWatchWorld()
    world.list.add(aMessage({ id: "root@example.org", body: "Here is the patch.\n" }))
    const inDirect = {
      channel: "D-UBOB",
      asker: {
        userId: "UBOB",
        name: "bob",
        verifiedAddress: "bob@example.org",
        may: { manageChannel: false, administer: false },
      },
    }
    await world.say("me bob@example.org", inDirect)
    await world.say("watch <root@example.org>", inDirect)
    await world.pass(1)
    addReply(world, "r1", "Acked-by: Bob Tables <bob@example.org>\n")
    await world.pass(10)
    const own = world.slack.said().length
    addReply(world, "r2", "Acked-by: Eve Moss <eve@example.org>\n", { name: "Eve Moss", address: "eve@example.org" })
    await world.pass(10)

    expect([own, world.slack.said().length]).toEqual([1, 2])
  })
})

describe("delivery", () => {
  it("does not post twice when the first try went through without an answer", async () => {
    const world = await aWatchedThread()
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    const lost = { error: new AppError("platform-unreachable", "Cannot post: torn"), after: true }
    await world.pass(5)
    world.slack.failNext(lost, lost, lost, lost)

    await world.pass(10)

    expect(world.slack.said()).toHaveLength(2)
  })

  it("waits as long as the platform asks", async () => {
    const world = createWatchWorld()
    addRoot(world)
    world.slack.failNext({ error: new AppError("rate-limited", "Cannot post: slow down", { retryAfterMs: 180_000 }) })
    await world.say("watch <root@example.org>")
    await world.pass(2)
    const early = world.slack.said().length

    await world.pass(2)

    expect([early, world.slack.said().length]).toEqual([0, 1])
  })

  it("posts a new card when somebody deleted the old one", async () => {
    const world = await aWatchedThread()
    world.slack.failNext({ error: new AppError("platform-refused", "Cannot edit: no such post") })
    addReply(world, "r1", "Why does the reader need the lock at all?\n")

    await world.pass(12)

    expect(world.slack.said().map((post) => post.versions[0]?.kind)).toEqual(["card", "card", "note"])
    expect(world.slack.said()[2]?.under).toBe(world.slack.said()[1]?.id)
  })

  it("rests the watches of a channel that is gone, and says so to who set them up", async () => {
    const world = await aWatchedThread()
    world.slack.setFacts("C1", undefined)
    addReply(world, "r1", "Why does the reader need the lock at all?\n")
    await world.pass(12)

    expect(world.posted()[1]).toContain("I no longer tell channel C1 of <root@example.org>: the channel is gone")
    expect(world.slack.said()[1]?.place.channel).toBe("D-UADA")
    expect(await world.say("watches")).toContain("rests: the channel is gone")
  })
})
