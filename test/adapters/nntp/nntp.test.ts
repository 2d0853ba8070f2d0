import type { AddressInfo, Socket } from "node:net"
import { createServer } from "node:net"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import type { Nntp } from "../../../adapters/nntp/index.ts"
import { createNntp } from "../../../adapters/nntp/index.ts"
import { AppError } from "../../../src/index.ts"
import { describeThreadSource } from "../../contract/thread-source.ts"
import { aMail, aMailThread, aMailThreadsIds } from "../../support/mail/a-mail.ts"
import type { PublicInboxServers } from "../../support/mail/mail-servers.ts"
import { describeWithMailServers, startPublicInbox } from "../../support/mail/mail-servers.ts"

describeWithMailServers("Debian's public-inbox-nntpd", () => {
  describeThreadSource("nntp", async () => {
    const servers = await startPublicInbox(aMailThread())
    const nntp = createNntp({ address: `nntp://127.0.0.1:${servers.nntpPort}/${servers.newsgroup}` })
    return {
      source: nntp.source,
      thread: {
        ref: { kind: "id", scheme: "nntp", rest: `${servers.newsgroup}/cache-2@example.org` },
        messageIds: aMailThreadsIds(),
        words: "it is large enough",
      },
      missing: { kind: "message-id", id: "absent@example.org" },
      foreign: [
        { kind: "path", path: "/etc/passwd" },
        { kind: "url", url: new URL("nntp://news.example.org/group/1") },
        { kind: "id", scheme: "slack", rest: "C1/1.1" },
        { kind: "id", scheme: "nntp", rest: servers.newsgroup },
      ],
      stop: async () => {
        nntp.close()
        await servers.stop()
      },
    }
  })

  let servers: PublicInboxServers
  let nntp: Nntp
  beforeAll(async () => {
    servers = await startPublicInbox([
      aMail({ id: "other@example.org", subject: "Fonts" }),
      ...aMailThread(),
      aMail({ id: "dots@example.org", subject: "Dots", body: "..\n.\n.hidden\n" }),
    ])
    nntp = createNntp({ address: `nntp://127.0.0.1:${servers.nntpPort}/${servers.newsgroup}` })
  })
  afterAll(async () => {
    nntp.close()
    await servers.stop()
  })

  it.each(["2", "cache-3@example.org", "<cache-1@example.org>"])(
    "reads the thread of article %s and no other",
    async (article) => {
      const reading = await nntp.source.read({ kind: "id", scheme: "nntp", rest: `${servers.newsgroup}/${article}` })

      expect(reading?.messages.map(({ id }) => id).toSorted()).toEqual(aMailThreadsIds())
    },
  )

  it("undoes the dots that the wire adds", async () => {
    const reading = await nntp.source.read({ kind: "message-id", id: "dots@example.org" })

    expect(reading?.messages[0]?.body).toContain("..\n.\n.hidden")
  })

  it("tells what comes while it watches, once, also after the server was gone", async () => {
    const ref = { kind: "id", scheme: "nntp", rest: servers.newsgroup } as const
    const start = await nntp.feed.readNew(ref, undefined)
    const quiet = await nntp.feed.readNew(ref, start.cursor)
    servers.add([
      aMail({ id: "new-1@example.org", inReplyTo: "cache-3@example.org", subject: "=?utf-8?q?Re:_Gr=C3=B6=C3=9Fe?=" }),
    ])
    const first = await nntp.feed.readNew(ref, quiet.cursor)
    await servers.restartNntp()
    // An old date: feeds by date would never show it.
    servers.add([aMail({ id: "new-2@example.org", date: "Mon, 01 Jan 2001 10:00:00 +0000" })])
    const second = await nntp.feed.readNew(ref, first.cursor)
    const after = await nntp.feed.readNew(ref, second.cursor)

    expect([start.items, quiet.items, after.items]).toEqual([[], [], []])
    expect(first.items).toMatchObject([
      { id: "new-1@example.org", subject: "Re: Größe", references: ["cache-3@example.org"] },
    ])
    expect(second.items).toMatchObject([{ id: "new-2@example.org" }])
    const thread = first.items[0]?.thread
    const reading = thread === undefined ? undefined : await nntp.source.read(thread)
    expect(reading?.messages.map(({ id }) => id).toSorted()).toEqual([...aMailThreadsIds(), "new-1@example.org"])
  })

  it("says that a group is gone", async () => {
    const error = await nntp.feed
      .readNew({ kind: "id", scheme: "nntp", rest: "no.such.group" }, undefined)
      .catch((thrown: unknown) => thrown)

    expect(error instanceof AppError ? error.code : error).toBe("source-gone")
  })
})

describe("a bad news server", () => {
  const closers: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const close of closers.splice(0)) await close()
  })

  async function ask(answer: (socket: Socket, command: string) => void): Promise<unknown> {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => {
      sockets.add(socket)
      socket.on("error", () => undefined)
      answer(socket, "")
      socket.on("data", (chunk) => answer(socket, chunk.toString()))
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const nntp = createNntp({
      address: `nntp://127.0.0.1:${(server.address() as AddressInfo).port}/a.group`,
      silenceMs: 200,
      maxAnswerBytes: 10_000,
    })
    closers.push(async () => {
      nntp.close()
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    })
    return nntp.source.read({ kind: "message-id", id: "a@example.org" }).catch((error: unknown) => error)
  }

  /** All is well until an article is asked for. */
  const answering =
    (article: string) =>
    (socket: Socket, command: string): void => {
      const selected = command.startsWith("GROUP") ? "211 1 1 1 a.group\r\n" : article
      socket.write(command === "" ? "200 ready\r\n" : selected)
    }

  it.each<[string, (socket: Socket, command: string) => void]>([
    ["says nothing", () => undefined],
    ["closes at once", (socket) => socket.destroy()],
    ["does not speak NNTP", (socket) => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["sends a line without end", (socket) => socket.write("2".repeat(5_000))],
    ["is full", (socket) => socket.write("400 try later\r\n")],
    ["stops in an answer", answering("221 head\r\nSubject: x\r\n")],
    ["never ends an answer", answering(`221 head\r\n${"Subject: x\r\n".repeat(2_000)}`)],
  ])("that %s is told in one line as a failure of the world", async (_, answer) => {
    const error = await ask(answer)

    expect(error).toMatchObject({ code: "source-unreachable", exitCode: 1, message: expect.stringMatching(/^[^\n]+$/) })
  })

  it("is never sent a command that somebody hid in a Message-ID", async () => {
    const nntp = createNntp({ address: "nntp://127.0.0.1:1/a.group" })

    expect(nntp.source.accepts({ kind: "id", scheme: "nntp", rest: "a.group/x@y\r\nQUIT" })).toBe(false)
  })
})
