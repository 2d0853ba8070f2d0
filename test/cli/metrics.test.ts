import { expect, it } from "vitest"
import { createMetrics } from "../../src/cli/house/metrics.ts"
import { createMemoryStore } from "../../src/index.ts"

it("the metrics count mails, changes and failures a platform, the lag, and what waits since when", async () => {
  const store = createMemoryStore()
  const { meters, read } = createMetrics(store)
  const place = { platform: "slack", channel: "C1" } as const
  const content = { kind: "note", note: { kind: "note", lines: [] } } as const
  const dueAt = new Date(0).toISOString()
  await store.outbox.add([{ id: "a", lane: "a", position: 1, place, content, dueAt }], new Date())

  meters.mailsRead(3)
  meters.changesTold(2, "discord")
  meters.lag(0.7, "slack")
  meters.failed("slack", "rate-limited")
  meters.sourceFailed("source-unreachable")

  const { text } = await read()
  expect(text).toContain("standpoint_mails_read_total 3")
  expect(text).toContain('standpoint_changes_told_total{platform="discord"} 2')
  expect(text).toContain('standpoint_delivery_lag_seconds_bucket{le="1",platform="slack"} 1')
  expect(text).toContain('standpoint_platform_failures_total{platform="slack",code="rate-limited"} 1')
  expect(text).toContain('standpoint_source_failures_total{code="source-unreachable"} 1')
  expect(text).toContain("standpoint_outbox_pending 1")
  expect(Number(/^standpoint_outbox_oldest_seconds (?<seconds>\S+)$/m.exec(text)?.groups?.["seconds"])).toBeGreaterThan(
    1e9,
  )
})
