import { describe, expect, it } from "vitest"
import type { Place, Store, SuggestRequest } from "../../../../src/index.ts"
import { createMemoryStore, createSuggest, placeKey } from "../../../../src/index.ts"
import { aParticipant, aSummary } from "../../../support/threads/a-summary.ts"

const channel: Place = { platform: "discord", team: "G1", channel: "C1" }
const at = "2026-11-24T10:00:00.000Z"
const source = "mail:m1@example.org"

async function aStoreThatWatches(): Promise<Store> {
  const store = createMemoryStore()
  await store.watches.add({
    id: "w1",
    place: channel,
    source,
    scope: "thread",
    topics: ["stances"],
    filter: { from: [], subject: [], without: [] },
    createdBy: "discord/G1/U1",
    createdAt: at,
  })
  await store.threads.noteNews([
    {
      threadId: "mail:m1@example.org",
      source,
      feed: source,
      at,
      quietMs: 0,
      latestMs: 0,
      messageIds: ["m1@example.org"],
    },
  ])
  const [thread] = await store.threads.claimDue({
    now: new Date("2026-11-24T11:00:00Z"),
    owner: "a",
    leaseMs: 60_000,
    limit: 1,
  })
  if (thread === undefined) throw new Error("nothing due")
  await store.threads.commit({
    thread,
    owner: "a",
    at,
    summary: aSummary({ participants: ["Ada", "Ben", "Cleo"].map((name) => aParticipant(name)) }),
    prints: [],
    gone: [],
    changes: [],
    outbox: [],
    digest: [],
  })
  return store
}

const request = (parts: Partial<SuggestRequest>): SuggestRequest => ({
  kind: "thread",
  typed: "",
  asker: { platform: "discord", userId: "U1", name: "ada", may: { manageChannel: false, administer: false } },
  place: channel,
  ...parts,
})

describe("what is offered while somebody types", () => {
  it("is the threads that the place watches, by their subjects, in its threads too", async () => {
    const suggest = createSuggest(await aStoreThatWatches())

    const wanted = [{ label: "Plan", value: source }]
    expect(await suggest(request({}))).toEqual(wanted)
    expect(await suggest(request({ place: { ...channel, thread: "T1" } }))).toEqual(wanted)
    expect(await suggest(request({ kind: "source", typed: "PLAN" }))).toEqual(wanted)
  })

  it("is the people of those threads, and me", async () => {
    const suggest = createSuggest(await aStoreThatWatches())

    const labels = (await suggest(request({ kind: "person" }))).map(({ label }) => label)
    expect(labels).toEqual(["me", "Ada", "Ben", "Cleo"])
    expect(await suggest(request({ kind: "person", typed: "cle" }))).toEqual([{ label: "Cleo", value: "Cleo" }])
  })

  it("is nothing of other places", async () => {
    const suggest = createSuggest(await aStoreThatWatches())

    expect(await suggest(request({ place: { ...channel, channel: "C2" } }))).toEqual([])
    expect(placeKey(channel)).not.toBe(placeKey({ ...channel, channel: "C2" }))
  })
})
