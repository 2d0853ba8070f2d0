import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Store } from "../../src/index.ts"
import { describeDigests } from "./store/digests.ts"
import { describeOutbox } from "./store/outbox.ts"
import { describePeople } from "./store/people.ts"
import { describeSources } from "./store/sources.ts"
import { describeThreads } from "./store/threads.ts"
import { describeWatches } from "./store/watches.ts"

export interface StoreSetUp {
  readonly open: () => Promise<Store>
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
