import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { gzipSync } from "node:zlib"
import { zipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { createFileSource, createMaildirFeed } from "../../../adapters/mail/index.ts"
import type { Reading } from "../../../src/index.ts"
import { buildThreads } from "../../../src/index.ts"
import { describeThreadSource } from "../../contract/thread-source.ts"
import { aMail, aMailThread, aMailThreadsIds, anMbox } from "../../support/mail/a-mail.ts"

let folder = ""
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "standpoint-places-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function read(path: string): Promise<Reading | undefined> {
  return createFileSource().read({ kind: "path", path })
}

function aMaildir(name: string, mails: readonly string[]): string {
  const path = join(folder, name)
  for (const sub of ["cur", "new", "tmp"]) mkdirSync(join(path, sub), { recursive: true })
  for (const [index, mail] of mails.entries()) deliver(path, { name: `17000000${index}.M1.host`, mail })
  return path
}

function deliver(path: string, { name, mail }: { name: string; mail: string }): void {
  writeFileSync(join(path, "tmp", name), mail)
  renameSync(join(path, "tmp", name), join(path, "new", name))
}

describeThreadSource("a Maildir", async () => {
  const place = mkdtempSync(join(tmpdir(), "standpoint-maildir-"))
  for (const sub of ["cur", "new", "tmp"]) mkdirSync(join(place, sub))
  for (const [index, mail] of [...aMailThread(), aMail({ id: "other@example.org" })].entries()) {
    writeFileSync(join(place, index === 0 ? "cur" : "new", `1700${index}.M.host${index === 0 ? ":2,S" : ""}`), mail)
  }
  return {
    source: createFileSource(),
    thread: {
      ref: { kind: "id", scheme: "maildir", rest: `${place}#cache-2@example.org` },
      messageIds: aMailThreadsIds(),
      words: "it is large enough",
    },
    missing: { kind: "id", scheme: "maildir", rest: `${place}#absent@example.org` },
    foreign: [{ kind: "message-id", id: "cache-1@example.org" }],
    stop: async () => rmSync(place, { recursive: true, force: true }),
  }
})

describe("packed files", () => {
  it("are read like what they hold", async () => {
    const path = write("list.mbox.gz", gzipSync(anMbox(aMailThread())))

    expect((await read(path))?.messages).toHaveLength(3)
  })

  it("that break off or are damaged are told in one line", async () => {
    const whole = gzipSync(
      anMbox(
        Array.from({ length: 50 }, (_, index) => aMail({ id: `${index}@example.org`, body: `${Math.sin(index)}` })),
      ),
    )
    const damaged = Buffer.from(whole)
    damaged.fill(0xff, 40, 80)

    await expect(read(write("cut.mbox.gz", whole.subarray(0, whole.length - 30)))).rejects.toThrow(
      /its gzip breaks off/,
    )
    await expect(read(write("bad.mbox.gz", damaged))).rejects.toThrow(/its gzip is damaged/)
  })

  it("that unpack to far more than they are stop early", async () => {
    const bomb = gzipSync(`${anMbox([aMail()])}${"x".repeat(30 * 1024 * 1024)}`)

    await expect(read(write("bomb.mbox.gz", bomb))).rejects.toThrow(/200 times its size/)
  })
})

describe("monthly archives", () => {
  it("of Mailman 2 are read, hidden addresses and all", async () => {
    const mail = [
      "From ada at example.org  Mon Jan  1 10:00:00 2024",
      "From: ada at example.org (Ada Lovelace)",
      "Date: Mon, 1 Jan 2024 11:00:00 +0100",
      "Subject: [dev] Cache sizes",
      "Message-ID: <a@example.org>",
      "",
      "Shall we double it?",
      "",
      "From grace at example.org  Mon Jan  1 12:00:00 2024",
      "From: grace at example.org (Grace Hopper)",
      "Date: Mon, 1 Jan 2024 12:00:00 +0000",
      "Subject: [dev] Cache sizes",
      "In-Reply-To: <a@example.org>",
      "Message-ID: <b@example.org>",
      "",
      "From what I see, no.",
      "",
      "",
    ]

    const reading = await read(write("2024-January.txt.gz", gzipSync(mail.join("\n"))))

    expect(reading?.messages.map(({ author }) => author)).toEqual([
      { name: "Ada Lovelace", address: "ada@example.org" },
      { name: "Grace Hopper", address: "grace@example.org" },
    ])
    expect(reading?.messages[1]?.body).toContain("From what I see")
  })

  it("of Mailman 3 keep the address of each message", async () => {
    const mails = [
      aMail({ headers: ["Archived-At: <https://lists.example.org/archives/list/dev@example.org/message/ABC/>"] }),
    ]

    const reading = await read(write("dev@example.org-2024-01.mbox.gz", gzipSync(anMbox(mails))))

    expect(reading?.messages[0]?.permalink).toBe("https://lists.example.org/archives/list/dev@example.org/message/ABC/")
  })
})

