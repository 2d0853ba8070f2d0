import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"
import { afterEach, expect, it } from "vitest"
import type { PublicInbox } from "../../../adapters/public-inbox/index.ts"
import { createPublicInbox } from "../../../adapters/public-inbox/index.ts"
import { aMail, anMbox } from "../../support/mail/a-mail.ts"

/** A list whose feed shows the last 25, and whose search sees what it is let see. */
interface FakeList {
  readonly url: string
  readonly archive: PublicInbox
  readonly ids: string[]
  searchable: number
  searches: number
}

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

async function startList(): Promise<FakeList> {
  const ids: string[] = []
  const server = createServer((request, response) => {
    if (request.url === "/list/new.atom") response.end(atom(list.url, ids.slice(-25).toReversed()))
    else {
      list.searches++
      const found = ids.slice(0, list.searchable).toReversed()
      if (found.length === 0) response.writeHead(404).end("No results found")
      else
        response
          .writeHead(200, { "content-type": "application/gzip" })
          .end(gzipSync(anMbox(found.map((id) => aMail({ id })))))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/list/`
  const archive = createPublicInbox({ archives: [url] })
  closers.push(async () => {
    await archive.close()
    await new Promise((resolve) => server.close(resolve))
  })
  const list: FakeList = { url, archive, ids, searchable: 0, searches: 0 }
  return list
}

function atom(url: string, ids: readonly string[]): string {
  const entries = ids.map(
    (id) =>
      `<entry><author><name>Ada &amp; Co</name><email>Ada@example.org</email></author><title>Re: 42</title><updated>2024-01-01T11:00:00Z</updated><link\nhref="${url}${id}/"/><id>urn:uuid:1</id><thr:in-reply-to\nref="urn:uuid:2"\nhref="${url}parent@example.org/"/><content type="xhtml"><div><pre>&lt;b&gt; <b>x</b></pre></div></content></entry>`,
  )
  return `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0"><title>list</title>${entries.join("")}</feed>`
}

it("tells every mail of a burst once, though the feed holds 25 and the search lags", async () => {
  const list = await startList()
  list.ids.push("old-1@example.org", "old-2@example.org")
  list.searchable = 1
  const ref = { kind: "url", url: new URL(list.url) } as const
  const told: string[] = []
  let { cursor } = await list.archive.feed.readNew(ref, undefined)
  const look = async (): Promise<void> => {
    const news = await list.archive.feed.readNew(ref, cursor)
    cursor = news.cursor
    told.push(...news.items.map(({ id }) => id))
  }

  await look()
  const burst = Array.from({ length: 40 }, (_, index) => `new-${index}@example.org`)
  list.ids.push(...burst)
  await look()
  await look()
  list.searchable = list.ids.length
  await look()
  const searches = list.searches
  await look()

  expect(told.toSorted()).toEqual(burst.toSorted())
  expect(list.searches).toBe(searches)
})

it("reads what the feed says of a mail", async () => {
  const list = await startList()
  list.ids.push("old@example.org")
  const ref = { kind: "url", url: new URL(list.url) } as const
  const start = await list.archive.feed.readNew(ref, undefined)
  list.ids.push("new@example.org")

  const news = await list.archive.feed.readNew(ref, start.cursor)

  expect(news.items).toEqual([
    {
      id: "new@example.org",
      inReplyTo: "parent@example.org",
      references: ["parent@example.org"],
      author: { name: "Ada & Co", address: "ada@example.org" },
      subject: "Re: 42",
      sentAt: "2024-01-01T11:00:00Z",
      thread: { kind: "url", url: new URL(`${list.url}new@example.org/`) },
    },
  ])
})

it("starts anew from a cursor that it does not know", async () => {
  const list = await startList()
  list.ids.push("old@example.org")

  const news = await list.archive.feed.readNew({ kind: "url", url: new URL(list.url) }, "nonsense")

  expect(news.items).toEqual([])
})
