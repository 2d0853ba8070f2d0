import { describe, expect, it } from "vitest"
import { addRoot, createWatchWorld } from "../../../support/watch-world.ts"

describe("a thread of a private mailbox", () => {
  const administrator = { may: { manageChannel: true, administer: true } }

  it.each(["summarize", "share", "watch", "mute"])(
    "is not opened to %s by whoever knows its id, and not even that it is there is said",
    async (verb) => {
      const world = createWatchWorld({ isPrivate: true })
      addRoot(world)

      const there = await world.say(`${verb} <root@example.org>`)
      const absent = await world.say(`${verb} <absent@example.org>`)
      const byAdministrator = await world.say(`${verb} <root@example.org>`, { asker: administrator })

      expect(there).toMatch(/private/)
      expect(absent.replace("absent@", "root@")).toBe(there)
      expect(byAdministrator).toBe(there)
      expect(world.list.read()).toEqual([])
    },
  )

  it("is shown where an administrator has named its mailbox, in threads of that channel too", async () => {
    const world = createWatchWorld({ isPrivate: true })
    addRoot(world)
    await world.say("allow list:lock", { asker: administrator })

    expect(await world.say("summarize <root@example.org>")).toContain("Should we keep the BUG_ON here?")
    expect(await world.say("summarize <root@example.org>", { channel: "C2" })).toContain("private source")
  })

  it("cannot be allowed by words that name no mailbox", async () => {
    const world = createWatchWorld()

    expect(await world.say("allow list:lock", { asker: administrator })).toContain("no private mailbox that is set up")
  })
})
