import { buildThreads, createAnalysis, summarise } from "../../src/index.ts"
import type { Message } from "../../src/index.ts"
import { aLongThread } from "../support/a-long-thread.ts"

/**
 * What a summary costs, in processor time, so that a busy machine tells the same as a quiet one.
 *
 * Run with `npx tsx test/bench/summary.bench.ts`. The first line is a yardstick of this machine (how
 * often it folds the white space of the same bodies in a second): figures of two machines are compared by
 * their share of it.
 */
function main(): void {
  const thread = aLongThread(3_000)
  const yardstick =
    thread.length / cpuSeconds(() => thread.map((message) => message.body.replaceAll(/\s+/g, " ").length))
  print("yardstick: bodies folded a second", yardstick)
  for (let round = 0; round < 3; round++) summariseAll(thread)
  const perSecond = thread.length / best(5, () => summariseAll(thread))
  print("mails a second and core, decoded mail in, summary out", perSecond)
  print("  as a share of the yardstick, in thousandths", (perSecond / yardstick) * 1000)
  for (const length of [50, 500]) {
    const part = thread.slice(0, length)
    print(`thread of ${length}, warm, ms`, best(5, () => summariseAll(part)) * 1000)
  }
  const small = addCost(500)
  const large = addCost(5_000)
  print("one mail into 500, ms", small)
  print("one mail into 5,000, ms", large)
  print("ratio of the two", large / small)
}

function summariseAll(messages: readonly Message[]): void {
  for (const thread of buildThreads({ source: "mail", messages, skipped: [], reasons: [] })) summarise(thread)
}

/** Mean cost of the mails that come to a thread of some length. */
function addCost(length: number): number {
  const messages = aLongThread(length + 120)
  const analysis = createAnalysis({ source: "mail" }, messages.slice(0, length))
  for (const message of messages.slice(length, length + 20)) analysis.add(message)
  const added = messages.slice(length + 20)
  return (cpuSeconds(() => added.map((message) => analysis.add(message))) / added.length) * 1000
}

function best(rounds: number, run: () => void): number {
  return Math.min(...Array.from({ length: rounds }, () => cpuSeconds(run)))
}

function cpuSeconds(run: () => unknown): number {
  const before = process.threadCpuUsage()
  run()
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1_000_000
}

function print(what: string, figure: number): void {
  console.log(`${what}: ${figure >= 100 ? Math.round(figure) : figure.toFixed(2)}`)
}

main()
