import type { IncomingMessage, ServerResponse } from "node:http"
import { createServer } from "node:http"
import type { AddressInfo, Server } from "node:net"
import { createServer as createSocketServer } from "node:net"
import { gzipSync } from "node:zlib"
import { afterEach, describe, expect, it } from "vitest"
import type { PublicInboxOptions } from "../../../adapters/public-inbox/index.ts"
import { createPublicInbox } from "../../../adapters/public-inbox/index.ts"
import type { Reading } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import { aMail, aMailThread, anMbox } from "../../support/mail/a-mail.ts"

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

type Answer = (request: IncomingMessage, response: ServerResponse) => void

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closers.push(async () => new Promise((resolve) => server.close(() => resolve())))
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function serve(answer: Answer): Promise<string> {
  const server = createServer(answer)
  closers.push(async () => server.closeAllConnections())
  return listen(server)
}

async function ask(
  host: string,
  options: Partial<PublicInboxOptions> = {},
  path = "/list/cache-1@example.org/",
): Promise<Reading | undefined | AppError> {
  const archive = createPublicInbox({
    archives: [`http://${host}/list`],
    retryDelaysMs: [],
    silenceMs: 300,
    ...options,
  })
  closers.push(async () => archive.close())
  return archive.source.read({ kind: "url", url: new URL(path, `http://${host}`) }).catch((error: unknown) => {
    if (error instanceof AppError) return error
    throw error
  })
}

const thread = gzipSync(anMbox(aMailThread()))

