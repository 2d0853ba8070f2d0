import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Reading, SourceRef, ThreadSource } from "../../src/index.ts"
import { AppError, buildThreads, parseSource } from "../../src/index.ts"

/** What a source under test holds, and how to ask for it. */
export interface ThreadSourceSetUp {
  readonly source: ThreadSource
  /** A thread of three messages or more, of two authors or more, with replies. */
  readonly thread: {
    readonly ref: SourceRef
    /** Oldest first, as the source must name them. */
    readonly messageIds: readonly string[]
    /** Words that somebody says in it, as a reader sees them. */
    readonly words: string
  }
  /** Well formed, the source's own, and nothing is there. A place that cannot tell gives an AppError. */
  readonly missing: SourceRef
  /** References that are not this source's to read. */
  readonly foreign: readonly SourceRef[]
  readonly stop: () => Promise<void>
}

/**
 * What every source of threads promises, wherever it reads from.
 *
 * `setUp` starts the place (a server, a folder) and fills it; it is called once.
 */
export function describeThreadSource(name: string, setUp: () => Promise<ThreadSourceSetUp>): void {
  describe(`${name} as a thread source`, () => {
    let given: ThreadSourceSetUp
    let reading: Reading

    beforeAll(async () => {
      given = await setUp()
      const found = await given.source.read(given.thread.ref)
      if (found === undefined) throw new Error(`${name} does not find the thread of its own set-up`)
      reading = found
    })
    afterAll(async () => given?.stop())

    it("accepts its own references and no others", () => {
      expect(given.source.accepts(given.thread.ref)).toBe(true)
      expect(given.source.accepts(given.missing)).toBe(true)
      for (const ref of given.foreign) expect(given.source.accepts(ref)).toBe(false)
    })

    it("says which forms name something of it, and none that chat may not use names a file", () => {
      expect(given.source.name).not.toBe("")
      expect(given.source.forms.length).toBeGreaterThan(0)
      const files = ["/etc/passwd", "file:///etc/passwd", "../x", "-"]
      for (const words of files) {
        expect(() => parseSource(words, { origin: "chat", sources: [given.source] })).toThrow(AppError)
      }
    })

    it("gives every message of the thread once", () => {
      const ids = reading.messages.map(({ id }) => id)

      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.toSorted()).toEqual(expect.arrayContaining(given.thread.messageIds.toSorted()))
    })

    it("gives messages that make one thread, in its order", () => {
      const wanted = new Set(given.thread.messageIds)
      const thread = buildThreads(reading).find(({ messages }) => messages.some(({ id }) => wanted.has(id)))

      expect(thread?.messages.map(({ id }) => id)).toEqual(given.thread.messageIds)
    })

    it("gives authors, times in UTC, and words with LF line ends", () => {
      const thread = reading.messages.filter(({ id }) => given.thread.messageIds.includes(id))

      expect(new Set(thread.map(({ author }) => author.address)).size).toBeGreaterThan(1)
      for (const message of thread) {
        expect(message.sentAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/)
        expect(message.body).not.toMatch(/\r/)
      }
      expect(thread.map(({ body }) => body).join("\n")).toContain(given.thread.words)
    })

    it("gives the same for the same reference", async () => {
      const again = await given.source.read(given.thread.ref)

      expect(again?.messages).toEqual(reading.messages)
    })

    it("gives permalinks that are addresses, or none", () => {
      for (const { permalink } of reading.messages) {
        if (permalink !== undefined) expect(new URL(permalink).protocol).toMatch(/^https?:$/)
      }
    })

    it("says undefined, or why, for a thread that is not there", async () => {
      const outcome = await given.source.read(given.missing).catch((error: unknown) => error)

      expect(outcome === undefined || outcome instanceof AppError).toBe(true)
    })

    it("stops when it is told to", async () => {
      const outcome = await given.source
        .read(given.thread.ref, { signal: AbortSignal.abort() })
        .then(() => "read")
        .catch((error: unknown) => error)

      // A source that has everything at hand may answer all the same; a failure must be ours or the signal's.
      const isKnown = outcome === "read" || outcome instanceof AppError || isAbort(outcome)
      expect(isKnown).toBe(true)
    })
  })
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError"
}