describe("archive pages in HTML", () => {
  it.each([
    [
      "hypermail",
      `<!DOCTYPE html><html><head><title>Cache</title></head><body>
<!-- received="Wed Aug 28 10:18:05 2019" --><!-- sent="Wed, 28 Aug 2019 16:18:05 +0200" -->
<!-- name="Grace Hopper" --><!-- email="grace@example.org" --><!-- subject="Re: Cache &amp; sizes" --><!-- id="b@example.org" -->
<h1>Re: Cache &amp; sizes</h1><ul><li>next</li></ul>
<!-- body="start" --><pre>
On Monday Ada wrote:
&gt; Shall we double it?

No.
</pre><!-- body="end" --><p>footer</p></body></html>`,
      "2019-08-28T14:18:05Z",
      "grace@example.org",
    ],
    [
      "pipermail",
      `<HTML><HEAD><TITLE>Cache</TITLE></HEAD><BODY><H1>Re: Cache &amp; sizes</H1>
<B>Grace Hopper</B> <A HREF="mailto:dev%40example.org?Subject=x&In-Reply-To=%3Cb%40example.org%3E" TITLE="x">grace at example.org</A><BR>
<I>Wed Aug 28 14:18:05 UTC 2019</I><P><UL><LI>Previous message</UL><HR>
<!--beginarticle--><PRE>On Monday Ada wrote:
&gt;<i> Shall we double it?
</I>
No.
</PRE><!--endarticle--><HR></BODY></HTML>`,
      "2019-08-28T14:18:05Z",
      "grace@example.org",
    ],
    [
      "MHonArc",
      `<!-- MHonArc v2.6.19 -->
<!--X-Subject: Re: Cache &#38; sizes -->
<!--X-From-R13: Tenpr Ubccre <tenprNrknzcyr.bet> -->
<!--X-Date: Wed, 28 Aug 2019 16:18:05 +0200 -->
<!--X-Message-Id: b@example.org -->
<!DOCTYPE HTML><html><body><h1>Re: Cache</h1>
<!--X-Body-of-Message--><pre>On Monday Ada wrote:
&gt; Shall we double it?

No.
</pre><!--X-Body-of-Message-End--><hr></body></html>`,
      "2019-08-28T14:18:05Z",
      "grace@example.org",
    ],
  ])("of %s give the message without the page around it", async (name, html, sentAt, address) => {
    const reading = await read(write(`${name}.html`, html))
    const [message] = reading?.messages ?? []

    expect(reading?.source).toBe("page")
    expect(message).toMatchObject({ subject: "Re: Cache & sizes", sentAt })
    expect(message?.author).toEqual({ name: "Grace Hopper", address })
    expect(message?.body.trimEnd()).toMatch(/^On Monday Ada wrote:\n> ?Shall we double it\?\n\nNo\.$/)
  })
})

describe("a Slack export", () => {
  const day = [
    { type: "message", user: "U1", ts: "1700000000.000100", thread_ts: "1700000000.000100", text: "Shall we <@U2>?" },
    { type: "message", user: "U1", ts: "1700000050.000100", text: "Unrelated" },
    { type: "message", user: "U2", ts: "1700000060.000100", thread_ts: "1700000000.000100", text: "No." },
  ]
  const users = [
    { id: "U1", name: "ada", profile: { real_name: "Ada" } },
    { id: "U2", name: "grace", real_name: "Grace" },
  ]

  it("gives its threads, rooms and names", async () => {
    const encode = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
    const zip = zipSync({
      "channels.json": encode([{ id: "C1", name: "dev" }]),
      "users.json": encode(users),
      "dev/2023-11-14.json": encode(day),
      "dev/2023-11-15.json": encode([
        { type: "message", user: "U2", ts: "1700090000.000100", thread_ts: "1700000000.000100", text: "Still no." },
      ]),
    })
    const source = createFileSource()
    const ref = { kind: "path", path: write("export.zip", zip) } as const

    const catalogue = await source.openCatalogue(ref)
    const first = catalogue?.entries.at(0)
    const reading = first === undefined ? undefined : await catalogue?.read(first)

    expect([...(catalogue?.entries ?? [])].map(({ id, messageCount, subject }) => [id, messageCount, subject])).toEqual(
      [
        ["slack:C1/1700000000.000100", 3, "#dev: Shall we @Grace?"],
        ["slack:C1/1700000050.000100", 1, "#dev: Unrelated"],
      ],
    )
    expect(reading?.threadId).toBe("slack:C1/1700000000.000100")
    expect(reading?.messages.map(({ author, body }) => [author.name, body])).toEqual([
      ["Ada", "Shall we @Grace?"],
      ["Grace", "No."],
      ["Grace", "Still no."],
    ])
  })

  it("gives the threads of one day's file", async () => {
    const source = createFileSource()

    const catalogue = await source.openCatalogue({
      kind: "path",
      path: write("dev/2023-11-14.json", JSON.stringify(day)),
    })

    expect([...(catalogue?.entries ?? [])].map(({ id }) => id)).toEqual([
      "slack:dev/1700000000.000100",
      "slack:dev/1700000050.000100",
    ])
  })
})

