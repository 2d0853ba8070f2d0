import { afterAll, beforeAll, expect, it, vi } from "vitest"
import type { PublicInbox } from "../../../adapters/public-inbox/index.ts"
import { createPublicInbox } from "../../../adapters/public-inbox/index.ts"
import type { FeedItem, Reading } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { describeThreadSource } from "../../contract/thread-source.ts"
import { aMail, aMailThread, aMailThreadsIds } from "../../support/mail/a-mail.ts"
import type { PublicInboxServers } from "../../support/mail/mail-servers.ts"
import { describeWithMailServers, startPublicInbox } from "../../support/mail/mail-servers.ts"

describeWithMailServers("Debian's public-inbox", () => {
  describeThreadSource("public-inbox", async () => {
    const servers = await startPublicInbox(aMailThread())
    const archive = createPublicInbox({ archives: [servers.inboxUrl] })
    return {
      source: archive.source,
      thread: {
        ref: { kind: "message-id", id: "cache-2@example.org" },
        messageIds: aMailThreadsIds(),
        words: "it is large enough",
      },
      missing: { kind: "message-id", id: "absent@example.org" },
      foreign: [
        { kind: "path", path: "/etc/passwd" },
        { kind: "stdin" },
        { kind: "url", url: new URL("https://elsewhere.example.org/test/a@example.org/") },
        { kind: "url", url: new URL(`http://127.0.0.1:${servers.nntpPort}/test/a@example.org/`) },
        { kind: "url", url: new URL(servers.inboxUrl.replace("http://", "http://user:secret@")) },
        { kind: "id", scheme: "slack", rest: "C1/1.1" },
      ],
      stop: async () => {
        await archive.close()
        await servers.stop()
      },
    }
  })

  let servers: PublicInboxServers
  let archive: PublicInbox

  beforeAll(async () => {
    servers = await startPublicInbox([
      ...aMailThread(),
      aMail({ id: "with/slash+plus@example.org", inReplyTo: "cache-3@example.org", from: "bob@example.org" }),
      // Somebody typed "yes" where git send-email asks for an id: archives merge such strangers' threads.
      aMail({ id: "stranger-1@example.org", subject: "Timers", references: ["yes"] }),
      aMail({ id: "stranger-2@example.org", subject: "Fonts", references: ["yes"] }),
    ])
    archive = createPublicInbox({ archives: [servers.inboxUrl], freshMs: 0 })
  })
  afterAll(async () => {
    await archive.close()
    await servers.stop()
  })

  async function read(address: string): Promise<Reading | undefined> {
    return archive.source.read({ kind: "url", url: new URL(address, servers.inboxUrl) })
  }

  it.each([
    "cache-2@example.org/",
    "cache-2@example.org",
    "cache-2@example.org/T/",
    "cache-2@example.org/T/#u",
    "cache-2@example.org/T/#m1234abcd",
    "cache-2@example.org/t/#r",
    "cache-2@example.org/t.mbox.gz",
    "cache-2@example.org/t.atom",
    "cache-2@example.org/raw",
    "cache-2%40example.org/",
    "m/cache-2@example.org/",
    "/r/cache-2@example.org/",
    "/r/cache-2@example.org",
  ])("reads the whole thread by the address %s", async (address) => {
    const reading = await read(address)

    expect(reading?.about).toBe("cache-2@example.org")
    expect(reading?.messages.map(({ id }) => id)).toEqual(expect.arrayContaining([...aMailThreadsIds()]))
  })

  it("links every message to the archive that was read, slashes escaped", async () => {
    const reading = await read("with%2Fslash+plus@example.org/")
    const message = reading?.messages.find(({ id }) => id === "with/slash+plus@example.org")
    const answer = await fetch(message?.permalink ?? "")

    expect(message?.permalink).toBe(`${servers.inboxUrl}with%2Fslash+plus@example.org/`)
    expect(answer.status).toBe(200)
  })

  it("links to the list that a redirect leads to", async () => {
    const reading = await read("/r/cache-1@example.org/")

    expect(reading?.messages[0]?.permalink).toBe(`${servers.inboxUrl}cache-1@example.org/`)
  })

  it("hands over strangers that the archive merged, so that the engine can part them", async () => {
    const { buildThreads } = await import("../../../src/index.ts")
    const reading = await read("stranger-1@example.org/")

    const threads = reading === undefined ? [] : buildThreads(reading)

    expect(
      threads.find(({ messages }) => messages.some(({ id }) => id === "stranger-1@example.org"))?.messages,
    ).toHaveLength(1)
  })

  it("says that a list is no thread", async () => {
    await expect(read("")).rejects.toThrow("names a whole list, not a thread")
  })

  it("asks once where many ask at the same time", async () => {
    const shared = createPublicInbox({ archives: [servers.inboxUrl] })
    const readings = await Promise.all(
      [1, 2, 3, 4].map(async () => shared.source.read({ kind: "message-id", id: "cache-1@example.org" })),
    )
    await shared.close()

    expect(new Set(readings).size).toBe(1)
  })

  it("tells new mail of a list once, without what was there before", async () => {
    const list = { kind: "url", url: new URL(servers.inboxUrl) } as const
    const start = await archive.feed.readNew(list, undefined)
    const quiet = await archive.feed.readNew(list, start.cursor)
    const now = new Date().toUTCString()
    const received = `Received: from a.example.org by b.example.org; ${now}`
    servers.add([
      aMail({ id: "new-1@example.org", date: now, subject: "News", headers: [received] }),
      aMail({ id: "new-2@example.org", date: now, inReplyTo: "cache-1@example.org", headers: [received] }),
    ])
    // The archive's search shows new mail a few seconds later; no look between may lose any.
    const told: FeedItem[] = []
    let cursor = quiet.cursor
    await vi.waitUntil(
      async () => {
        const news = await archive.feed.readNew(list, cursor)
        cursor = news.cursor
        told.push(...news.items)
        return told.length >= 2
      },
      { timeout: 25_000, interval: 500 },
    )
    const after = await archive.feed.readNew(list, cursor)

    expect([start.items, quiet.items, after.items]).toEqual([[], [], []])
    expect(told.map(({ id }) => id).toSorted()).toEqual(["new-1@example.org", "new-2@example.org"])
    expect(told.find(({ id }) => id === "new-2@example.org")).toMatchObject({
      inReplyTo: "cache-1@example.org",
      author: { name: "Ada Lovelace", address: "ada@example.org" },
    })
    const thread = told.find(({ id }) => id === "new-2@example.org")?.thread
    expect(thread === undefined ? undefined : (await archive.source.read(thread))?.messages.length).toBeGreaterThan(3)
  })

  it("says so where a list is not there", async () => {
    const error = await archive.feed
      .readNew({ kind: "url", url: new URL("/nothing/", servers.inboxUrl) }, undefined)
      .catch((thrown: unknown) => thrown)

    expect(error instanceof AppError ? error.code : error).toBe("source-gone")
  })
})
