import { readdirSync } from "node:fs"
import type { AddressInfo, Socket } from "node:net"
import { createServer } from "node:net"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import type { Imap } from "../../../adapters/imap/index.ts"
import { createImap } from "../../../adapters/imap/index.ts"
import { AppError } from "../../../src/index.ts"
import { describeThreadSource } from "../../contract/thread-source.ts"
import { aMail, aMailThread, aMailThreadsIds } from "../../support/mail/a-mail.ts"
import type { Dovecot, PublicInboxServers } from "../../support/mail/mail-servers.ts"
import { describeWithMailServers, startDovecot, startPublicInbox } from "../../support/mail/mail-servers.ts"

function connect(dovecot: Dovecot, options: { onNews?: () => void; password?: string; folder?: string } = {}): Imap {
  return createImap({
    address: `imap://${dovecot.user}@127.0.0.1:${dovecot.port}/${options.folder ?? "INBOX"}`,
    password: options.password ?? dovecot.password,
    reconnectMs: 50,
    ...(options.onNews === undefined ? {} : { onNews: options.onNews }),
  })
}

describeWithMailServers("dovecot", () => {
  describeThreadSource("imap", async () => {
    const dovecot = await startDovecot([aMail({ id: "other@example.org", subject: "Fonts" }), ...aMailThread()])
    const imap = connect(dovecot)
    return {
      source: imap.source,
      thread: {
        ref: { kind: "id", scheme: "imap", rest: "INBOX/cache-2@example.org" },
        messageIds: aMailThreadsIds(),
        words: "it is large enough",
      },
      missing: { kind: "id", scheme: "imap", rest: "INBOX/absent@example.org" },
      foreign: [
        // Private mail is not opened to whoever knows a Message-ID.
        { kind: "message-id", id: "cache-1@example.org" },
        { kind: "id", scheme: "imap", rest: "Other/cache-1@example.org" },
        { kind: "id", scheme: "imap", rest: "INBOX" },
        { kind: "path", path: "/etc/passwd" },
      ],
      stop: async () => {
        imap.close()
        await dovecot.stop()
      },
    }
  })

  let dovecot: Dovecot
  beforeAll(async () => {
    dovecot = await startDovecot(aMailThread())
  })
  afterAll(async () => dovecot.stop())

  it("tells what comes, once, through a restart of the server, and marks nothing as read", async () => {
    let news = 0
    const imap = connect(dovecot, { onNews: () => news++ })
    const ref = { kind: "id", scheme: "imap", rest: "INBOX" } as const
    const start = await imap.feed.readNew(ref, undefined)
    const quiet = await imap.feed.readNew(ref, start.cursor)

    dovecot.deliver(aMail({ id: "new-1@example.org", inReplyTo: "cache-3@example.org" }))
    await vi.waitUntil(() => news > 0, { timeout: 20_000 })
    const first = await imap.feed.readNew(ref, quiet.cursor)
    await dovecot.restart()
    dovecot.deliver(aMail({ id: "new-2@example.org", date: "Mon, 01 Jan 2001 10:00:00 +0000" }))
    const second = await imap.feed.readNew(ref, first.cursor)
    const after = await imap.feed.readNew(ref, second.cursor)
    const thread = first.items[0]?.thread
    const reading = thread === undefined ? undefined : await imap.source.read(thread)
    imap.close()

    expect([start.items, quiet.items, after.items]).toEqual([[], [], []])
    expect(first.items.map(({ id }) => id)).toEqual(["new-1@example.org"])
    expect(second.items.map(({ id }) => id)).toEqual(["new-2@example.org"])
    expect(reading?.messages).toHaveLength(4)
    expect(imap.feed.privatePlace(ref)).toBe("imap:INBOX")
    expect(imap.feed.privatePlace({ kind: "id", scheme: "imap", rest: "INBOX/new-1@example.org" })).toBe("imap:INBOX")
    // The S flag of a Maildir's file name means: seen.
    expect(readdirSync(join(dovecot.maildir, "cur")).filter((name) => /:2,[A-Z]*S/.test(name))).toEqual([])
  })

  it("tells nothing twice where the server has numbered its mail anew", async () => {
    const imap = connect(dovecot)
    const ref = { kind: "id", scheme: "imap", rest: "INBOX" } as const
    const { cursor } = await imap.feed.readNew(ref, undefined)
    dovecot.deliver(aMail({ id: "new-3@example.org" }))
    const renumbered = JSON.stringify({ ...(JSON.parse(cursor) as object), validity: "1", uid: 9_999 })

    const news = await imap.feed.readNew(ref, renumbered)
    const after = await imap.feed.readNew(ref, news.cursor)
    imap.close()

    expect(news.items.map(({ id }) => id)).toEqual(["new-3@example.org"])
    expect(after.items).toEqual([])
  })

  it("says what is wrong with a login or a folder", async () => {
    const wrong = connect(dovecot, { password: "no" })
    const absent = connect(dovecot, { folder: "Nothing" })
    const ask = async (imap: Imap, folder: string): Promise<unknown> =>
      imap.feed.readNew({ kind: "id", scheme: "imap", rest: folder }, undefined).catch((error: unknown) => error)

    const errors = [await ask(wrong, "INBOX"), await ask(absent, "Nothing")]
    wrong.close()
    absent.close()

    expect(errors.map((error) => (error instanceof AppError ? error.code : error))).toEqual([
      "config-invalid",
      "source-gone",
    ])
  })
})

describeWithMailServers("Debian's public-inbox-imapd", () => {
  let servers: PublicInboxServers
  beforeAll(async () => {
    servers = await startPublicInbox(aMailThread())
  })
  afterAll(async () => servers.stop())

  it("is read and followed like any mailbox", async () => {
    const folder = `${servers.newsgroup}.0`
    const imap = createImap({
      address: `imap://anonymous@127.0.0.1:${servers.imapPort}/${folder}`,
      password: "x",
      reconnectMs: 50,
    })
    const ref = { kind: "id", scheme: "imap", rest: folder } as const
    const start = await imap.feed.readNew(ref, undefined)
    servers.add([aMail({ id: "new-1@example.org", inReplyTo: "cache-3@example.org" })])
    const news = await imap.feed.readNew(ref, start.cursor)
    const reading = await imap.source.read({ kind: "id", scheme: "imap", rest: `${folder}/new-1@example.org` })
    imap.close()

    expect(news.items.map(({ id }) => id)).toEqual(["new-1@example.org"])
    expect(reading?.messages).toHaveLength(4)
  })
})

describe("a bad mail server", () => {
  it.each<[string, (socket: Socket) => void]>([
    ["says nothing", () => undefined],
    ["closes at once", (socket) => socket.destroy()],
    ["does not speak IMAP", (socket) => socket.end("220 mail.example.org ESMTP\r\n")],
  ])("that %s is told in one line as a failure of the world", async (_, answer) => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on("error", () => undefined)
      answer(socket)
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const imap = createImap({
      address: `imap://ada@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
      silenceMs: 300,
    })

    const error = await imap.feed
      .readNew({ kind: "id", scheme: "imap", rest: "INBOX" }, undefined)
      .catch((thrown: unknown) => thrown)
    imap.close()
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))

    expect(error).toMatchObject({ code: "source-unreachable", message: expect.stringMatching(/^[^\n]+$/) })
  })
})
