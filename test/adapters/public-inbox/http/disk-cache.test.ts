import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createPublicInbox } from "../../../../adapters/public-inbox/index.ts"
import type { Reading } from "../../../../src/index.ts"
import { aMail, aMailThread, anMbox } from "../../../support/mail/a-mail.ts"

const closers: (() => void | Promise<void>)[] = []
let folder = ""
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "standpoint-cache-"))
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
})
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

interface Archive {
  readonly host: string
  /** What each request asked whether it had changed. */
  readonly asked: (string | undefined)[]
}

const thread = gzipSync(anMbox(aMailThread()))

async function startArchive(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Archive> {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.headers["if-none-match"])
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closers.push(async () => new Promise((resolve) => server.close(() => resolve())))
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

function versioned(request: IncomingMessage, response: ServerResponse): void {
  if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end()
  else response.writeHead(200, { etag: '"v1"' }).end(thread)
}

/** As a process of its own would: nothing but the folder outlives it. */
async function readOnce(
  { host }: Archive,
  options: { cacheFolder?: string; freshMs?: number; id?: string; now?: () => number } = {},
): Promise<Reading | undefined> {
  const { id = "cache-1@example.org", ...rest } = options
  const archive = createPublicInbox({
    archives: [`http://${host}/list`],
    freshMs: 0,
    retryDelaysMs: [],
    cacheFolder: folder,
    ...rest,
  })
  try {
    return await archive.source.read({ kind: "message-id", id })
  } finally {
    await archive.close()
  }
}

describe("what an archive sent", () => {
  it("is not sent again after a restart, if it has not changed", async () => {
    const archive = await startArchive(versioned)

    const first = await readOnce(archive)
    const second = await readOnce(archive)

    expect(archive.asked).toEqual([undefined, '"v1"'])
    expect(second).toEqual(first)
    expect(second?.messages).toHaveLength(3)
  })

  it("is not even asked for again within the same seconds", async () => {
    const archive = await startArchive(versioned)

    await readOnce(archive, { freshMs: 60_000 })
    const second = await readOnce(archive, { freshMs: 60_000 })

    expect(archive.asked).toHaveLength(1)
    expect(second?.messages).toHaveLength(3)
  })

  it("is replaced where it has changed, and forgotten where it is gone", async () => {
    let state: "old" | "new" | "gone" = "old"
    const archive = await startArchive((_, response) => {
      if (state === "gone") response.writeHead(410).end()
      else response.writeHead(200, { etag: `"${state}"` }).end(state === "old" ? thread : longer)
    })
    const longer = gzipSync(
      anMbox([...aMailThread(), aMail({ id: "4@example.org", inReplyTo: "cache-1@example.org" })]),
    )

    await readOnce(archive)
    state = "new"
    const changed = await readOnce(archive)
    state = "gone"
    const gone = await readOnce(archive).catch((error: unknown) => error)

    expect(changed?.messages).toHaveLength(4)
    expect(gone).toMatchObject({ code: "source-gone" })
    expect(readdirSync(folder)).toEqual([])
  })

  it("is for the owner's eyes alone, and not kept where the archive says so or for longer than a week", async () => {
    const archive = await startArchive((request, response) => {
      if ((request.url ?? "").includes("secret"))
        response.writeHead(200, { etag: '"v1"', "cache-control": "no-store" }).end(thread)
      else versioned(request, response)
    })
    await readOnce(archive, { id: "secret@example.org" })
    const unkept = readdirSync(folder).length
    await readOnce(archive)
    const [name = ""] = readdirSync(folder)
    const mode = statSync(join(folder, name)).mode & 0o777
    await readOnce(archive, { now: () => Date.now() + 8 * 86_400_000 })

    expect([unkept, mode]).toEqual([0, 0o600])
    expect(archive.asked).toEqual([undefined, undefined, undefined])
  })

  it("is asked for anew where the file was damaged", async () => {
    const archive = await startArchive(versioned)
    await readOnce(archive)
    const path = join(folder, readdirSync(folder)[0] ?? "")
    const file = readFileSync(path)
    file[file.length - 9] = (file[file.length - 9] ?? 0) ^ 1
    writeFileSync(path, file)

    const reading = await readOnce(archive)

    expect(archive.asked).toEqual([undefined, undefined])
    expect(reading?.messages).toHaveLength(3)
  })

  it("makes room by dropping the oldest", async () => {
    const { createDiskCache } = await import("../../../../adapters/public-inbox/http/disk-cache.ts")
    let at = Date.now() - 100_000
    const cache = createDiskCache({ folder, maxBytes: 25_000, now: () => at })
    const urls = [1, 2, 3, 4].map((number) => new URL(`http://a.example.org/${number}`))

    for (const url of urls) {
      await cache.keep(url, { url: url.href, headers: {}, readAt: at, body: Buffer.alloc(10_000) })
      at += 10_000
    }
    const found = await Promise.all(urls.map(async (url) => (await cache.find(url)) !== undefined))

    expect(found).toEqual([false, false, true, true])
  })
})

describe("a disk that takes nothing", () => {
  it("costs the saving and nothing else where the folder cannot be made", async () => {
    const archive = await startArchive(versioned)
    const file = join(folder, "file")
    writeFileSync(file, "")

    const reading = await readOnce(archive, { cacheFolder: join(file, "cache") })

    expect(reading?.messages).toHaveLength(3)
  })

  it("costs the saving and nothing else where it is full, and no half of a file stays", async () => {
    const mount = mountSmallDisk()
    if (mount === undefined) return
    closers.push(() => void execFileSync("umount", [mount]))
    const noise = Buffer.from(Array.from({ length: 60_000 }, (_, index) => (index * 7_919) % 251)).toString("base64")
    const large = gzipSync(anMbox([...aMailThread(), aMail({ id: "4@example.org", body: noise })]), { level: 0 })
    const archive = await startArchive((_, response) => void response.writeHead(200, { etag: '"v1"' }).end(large))

    const reading = await readOnce(archive, { cacheFolder: join(mount, "cache") })

    expect(reading?.messages).toHaveLength(4)
    expect(readdirSync(join(mount, "cache"))).toEqual([])
  })
})

/** A file system of 32 KB, where this machine lets us have one. */
function mountSmallDisk(): string | undefined {
  const mount = mkdtempSync(join(tmpdir(), "standpoint-full-"))
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=32k", "tmpfs", mount], { stdio: "ignore" })
    return mount
  } catch {
    rmSync(mount, { recursive: true, force: true })
    process.stdout.write("Left out: a full disk under the cache, because no file system can be mounted here\n")
    return undefined
  }
}
