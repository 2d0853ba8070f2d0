// `node scale.ts [hours]`: 10,000 watches of 40 lists in 200 channels, and mail at the rate of 100,000 a day, on a real
// embedded store. Time is skipped only while everybody waits, so that what work costs is in the figures.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { openEmbeddedStore } from "../../../adapters/sql/index.ts"
import type { Place, Store, ThreadId } from "../../../src/index.ts"
import {
  buildThreads,
  createWatcher,
  DEFAULT_WATCH_SETTINGS,
  NO_METERS,
  placeKey,
  summarise,
  TOPICS,
} from "../../../src/index.ts"
import { SILENT } from "../watch-world.ts"
import { createBusyLists } from "./busy-lists.ts"
import { createSkippingClock } from "./skipping-clock.ts"
import { createStrictPlatform } from "./strict-platform.ts"

const LISTS = 40
const CHANNELS = 200
const WATCHES = 10_000
const MAILS_A_DAY = 100_000
const AREAS = 100
const TEAMS = 20
const HOUR_MS = 3_600_000
const START_MS = Date.UTC(2026, 10, 24)
// The watcher's loops: the clock may skip once all of them wait.
const LOOPS = 6
const IDLE_HOURS = 0.25

const hours = Number(process.argv[2] ?? 2)
const settings = DEFAULT_WATCH_SETTINGS
const clock = createSkippingClock(START_MS, LOOPS)
const nowMs = (): number => clock.nowMs()
const folder = mkdtempSync(join(tmpdir(), "standpoint-scale-"))
const sqlite = await openEmbeddedStore(folder)
const lists = createBusyLists({
  lists: LISTS,
  mails: Math.round((MAILS_A_DAY * hours) / 24),
  fromMs: START_MS + IDLE_HOURS * HOUR_MS,
  untilMs: START_MS + (IDLE_HOURS + hours) * HOUR_MS,
  areas: AREAS,
  seed: 20_261_124,
  now: nowMs,
})
const owed = new Map<string, number>()
const latencies: number[] = []
let steps = 0
const onCard = (threadId: ThreadId, place: Place): void => {
  const key = `${threadId} ${place.channel}`
  const since = owed.get(key)
  if (since === undefined) return
  owed.delete(key)
  latencies.push(clock.nowMs() - since)
}
const platforms = [
  createStrictPlatform("slack", { now: nowMs, onCard }),
  createStrictPlatform("discord", { now: nowMs, onCard }),
]
const store: Store = {
  ...sqlite,
  threads: {
    ...sqlite.threads,
    // From the moment at which the thread's quiet period is over each place that is told is owed its card.
    commit: async (commit) => {
      steps += 1
      const due = Date.parse(commit.thread.dueAt ?? commit.at)
      for (const { content, place } of commit.outbox)
        if (content.kind === "card")
          owed.set(`${commit.thread.id} ${place.channel}`, owed.get(`${commit.thread.id} ${place.channel}`) ?? due)
      return sqlite.threads.commit(commit)
    },
  },
}
await setUpWatches()
let ids = 0
const watcher = createWatcher({
  store,
  sources: [lists.source],
  feeds: [lists.feed],
  platforms,
  clock,
  newId: () => `id${(ids += 1)}`,
  owner: "scale",
  logger: SILENT,
  meters: NO_METERS,
  settings,
})
let peakRss = 0
const began = performance.now()
const cpuBefore = process.cpuUsage()
await watcher.start()
await untilSimulated(START_MS + IDLE_HOURS * HOUR_MS)
const idleCpuMs = cpuSince(cpuBefore)
const endMs = START_MS + (IDLE_HOURS + hours) * HOUR_MS
const backlogPeak = await untilSimulated(endMs)
let { pending } = await store.outbox.backlog()
while (lists.handedOut() < lists.mails || pending > 0 || clock.nowMs() < endMs + settings.latestMs) {
  await untilSimulated(clock.nowMs() + 60_000)
  pending = (await store.outbox.backlog()).pending
}
await watcher.stop()
const cpuMs = cpuSince(cpuBefore) - idleCpuMs
report()
await sqlite.close()
rmSync(folder, { recursive: true })
process.exit()

