import { describe, expect, it } from "vitest"
import { nextLookAt } from "../../../../src/watch/looking/next-look.ts"

const now = new Date("2026-11-24T12:00:00Z")
const sources = Array.from({ length: 200 }, (_, index) => `nntp:org.example.list-${index}`)

describe("nextLookAt", () => {
  it("comes after half a period at the earliest and one and a half at the latest", () => {
    const waits = sources.map((source) => nextLookAt(source, now, 60_000).getTime() - now.getTime())

    expect(Math.min(...waits)).toBeGreaterThanOrEqual(30_000)
    expect(Math.max(...waits)).toBeLessThan(90_000)
  })

  it("keeps a source's moment from look to look, a period apart", () => {
    const first = nextLookAt("nntp:org.example.list", now, 60_000)

    expect(nextLookAt("nntp:org.example.list", first, 60_000).getTime() - first.getTime()).toBe(60_000)
  })

  it("spreads sources that were due together over the period", () => {
    const seconds = new Set(sources.map((source) => Math.floor(nextLookAt(source, now, 60_000).getTime() / 1_000)))

    expect(seconds.size).toBeGreaterThan(45)
  })
})
