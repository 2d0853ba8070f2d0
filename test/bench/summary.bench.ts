/**
 * What a summary costs, in processor time: `npm run bench`.
 *
 * Figures of two machines are compared by their share of the yardstick, which is how many of the same bodies
 * a machine folds in a second. What must hold anywhere are the ratios: a mail into a thread of 5,000 costs
 * no more than twice what it costs in 500, and twice as much of anything costs no more than twice as much.
 *
 * No sentence of the made-up mails comes twice, and where ../shared/data/threads is there, real mail is read
 * too: the engine knows its latest texts again, and repeated wording would flatter the figures.
 */
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { createFileSource } from "../../adapters/mail/index.ts"
import { buildThreads, createAnalysis, summarise } from "../../src/index.ts"
import type { Message } from "../../src/index.ts"
import { aLongThread } from "../support/threads/a-long-thread.ts"
import { hostileThreads } from "../support/threads/hostile-threads.ts"
import { report } from "./report.ts"

const WANTED = { perSecond: 3_000, msOf50: 30, msOf500: 200, msOfOneMore: 15, growth: 2 }
// Twice the input, and what the collector of garbage adds now and then.
const LINEAR = 2.8
const ROUNDS = 5

const REAL_THREADS = "../shared/data/threads"

async function main(): Promise<void> {
  reportThroughput(aLongThread(3_000))
  await reportRealMail()
  const small = addCost(500)
  const large = addCost(5_000)
  report("ms for one mail into 500", small)
  report("ms for one mail into 5,000", large, large <= WANTED.msOfOneMore)
  report("ratio of the two", large / small, large / small <= WANTED.growth)
  for (const { name, size, make } of hostileThreads()) {
    const half = best(3, summarising(make(size / 2)))
    const whole = best(3, summarising(make(size)))
    report(`ms for ${name}`, whole * 1000)
    report("  ratio to half as many", whole / half, whole / half <= LINEAR)
  }
}

function reportThroughput(thread: readonly Message[]): void {
  const yardstick = thread.length / best(ROUNDS, () => thread.map(({ body }) => body.replaceAll(/\s+/g, " ").length))
  report("yardstick: bodies folded a second", yardstick)
  // Compiled while it runs; whoever reads thousands of mails is past that.
  best(ROUNDS, summarising(thread))
  const perSecond = thread.length / best(ROUNDS, summarising(thread))
  report("mails a second and core, decoded mail in, summary out", perSecond, perSecond >= WANTED.perSecond)
  report("  as a share of the yardstick, in thousandths", (perSecond / yardstick) * 1000)
  const [of50, of500] = [50, 500].map((length) => best(ROUNDS, summarising(thread.slice(0, length))) * 1000)
  report("ms for a thread of 50, warm", of50 ?? 0, (of50 ?? 0) <= WANTED.msOf50)
  report("ms for a thread of 500, warm", of500 ?? 0, (of500 ?? 0) <= WANTED.msOf500)
}

/** Real mail: warmed up on one half of the threads, measured on the other, whose texts were not met before. */
async function reportRealMail(): Promise<void> {
  if (!existsSync(REAL_THREADS)) {
    console.log(`${" ".repeat(18)}real mail is left out: there is no ${REAL_THREADS}`)
    return
  }
  const source = createFileSource()
  const halves: [(readonly Message[])[], (readonly Message[])[]] = [[], []]
  for (const [at, name] of readdirSync(REAL_THREADS).toSorted().entries()) {
    const reading = await source.read({ kind: "path", path: join(REAL_THREADS, name) })
    if (reading !== undefined) halves[at % 2 === 0 ? 0 : 1].push(reading.messages)
  }
  best(ROUNDS, summarisingAll(halves[0]))
  const mails = halves[1].flat()
  // A round meets thousands of texts, the engine knows a few hundred again: none is left from the round before.
  const perSecond = mails.length / best(ROUNDS, summarisingAll(halves[1]))
  report("real mails a second and core, not met before", perSecond, perSecond >= WANTED.perSecond)
  report("  KB of body in each", mails.reduce((sum, { body }) => sum + body.length, 0) / mails.length / 1000)
}

function summarisingAll(threads: readonly (readonly Message[])[]): () => void {
  const runs = threads.map(summarising)
  return () => {
    for (const run of runs) run()
  }
}

/** Each run gets messages of its own: what the engine keeps with a message must not make the next run cheaper. */
function summarising(messages: readonly Message[]): () => void {
  return () => {
    const fresh = messages.map((message) => ({ ...message }))
    for (const thread of buildThreads({ source: "mail", messages: fresh, skipped: [], reasons: [] })) summarise(thread)
  }
}

/** Mean cost in milliseconds of the mails that come to a thread of some length; the best of some runs of them. */
function addCost(length: number): number {
  const messages = aLongThread(length + WARM_UP + ROUNDS * RUN)
  const analysis = createAnalysis({ source: "mail" }, messages.slice(0, length))
  for (const message of messages.slice(length, length + WARM_UP)) analysis.add(message)
  let from = length + WARM_UP
  const seconds = best(ROUNDS, () => {
    for (const message of messages.slice(from, from + RUN)) analysis.add(message)
    from += RUN
  })
  return (seconds / RUN) * 1000
}

const WARM_UP = 40
const RUN = 40

function best(rounds: number, run: () => unknown): number {
  return Math.min(...Array.from({ length: rounds }, () => cpuSeconds(run)))
}

function cpuSeconds(run: () => unknown): number {
  const before = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000_000
}

await main()
