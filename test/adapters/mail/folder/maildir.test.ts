import { renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, vi } from "vitest"
import { createFileSource, createMaildirFeed } from "../../../../adapters/mail/index.ts"
import { describeThreadSource } from "../../../contract/thread-source.ts"
import { aFolder } from "../../../support/a-file.ts"
import { aMail, aMailThread, aMailThreadsIds } from "../../../support/mail/a-mail.ts"
import { deliver, makeMaildir } from "../../../support/mail/a-maildir.ts"

describeThreadSource("a Maildir", async () => {
  const place = aFolder()
  makeMaildir(place, [...aMailThread(), aMail({ id: "other@example.org" })])
  return {
    source: createFileSource(),
    thread: {
      ref: { kind: "id", scheme: "maildir", rest: `${place}#cache-2@example.org` },
      messageIds: aMailThreadsIds(),
      words: "it is large enough",
    },
    missing: { kind: "id", scheme: "maildir", rest: `${place}#absent@example.org` },
    foreign: [{ kind: "message-id", id: "cache-1@example.org" }],
    stop: async () => {},
  }
})

describe("a watched Maildir", () => {
  it("tells what is delivered, once, whatever happens to its flags", async () => {
    const path = aFolder()
    makeMaildir(path, aMailThread())
    let calls = 0
    const feed = createMaildirFeed({ folders: [path], onNews: () => calls++ })
    const ref = { kind: "path", path } as const
    const start = await feed.readNew(ref, undefined)
    await vi.waitUntil(
      async () => {
        deliver(path, "1700000100.M1.host", aMail({ id: "new-1@example.org", inReplyTo: "cache-1@example.org" }))
        return calls > 0
      },
      { timeout: 15_000, interval: 200 },
    )

    const news = await feed.readNew(ref, start.cursor)
    renameSync(join(path, "new", "1700000100.M1.host"), join(path, "cur", "1700000100.M1.host:2,S"))
    const after = await feed.readNew(ref, news.cursor)
    const thread = news.items[0]?.thread
    const reading = thread === undefined ? undefined : await createFileSource().read(thread)
    await feed.close()

    expect([start.items, after.items]).toEqual([[], []])
    expect(news.items.map(({ id }) => id)).toEqual(["new-1@example.org"])
    expect(reading?.messages).toHaveLength(4)
    expect(feed.privatePlace(ref)).toBe(`file://${path}`)
    expect(thread === undefined ? undefined : feed.privatePlace(thread)).toBe(`file://${path}`)
  })

  it("that is gone is told as gone", async () => {
    const path = aFolder()
    makeMaildir(path, [])
    const feed = createMaildirFeed({ folders: [path] })
    rmSync(path, { recursive: true })

    await expect(feed.readNew({ kind: "path", path }, undefined)).rejects.toMatchObject({ code: "source-gone" })
  })
})