/** As an import does, in one transaction: ten thousand commands would take a minute of writing to disk. */
async function setUpWatches(): Promise<void> {
  const [header = ""] = await firstLine(sqlite.export())
  await sqlite.import(watchRows(header))
  const dueAt = clock.now().toISOString()
  for (let list = 0; list < LISTS; list += 1)
    await sqlite.sources.follow({ source: `list:${list}`, scope: "feed", dueAt, isFailureTold: false })
}

async function* watchRows(header: string): AsyncGenerator<string> {
  yield header
  for (let number = 0; number < WATCHES; number += 1) {
    const channel = number % CHANNELS
    const place: Place = {
      platform: channel % 2 === 0 ? "slack" : "discord",
      team: `T${channel % TEAMS}`,
      channel: `C${channel}`,
    }
    const filter = { from: [], subject: [`area-${String((number * 37) % AREAS).padStart(3, "0")}`], without: [] }
    const row = {
      id: `w${number}`,
      place_key: placeKey(place),
      place: JSON.stringify(place),
      source: `list:${Math.floor(number / CHANNELS) % LISTS}`,
      scope: "feed",
      topics: JSON.stringify(TOPICS),
      filter: JSON.stringify(filter),
      created_by: "x",
      created_at: clock.now().toISOString(),
      stopped: null,
      reader: null,
    }
    yield JSON.stringify({ table: "watches", row })
  }
}

async function firstLine(lines: AsyncGenerator<string>): Promise<readonly string[]> {
  for await (const line of lines) return [line]
  return []
}

/** Waits, in our own time, until the clock that skips is there; gives the largest backlog seen meanwhile. */
async function untilSimulated(ms: number): Promise<number> {
  let peak = 0
  while (clock.nowMs() < ms) {
    await sleep(200)
    peakRss = Math.max(peakRss, process.memoryUsage.rss())
    peak = Math.max(peak, (await store.outbox.backlog()).pending)
  }
  return peak
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

function report(): void {
  latencies.sort((left, right) => left - right)
  const at = (share: number): number => Math.round(latencies[Math.floor((latencies.length - 1) * share)] ?? 0)
  const [slack, discord] = platforms.map(({ counts }) => counts)
  const polls = (IDLE_HOURS * HOUR_MS) / settings.pollMs
  const isGood = at(0.99) < 2_000 && pending === 0 && owed.size === 0 && peakRss < 400e6
  if (!isGood) process.exitCode = 1
  const lines = [
    `scale: ${isGood ? "passed" : "FAILED"}: ${lists.mails} mails in ${hours} h (${MAILS_A_DAY} a day), ${lists.threads} threads, ${WATCHES} watches of ${LISTS} lists in ${CHANNELS} channels`,
    `  card after the quiet period: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms, of ${latencies.length}; never drawn: ${owed.size}`,
    `  backlog: at most ${backlogPeak}, in the end ${pending}; memory at most ${Math.round(peakRss / 1e6)} MB`,
    `  slack ${JSON.stringify(slack)}, discord ${JSON.stringify(discord)}`,
    `  ${steps} summaries; ${(cpuMs / lists.mails).toFixed(2)} ms of processor a mail, ${(summaryMs() / 1).toFixed(2)} ms of it a summary read apart; ${Math.round((performance.now() - began) / 1_000)} s in all`,
    `  idle: ${((idleCpuMs * 1_000) / (WATCHES * polls)).toFixed(2)} µs of processor a watch and poll, with ${LISTS} looks for all of them`,
  ]
  console.log(lines.join("\n"))
}

/** What reading and summarizing one thread costs by itself, as the mails of a day meet it. */
function summaryMs(): number {
  const whole = Array.from({ length: Math.min(300, lists.threads) }, (_, index) => lists.wholeThread(index))
  const start = performance.now()
  for (const messages of whole)
    for (const thread of buildThreads({ source: "mail", messages, skipped: [], reasons: [] })) summarise(thread)
  return (performance.now() - start) / whole.length
}
