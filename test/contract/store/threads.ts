import { expect, it } from "vitest"
import type { Store, ThreadId } from "../../../src/index.ts"
import { aQuestion } from "../../support/threads/a-summary.ts"
import { aClaimedThread, aCommit, aDraft, claim, fresh, iso, newsOf, over } from "./store-parts.ts"

export function describeThreads(get: () => Store): void {
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