describe("a bad archive", () => {
  it.each<[string, Answer]>([
    ["says nothing", () => undefined],
    ["stops in the middle", (_, response) => void response.writeHead(200).write(thread.subarray(0, 40))],
    [
      "closes early",
      (_, response) => {
        response.writeHead(200, { "content-length": thread.length })
        response.write(thread.subarray(0, 40), () => response.destroy())
      },
    ],
    [
      "says a length that is not so",
      (_, response) => {
        response.writeHead(200, { "content-length": thread.length + 500 })
        response.write(thread, () => response.destroy())
      },
    ],
    ["breaks off its gzip", (_, response) => void response.writeHead(200).end(thread.subarray(0, thread.length - 20))],
    ["sends no gzip", (_, response) => void response.writeHead(200).end("<html>Just a moment</html>")],
    ["answers 500", (_, response) => void response.writeHead(500).end()],
    ["redirects for ever", (request, response) => void response.writeHead(302, { location: `${request.url}x` }).end()],
  ])("that %s is told in one line as a failure of the world", async (_, answer) => {
    const error = await ask(await serve(answer))

    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: "source-unreachable", exitCode: 1 })
    expect(error instanceof AppError ? error.message : "").toMatch(/^[^\n]+$/)
  })

  it("that does not speak HTTP is told as such", async () => {
    const server = createSocketServer((socket) => {
      socket.on("error", () => undefined)
      socket.end("220 mail.example.org ESMTP\r\n", () => socket.destroy())
    })
    const host = await listen(server)

    expect(await ask(host)).toMatchObject({ code: "source-unreachable" })
  })

  it("that nobody runs is told as such", async () => {
    const server = createServer()
    const host = await listen(server)
    await new Promise((resolve) => server.close(resolve))

    expect(await ask(host)).toMatchObject({ code: "source-unreachable" })
  })

  it("is asked again after a passing failure, and read", async () => {
    let asked = 0
    const host = await serve((_, response) => {
      asked++
      if (asked < 3) response.writeHead(502).end()
      else response.writeHead(200).end(thread)
    })

    const reading = await ask(host, { retryDelaysMs: [1, 1] })

    expect(reading).toMatchObject({ messages: { length: 3 } })
    expect(asked).toBe(3)
  })

  it("gets the pause that it asks for, and the asker is told how long", async () => {
    let asked = 0
    const host = await serve((_, response) => {
      asked++
      response.writeHead(429, { "retry-after": "120" }).end()
    })
    const archive = createPublicInbox({ archives: [`http://${host}/list`], retryDelaysMs: [1, 1], silenceMs: 300 })
    closers.push(async () => archive.close())
    const ref = { kind: "message-id", id: "cache-1@example.org" } as const

    const error = await archive.source.read(ref).catch((thrown: unknown) => thrown)

    expect(error).toMatchObject({
      code: "rate-limited",
      message: expect.stringMatching(/pause of 1(?:19|20) more seconds/),
    })
    expect(asked).toBe(1)
  })

  it("cannot make memory burst with a decompression bomb", async () => {
    const bomb = gzipSync(`${anMbox([aMail()])}${"x".repeat(20 * 1024 * 1024)}`)
    const host = await serve((_, response) => void response.writeHead(200).end(bomb))

    expect(await ask(host)).toMatchObject({
      code: "limit-reached",
      message: expect.stringContaining("200 times its size"),
    })
  })

  it("cannot send more than a thread may have", async () => {
    const host = await serve((_, response) => void response.writeHead(200).end(thread))

    expect(await ask(host, { limits: { maxThreadBytes: 500 } })).toMatchObject({ code: "limit-reached" })
    expect(await ask(host, { limits: { maxMessages: 2 } })).toMatchObject({ code: "limit-reached" })
    expect(await ask(host, { limits: { maxMailBytes: 300 } })).toMatchObject({
      skipped: [{ reason: "longer than 0 MB" }],
    })
  })

  it.each([
    "http://169.254.169.254/list/a@b/",
    "http://[::1]/list/a@b/",
    "http://10.0.0.1/",
    "file:///etc/passwd",
    "https://elsewhere.example.org/list/a@b/",
  ])("cannot send us to %s", async (location) => {
    const host = await serve((_, response) => void response.writeHead(302, { location }).end())

    expect(await ask(host)).toMatchObject({ code: "source-not-allowed" })
  })

  it.each(["10.0.0.5", "127.0.0.1", "169.254.169.254", "::1", "fe80::1", "::ffff:192.168.1.1"])(
    "whose public name is made to point to %s is not asked, though its name is allowed",
    async (address) => {
      let asked = 0
      const host = await serve((_, response) => {
        asked++
        response.writeHead(200).end(thread)
      })
      const port = host.split(":")[1] ?? ""
      const family = address.includes(":") ? 6 : 4

      const outcome = await ask(`lists.example.org:${port}`, {
        resolve: (_, __, callback) => callback(null, [{ address, family }]),
      })

      expect(outcome).toMatchObject({
        code: "source-not-allowed",
        message: expect.stringContaining("points into a private network"),
      })
      expect(asked).toBe(0)
    },
  )

  it("inside a network is asked where it was configured by an internal name", async () => {
    const host = await serve((_, response) => void response.writeHead(200).end(thread))
    const port = host.split(":")[1] ?? ""

    const reading = await ask(`lists.internal:${port}`, {
      resolve: (_, __, callback) => callback(null, [{ address: "127.0.0.1", family: 4 }]),
    })

    expect(reading).toMatchObject({ messages: { length: 3 } })
  })

  it("is followed to a host that is allowed, and links name that host's list", async () => {
    const target = await serve((_, response) => void response.writeHead(200).end(thread))
    const host = await serve((request, response) => {
      response.writeHead(301, { location: `http://${target}${(request.url ?? "").replace("/list/", "/moved/")}` }).end()
    })

    const reading = await ask(host, { allowHosts: [target] })

    expect(reading).toMatchObject({ messages: [{ permalink: `http://${target}/moved/cache-1@example.org/` }, {}, {}] })
  })

  it("finds by a redirect which list a message is in", async () => {
    const host = await serve((request, response) => {
      if (request.url === "/r/cache-1@example.org/")
        response.writeHead(302, { location: "/other/cache-1@example.org/" }).end()
      else if (request.url === "/other/cache-1@example.org/t.mbox.gz") response.writeHead(200).end(thread)
      else response.writeHead(200).end("page")
    })

    const reading = await ask(host, {}, "/r/cache-1@example.org/")

    expect(reading).toMatchObject({ permalink: `http://${host}/other/cache-1@example.org/` })
  })

  it("is asked with what it said of its version, and a thread that did not change is not sent again", async () => {
    const versions: (string | undefined)[] = []
    const agents: (string | undefined)[] = []
    const host = await serve((request, response) => {
      versions.push(request.headers["if-none-match"])
      agents.push(request.headers["user-agent"])
      if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"v1"' }).end(thread)
    })
    const archive = createPublicInbox({ archives: [`http://${host}/list`], freshMs: 0 })
    closers.push(async () => archive.close())
    const ref = { kind: "message-id", id: "cache-1@example.org" } as const

    const first = await archive.source.read(ref)
    const second = await archive.source.read(ref)

    expect(versions).toEqual([undefined, '"v1"'])
    expect(second).toBe(first)
    expect(agents[0]).toMatch(/^standpoint/)
  })

  it("gets one request at a time", async () => {
    let open = 0
    let most = 0
    const host = await serve((_, response) => {
      open++
      most = Math.max(most, open)
      response.writeHead(200)
      response.end(thread, () => {
        open--
      })
    })
    const archive = createPublicInbox({ archives: [`http://${host}/list`] })
    closers.push(async () => archive.close())

    await Promise.all(
      [1, 2, 3].map(async (number) => archive.source.read({ kind: "message-id", id: `cache-${number}@example.org` })),
    )

    expect(most).toBe(1)
  })

  it("tells a thread that was removed for good", async () => {
    const host = await serve((_, response) => void response.writeHead(410).end())

    expect(await ask(host)).toMatchObject({ code: "source-gone" })
  })
})
