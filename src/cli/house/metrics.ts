import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client"
import type { Store } from "../../store/store.ts"
import { SYSTEM_CLOCK } from "./system-clock.ts"
import type { WatchMeters } from "../../watch/meters.ts"

export interface Metrics {
  readonly meters: WatchMeters
  /** In Prometheus' text format. */
  readonly read: () => Promise<{ readonly contentType: string; readonly text: string }>
}

// From "at once" to the longest delay that is set by default.
const LAG_BUCKETS_SECONDS = [0.1, 0.5, 1, 2, 5, 15, 60, 300, 1800]

/** The program's figures. What waits in the store is counted when somebody asks. */
export function createMetrics(store: Store): Metrics {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const registers = [register]
  const mails = new Counter({ name: "standpoint_mails_read_total", help: "Messages that sources brought", registers })
  const told = new Counter({
    name: "standpoint_changes_told_total",
    help: "Changes that were told, once for every place",
    labelNames: ["platform"] as const,
    registers,
  })
  const lag = new Histogram({
    name: "standpoint_delivery_lag_seconds",
    help: "From due to said",
    labelNames: ["platform"] as const,
    buckets: LAG_BUCKETS_SECONDS,
    registers,
  })
  const failures = new Counter({
    name: "standpoint_platform_failures_total",
    help: "What a platform refused or did not answer",
    labelNames: ["platform", "code"] as const,
    registers,
  })
  const sourceFailures = new Counter({
    name: "standpoint_source_failures_total",
    help: "Looks at a source that failed",
    labelNames: ["code"] as const,
    registers,
  })
  addStoreGauges(store, registers)
  return {
    meters: {
      mailsRead: (count) => mails.inc(count),
      changesTold: (count, platform) => told.inc({ platform }, count),
      lag: (seconds, platform) => lag.observe({ platform }, seconds),
      failed: (platform, code) => failures.inc({ platform, code }),
      sourceFailed: (code) => sourceFailures.inc({ code }),
    },
    read: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  }
}

function addStoreGauges(store: Store, registers: Registry[]): void {
  addGauge(registers, "standpoint_outbox_pending", "What is to be said and was not said yet", async () => {
    const { pending } = await store.outbox.backlog()
    return pending
  })
  addGauge(registers, "standpoint_outbox_oldest_seconds", "For how long the oldest of it has been due", async () => {
    const { oldestDueAt } = await store.outbox.backlog()
    const since = oldestDueAt === undefined ? undefined : Date.parse(oldestDueAt)
    return since === undefined ? 0 : Math.max(0, (SYSTEM_CLOCK.now().getTime() - since) / 1_000)
  })
  addGauge(registers, "standpoint_threads_followed", "Threads of which a summary is kept", () => store.threads.count())
  addGauge(registers, "standpoint_sources_followed", "Sources that are looked at now and then", () =>
    store.sources.count(),
  )
}

function addGauge(registers: Registry[], name: string, help: string, count: () => Promise<number>): void {
  const gauge: Gauge = new Gauge({ name, help, registers, collect: async () => gauge.set(await count()) })
}
