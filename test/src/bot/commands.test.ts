import { describe, expect, it } from "vitest"
import { wordsOf } from "../../support/fake-platform.ts"
import { aMessage } from "../../support/threads/a-message.ts"
import { addReply, createWatchWorld } from "../../support/watch-world.ts"
import type { Said, WatchWorld } from "../../support/watch-world.ts"

const QUESTION = "which lock does the reader take here?"
const STANCE = "I object to this patch."
const ada = { name: "Ada Byron", address: "ada@example.org" }
const dora = { name: "Dora Lind", address: "dora@example.org" }
const member = { may: { manageChannel: false, administer: false } }
const asBob: Partial<Said> = { asker: { ...member, userId: "UBOB", name: "bob", verifiedAddress: "bob@example.org" } }
const asAda: Partial<Said> = { asker: { ...member, verifiedAddress: "ada@example.org" } }
const asEve: Partial<Said> = { asker: { ...member, userId: "UEVE", name: "eve" } }
const asAdmin: Partial<Said> = {
  asker: { userId: "UADM", name: "root", may: { manageChannel: true, administer: true } },
}
const here: Partial<Said> = { here: { kind: "message-id", id: "root@example.org" } }

/** Ada asks Bob something in a thread of Dora's that C1 watches; he has objected before. */
async function aWorld(): Promise<WatchWorld> {
  const world = createWatchWorld()
  world.list.add(aMessage({ id: "root@example.org", author: dora, body: "Here is the patch.\n" }))
  addReply(world, "r1", `${STANCE}\n`)
  addReply(world, "q1", `Bob, ${QUESTION}\n`, ada)
  await world.say("watch <root@example.org>")
  await world.pass(1)
  return world
}

function card(world: WatchWorld): string {
  const [first] = world.slack.said()
  return wordsOf(first?.versions.at(-1))
}