describe("a large mbox", () => {
  const mails = [
    ...aMailThread("a", "=?utf-8?q?Gr=C3=B6=C3=9Fe?="),
    aMail({ id: "b@example.org", subject: "Fonts", body: "From here\n" }),
    "no mail\n",
    ...aMailThread("c", "Clocks"),
    aMail({ id: "a-4@example.org", inReplyTo: "a-2@example.org", body: "x".repeat(50_000) }),
  ]

  it.each(["large.mbox", "large.mbox.gz"])(
    "is indexed by its headers (%s), and one thread is read whole",
    async (name) => {
      const raw = Buffer.from(anMbox(mails))
      const ref = { kind: "path", path: write(name, name.endsWith(".gz") ? gzipSync(raw) : raw) } as const
      const progress: number[] = []
      const source = createFileSource({ maxHeldBytes: 500 })

      const catalogue = await source.openCatalogue(ref, { onProgress: ({ done }) => progress.push(done) })
      const entries = [...(catalogue?.entries ?? [])]
      const chosen = entries.find(({ subject }) => subject === "Größe")
      const reading = chosen === undefined ? undefined : await catalogue?.read(chosen)

      expect(entries.map(({ id, subject, messageCount, people }) => [id, subject, messageCount, people])).toEqual([
        ["mail:a-1@example.org", "Größe", 4, 2],
        ["mail:c-1@example.org", "Clocks", 3, 2],
        ["mail:b@example.org", "Fonts", 1, 1],
      ])
      expect(entries[1]?.lastActivityAt).toBe("2024-01-02T09:00:00.000Z")
      expect(catalogue?.skipped).toEqual([{ id: "message 5", reason: "no mail: it has no header" }])
      expect(reading?.messages.map(({ id }) => id)).toEqual([1, 2, 3, 4].map((number) => `a-${number}@example.org`))
      expect(reading?.messages.at(-1)?.body.length).toBeGreaterThan(50_000)
      expect(progress.length).toBeGreaterThan(0)
    },
  )

  it.each([
    [{ maxMessages: 3 }, "thread of 4 messages", "STANDPOINT_MAX_MESSAGES"],
    [{ maxThreadBytes: 20_000 }, "MB in", "STANDPOINT_MAX_THREAD_MB"],
  ])("with a thread beyond the bound %j says so, and gives its other threads", async (bound, words, setting) => {
    const ref = { kind: "path", path: write("bounded.mbox", anMbox(mails)) } as const
    const catalogue = await createFileSource({ maxHeldBytes: 500, ...bound }).openCatalogue(ref)
    const [largest, second] = [...(catalogue?.entries ?? [])]

    const refusal = largest === undefined ? undefined : await catalogue?.read(largest).catch((error: unknown) => error)
    const other = second === undefined ? undefined : await catalogue?.read(second)

    expect(refusal).toMatchObject({
      code: "limit-reached",
      message: expect.stringContaining(words),
      hint: expect.stringContaining(setting),
    })
    expect(other?.messages).toHaveLength(3)
  })

  it("gives its largest thread, in the same words as when it is held as a whole", async () => {
    const path = write("same.mbox", anMbox(mails))
    const large = await createFileSource({ maxHeldBytes: 500 }).read({ kind: "path", path })
    const whole = await read(path)

    const [largest] = whole === undefined ? [] : buildThreads(whole)

    expect(large === undefined ? [] : buildThreads(large)[0]?.messages).toEqual(largest?.messages)
  })
})

describe("a watched Maildir", () => {
  it("tells what is delivered, once, whatever happens to its flags", async () => {
    const path = aMaildir("watched", aMailThread())
    let calls = 0
    const feed = createMaildirFeed({ folders: [path], onNews: () => calls++ })
    const ref = { kind: "path", path } as const
    const start = await feed.readNew(ref, undefined)
    await vi.waitUntil(
      async () => {
        deliver(path, {
          name: "1700000100.M1.host",
          mail: aMail({ id: "new-1@example.org", inReplyTo: "cache-1@example.org" }),
        })
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
    const path = aMaildir("gone", [])
    const feed = createMaildirFeed({ folders: [path] })
    rmSync(path, { recursive: true })

    await expect(feed.readNew({ kind: "path", path }, undefined)).rejects.toMatchObject({ code: "source-gone" })
  })
})
