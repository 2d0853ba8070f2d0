import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import type { Store } from "../../../src/index.ts"
import { TOPICS } from "../../../src/index.ts"
import { wordsOf } from "../fake-platform.ts"
import type { WireAsk } from "./wire.ts"
import { startChaosWorld } from "./world.ts"
import type { ChaosWorld, Fate } from "./world.ts"

export interface ChaosPlan {
  readonly store: string
  readonly open: () => Promise<Store>
  readonly replicas: number
  readonly kills: number
  readonly mails: number
  readonly watches: number
  readonly seed: number
  /** Of a thousand requests, how many are answered by 429, 500, or lost before or after they were done. */
  readonly faults: number
  /** Called once, half way: the database goes down and comes back. */
  readonly disturb?: () => void
}

export interface ChaosResult {
  readonly kills: number
  /** Acknowledgements that were expected, a place each, and how often each was told. */
  readonly expected: number
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly outOfOrder: readonly string[]
  readonly cardsTwice: readonly string[]
  readonly faults: number
}

// So many requests without a post: what was to be said has been said.
const CALM_REQUESTS = 300
// A mail comes in every so many requests, and a kill, while mails last.
const REQUESTS_A_MAIL = 4

/** Lets mail flow through watches into two platforms while replicas are killed in the midst of their requests. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosResult> {
  const random = createRandom(plan.seed)
  const threads = Array.from({ length: plan.watches }, (_, index) => `t${index}@example.org`)
  const state = { requests: 0, mails: 0, kills: 0, faults: 0, calm: 0, isFlowing: false, isDisturbed: false }
  const calm = Promise.withResolvers<void>()
  const children = new Set<ChildProcess>()
  const started = Promise.withResolvers<void>()
  let isOver = false
  const start = (): void => {
    if (isOver) return
    const script = fileURLToPath(new URL("replica.ts", import.meta.url))
    const child = spawn(process.execPath, [script, world.url, plan.store], { stdio: ["pipe", "ignore", "inherit"] })
    children.add(child)
    child.once("exit", () => {
      children.delete(child)
      start()
    })
  }
  const kill = (): void => {
    const victims = [...children]
    const victim = victims[Math.floor(random() * victims.length)]
    if (victim?.kill("SIGKILL") === true) state.kills += 1
  }
  const spread = Math.max(1, Math.floor((plan.mails * REQUESTS_A_MAIL) / plan.kills))
  let nextKill = spread
  const decide = (ask: WireAsk): Fate => {
    state.calm = ask.kind === "post" ? 0 : state.calm + 1
    if (!state.isFlowing) {
      if (world.posts.length >= plan.watches) started.resolve()
      return "done"
    }
    state.requests += 1
    if (state.mails < plan.mails && state.requests % REQUESTS_A_MAIL === 0) {
      world.addAck(threads[state.mails % threads.length] ?? "", state.mails)
      state.mails += 1
    }
    if (!state.isDisturbed && state.mails > plan.mails / 2) {
      state.isDisturbed = true
      plan.disturb?.()
    }
    const isKill = state.kills < plan.kills && state.requests >= nextKill && (ask.kind !== "thread" || random() < 0.3)
    if (isKill) {
      nextKill = state.requests + Math.floor(random() * spread) + 1
      kill()
      // In the midst of a request: half of them were done, and nobody heard of it.
      return random() < 0.5 ? "done-but-lost" : "lost"
    }
    const isDone = state.mails >= plan.mails && state.kills >= plan.kills
    if (isDone && state.calm > CALM_REQUESTS && isAllTold(plan, world)) calm.resolve()
    if (random() * 1_000 >= plan.faults || ask.kind === "thread") return "done"
    state.faults += 1
    return (["done-but-lost", "lost", "refused-429", "refused-500"] as const)[Math.floor(random() * 4)] ?? "done"
  }
  const world: ChaosWorld = await startChaosWorld(threads, decide)
  await setUpWatches(plan, threads)
  for (let index = 0; index < plan.replicas; index += 1) start()
  await started.promise
  state.isFlowing = true
  await calm.promise
  isOver = true
  const ends = [...children].map((child) => once(child, "exit"))
  for (const child of children) child.kill("SIGKILL")
  await Promise.all(ends)
  await world.close()
  return { kills: state.kills, faults: state.faults, ...judge(plan, world) }
}

async function setUpWatches(plan: ChaosPlan, threads: readonly string[]): Promise<void> {
  const store = await plan.open()
  const dueAt = new Date().toISOString()
  for (const [index, thread] of threads.entries()) {
    const platform = index % 2 === 0 ? "slack" : "discord"
    const source = `<${thread}>`
    const filter = { from: [], subject: [], without: [] }
    const place = { platform, channel: `C${index}` } as const
    await store.watches.add({
      id: `w${index}`,
      place,
      source,
      scope: "thread",
      topics: TOPICS,
      filter,
      createdBy: "x",
      createdAt: dueAt,
    })
    await store.sources.follow({ source, scope: "thread", dueAt, isFailureTold: false })
  }
  await store.close()
}

/** What each channel was told, in order: the numbers of the acknowledgements. */
function toldIn(world: ChaosWorld, channel: string): readonly number[] {
  return world.posts
    .filter((post) => post.channel === channel && post.content.kind === "note")
    .flatMap((post) => [...wordsOf(post.content).matchAll(/Person (?<number>\d+) gave Acked-by/g)])
    .map((match) => Number(match.groups?.["number"]))
}

function isAllTold(plan: ChaosPlan, world: ChaosWorld): boolean {
  const told = Array.from({ length: plan.watches }, (_, index) => new Set(toldIn(world, `C${index}`)).size)
  return told.reduce((sum, count) => sum + count, 0) >= plan.mails
}

function judge(plan: ChaosPlan, world: ChaosWorld): Omit<ChaosResult, "kills" | "faults"> {
  const lost: string[] = []
  const twice: string[] = []
  const outOfOrder: string[] = []
  const cardsTwice: string[] = []
  for (let index = 0; index < plan.watches; index += 1) {
    const channel = `C${index}`
    const told = toldIn(world, channel)
    const expected = Array.from({ length: plan.mails }, (_, number) => number).filter(
      (number) => number % plan.watches === index,
    )
    lost.push(...expected.filter((number) => !told.includes(number)).map((number) => `${channel}:${number}`))
    twice.push(...told.filter((number, at) => told.indexOf(number) !== at).map((number) => `${channel}:${number}`))
    if (told.some((number, at) => number < (told[at - 1] ?? -1))) outOfOrder.push(channel)
    if (world.posts.filter((post) => post.channel === channel && post.content.kind === "card").length !== 1)
      cardsTwice.push(channel)
  }
  return { expected: plan.mails, lost, twice, outOfOrder, cardsTwice }
}

// Numbers that look random and are the same for the same seed (mulberry32).
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