describe("open, waiting, who and catchup", () => {
  it("open lists the open questions with numbers, or those asked of somebody", async () => {
    const world = await aWorld()

    expect(await world.say("open")).toMatch(
      /^<1> Bob, which lock does the reader take here\?\nAda Byron asks Bob Tables/,
    )
    expect(await world.say("open @bob")).toContain("<1>")
    expect(await world.say("open carol")).toBe("No open questions found.")
  })

  it("waiting me is what waits for whom the platform vouches for, and asks to be told who that is otherwise", async () => {
    const world = await aWorld()

    expect(await world.say("waiting me", asBob)).toContain("Ada Byron asks Bob Tables")
    expect(await world.say("waiting me", asAda)).toBe("Nothing waits.")
    expect(await world.say("waiting bob", asAda)).toContain("Ada Byron asks Bob Tables")
  })

  it("who shows where somebody stands in each watched thread, in their own words", async () => {
    const world = await aWorld()

    expect(await world.say("who bob")).toMatch(/Bob Tables in .*\nopposes.* I object to this patch\./)
    expect(await world.say("who carol")).toContain("takes part in no thread watched here")
  })

  it("catchup is what changed since the last look, and not what one did oneself", async () => {
    const world = await aWorld()
    await world.say("catchup", asAda)
    addReply(world, "r2", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    const told = await world.say("catchup", asAda)

    expect(told).toContain("Bob Tables asks")
    expect(await world.say("catchup", asAda)).toBe("Nothing has changed since you last looked.")
    expect(await world.say("catchup", asBob)).not.toContain("Bob Tables asks")
  })
})

describe("a correction", () => {
  it("not-a-question of the asker takes the question off the card, survives what comes later, and can be undone", async () => {
    const world = await aWorld()
    const before = card(world)

    await world.say("not-a-question 1", { ...asAda, ...here })
    await world.pass(1)
    addReply(world, "r2", "I have measured it.\n")
    await world.pass(10)

    expect(before).toContain("Ada Byron asks Bob Tables: Bob, which lock")
    expect(card(world)).toContain("No open questions")
    expect(await world.say("undo", { ...asAda, ...here })).toContain("Taken back: not a question")
    await world.pass(1)
    expect(card(world)).toContain("Ada Byron asks Bob Tables: Bob, which lock does")
  })

  it("of somebody else is shown as disputed", async () => {
    const world = await aWorld()

    await world.say("not-a-question 1", { ...asEve, ...here })
    await world.pass(1)

    expect(card(world)).toContain("disputed: no question, says eve")
    expect(card(world)).toContain("No open questions")
    expect(world.posted().join("\n")).toContain("No longer a question, as eve says; asked by Ada Byron")
  })

  it("answered settles it by a message, and nobody waits any more", async () => {
    const world = await aWorld()
    expect(await world.say("waiting me", asBob)).toContain("<1>")
    addReply(world, "r2", "It was measured last week, the numbers are in the tree.\n", {
      name: "Cleo",
      address: "cleo@example.org",
    })
    await world.pass(10)

    const said = await world.say("answered 1 by <r2@example.org>", { ...asAda, ...here })
    await world.pass(1)

    expect(said).toContain("That counts as answered from now on")
    expect(await world.say("waiting me", asBob)).toBe("Nothing waits.")
    expect(await world.say("open")).toBe("No open questions found.")
    const { summary } = (await world.store.threads.find("mail:root@example.org")) ?? {}
    expect(summary?.waiting).toEqual([])
    expect(summary?.state.text).not.toContain("Waiting for")
    addReply(world, "r3", "I have rebased it.\n")
    await world.pass(10)
    expect(await world.say("open")).toBe("No open questions found.")
    expect(await world.say("history", here)).toMatch(/ada: answered: “Bob, which lock/)
    expect(await world.say("undo", { ...asAda, ...here })).toContain("Taken back: answered")
    await world.pass(1)
    expect(await world.say("waiting me", asBob)).toContain("<1>")
    expect(await world.say("history", here)).toContain("(taken back 2026-11-24T")
  })

  it("a stance is confirmed or given up by its speaker alone, and history tells of both", async () => {
    const world = await aWorld()

    expect(await world.say("no longer", { ...asEve, ...here })).toContain("nobody in it has your address")
    expect(await world.say("that is my stance", { ...asBob, ...here })).toBe("Noted: that is where you stand.")
    await world.say("no longer", { ...asBob, ...here })
    await world.pass(1)

    expect(await world.say("who bob")).toContain("takes no stance")
    expect(world.posted().join("\n")).toContain("no stance any more")
    expect(await world.say("undo", { ...asEve, ...here })).toContain("no correction of yours stands")
    expect(await world.say("history", here)).toMatch(/bob: confirmed their stance\n.*bob: gave up the stance/)
    await world.say("undo", { ...asBob, ...here })
    await world.pass(1)
    expect(await world.say("who bob")).toContain("opposes")
    expect(await world.say("audit", here)).toContain("gave up the stance shown for them (taken back")
  })
})

describe("me", () => {
  it("is proved by the address that the platform verified, or by an administrator, never by a claim", async () => {
    const world = await aWorld()

    expect(await world.say("me bob@example.org", asEve)).toContain("is not the address that the platform has verified")
    expect(await world.say("me @eve bob@example.org", asEve)).toContain("only an administrator may")
    expect(await world.say("no longer", { ...asEve, ...here })).toContain("nobody in it has your address")
    expect(await world.say("me bob@example.org", asBob)).toBe("You are bob@example.org.")
    expect(await world.say("me <@UEVE> eve@example.org", asAdmin)).toContain("on your word")
    expect(await world.say("me", asEve)).toBe("You are eve@example.org.")
  })
})

describe("forget", () => {
  it("thread removes what is kept, replaces what was posted, and does not come back", async () => {
    const world = await aWorld()
    addReply(world, "r2", "Why does the reader need the lock at all?\n")
    await world.pass(10)
    const before = world.posted()

    await world.say("forget thread <root@example.org>")
    await world.pass(10)

    expect(before).toHaveLength(2)
    expect(world.posted()).toEqual([
      "This thread was forgotten: what was shown of it here is removed.",
      "This thread was forgotten: what was shown of it here is removed.",
    ])
    expect(await world.store.threads.count()).toBe(0)
    expect(await world.say("watches")).toContain("Nothing is watched here.")
  })

  it("thread is for administrators where other channels are told of it", async () => {
    const world = await aWorld()
    await world.say("watch <root@example.org>", { channel: "C2" })
    await world.pass(1)

    expect(await world.say("forget thread <root@example.org>")).toContain("other channels are told of it")
    expect(await world.say("forget thread <root@example.org>", asAdmin)).toContain("Forgotten")
  })

  it("person takes their words out of card and store, and keeps them out", async () => {
    const world = await aWorld()

    expect(await world.say("forget person bob@example.org", asEve)).toContain("only they themselves")
    await world.say("forget me", asBob)
    addReply(world, "r2", "I still object to this patch.\n")
    await world.pass(10)

    expect(world.posted().join("\n")).not.toContain("object to this patch")
    expect(JSON.stringify(await world.store.threads.find("mail:root@example.org"))).not.toContain(
      "object to this patch",
    )
  })

  it("channel removes its watches and settings, for who manages it", async () => {
    const world = await aWorld()

    expect(await world.say("forget channel", asEve)).toContain("you do not manage it")
    expect(await world.say("forget channel")).toContain("Forgotten")
    expect(await world.say("watches")).toContain("Nothing is watched here.")
  })
})

describe("mute and snooze", () => {
  it.each([
    ["mute <root@example.org>", 60, 1],
    ["snooze <root@example.org> for 30m", 10, 1],
    ["snooze <root@example.org> until 2026-12-01", 60, 1],
    ["snooze <root@example.org> until reply", 10, 2],
  ])("%s leaves %i minutes later %i posts", async (words, minutes, posts) => {
    const world = await aWorld()
    await world.say(words)

    addReply(world, "r2", "Why does the reader need the lock at all?\n")
    await world.pass(minutes)

    expect(world.slack.said()).toHaveLength(posts)
  })

  it("unmute tells what the thread is now", async () => {
    const world = await aWorld()
    await world.say("mute <root@example.org>")
    addReply(world, "r2", "Why does the reader need the lock at all?\n")
    await world.pass(10)

    await world.say("unmute <root@example.org>")
    await world.pass(1)

    expect(card(world)).toContain("Why does the reader need the lock at all?")
  })
})

describe("!nda", () => {
  it("in a thread takes the words off the card and out of the store, and only who said it takes it back", async () => {
    const world = await aWorld()

    await world.say("!nda", { ...asBob, ...here })
    await world.pass(1)

    expect(card(world)).not.toContain("which lock does")
    expect(JSON.stringify(await world.store.threads.find("mail:root@example.org"))).not.toContain("which lock does")
    expect(await world.say("summarize", here)).toContain("somebody in it asked that it not be")
    expect(await world.say("!nda off", { ...asEve, ...here })).toBe("You had not objected in this thread.")
    expect(await world.say("!nda off", { ...asBob, ...here })).toBe("Your no is taken back.")
    await world.pass(1)
    expect(card(world)).toContain("which lock does")
  })
})

describe("rights", () => {
  it("to watch for a channel are its managers', and for another channel an administrator's", async () => {
    const world = await aWorld()

    expect(await world.say("watch <root@example.org>", asEve)).toContain("you do not manage it")
    expect(await world.say("watch <root@example.org> in #C9")).toContain("you do not manage it")
    expect(await world.say("watch <root@example.org> in #C9", asAdmin)).toContain("Watching")
  })

  it("to watch in a direct message are everybody's", async () => {
    const world = await aWorld()

    expect(await world.say("watch <root@example.org>", { ...asEve, channel: "D-UEVE" })).toContain("Watching")
  })
})
