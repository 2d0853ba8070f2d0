import { describe, expect, it } from "vitest"
import { standpoint, startServer } from "./support.ts"

describe("standpoint serve", () => {
  it("logs JSON lines on stderr and nothing on stdout, and says when it is ready", async () => {
    const { lines, stdout } = await startServer()

    expect(lines.filter(({ msg }) => msg === "ready")).toHaveLength(1)
    expect(lines.find(({ msg }) => msg === "ready")).toMatchObject({ level: "info", platforms: "" })
    expect(stdout()).toBe("")
  })

  it("answers /healthz and /metrics", async () => {
    const { url } = await startServer()

    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await (await fetch(`${url}/metrics`)).text()).toContain("process_cpu_seconds_total")
  })

  it.each(["SIGTERM", "SIGINT"] as const)("ends with exit code 0 on %s", async (signal) => {
    const { stop, lines } = await startServer()

    expect(await stop(signal)).toBe(0)
    expect(lines.at(-1)?.msg).toBe("stopping")
  })

  it("does not start with wrong settings: all of them are told, with exit code 2", async () => {
    const { code, stderr, stdout } = await standpoint(["serve"], {
      env: { STANDPOINT_PORT: "many", STANDPOINT_LOG: "loud" },
    })

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
    expect(stderr).toMatch(/STANDPOINT_PORT[^]*STANDPOINT_LOG/)
  })
})
