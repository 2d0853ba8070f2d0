import { createServer } from "node:http"
import { describe, expect, it, onTestFinished } from "vitest"
import { createWeb } from "../../src/web/create-web.ts"
import type { PathHandler } from "../../src/web/listen.ts"
import { listen } from "../../src/web/listen.ts"

async function aServer(problems: () => readonly string[], handlers: readonly PathHandler[] = []): Promise<string> {
  const web = createWeb({
    findProblems: async () => problems(),
    readMetrics: async () => ({ contentType: "text/plain; version=0.0.4", text: "up 1\n" }),
  })
  const server = await listen(web, { host: "127.0.0.1", port: 0, handlers })
  onTestFinished(() => server.close())
  return server.url
}

describe("the web pages", () => {
  it("/healthz is 200 while everything stands, and 503 with the reason otherwise", async () => {
    let problems: readonly string[] = []
    const url = await aServer(() => problems)

    const well = await fetch(`${url}/healthz`)
    problems = ["slack: not connected"]
    const ill = await fetch(`${url}/healthz`)

    expect([well.status, await well.text()]).toEqual([200, "ok\n"])
    expect([ill.status, await ill.text()]).toEqual([503, "slack: not connected\n"])
  })

  it("/metrics gives the figures in the form that Prometheus asks for", async () => {
    const response = await fetch(`${await aServer(() => [])}/metrics`)

    expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4")
    expect(await response.text()).toBe("up 1\n")
  })

  it("hands a platform's paths to the platform, and knows no others", async () => {
    const url = await aServer(() => [], [{ prefix: "/slack/", handle: (_, response) => response.end("slack") }])

    expect(await (await fetch(`${url}/slack/events`, { method: "POST" })).text()).toBe("slack")
    expect((await fetch(`${url}/elsewhere`)).status).toBe(404)
  })

  it("says that the port is taken, and which setting changes it", async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, "127.0.0.1", done))
    onTestFinished(() => void other.close())
    const address = other.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    const web = createWeb({ findProblems: async () => [], readMetrics: async () => ({ contentType: "", text: "" }) })

    await expect(listen(web, { host: "127.0.0.1", port })).rejects.toMatchObject({
      code: "config-invalid",
      hint: expect.stringContaining("STANDPOINT_PORT"),
    })
  })
})
