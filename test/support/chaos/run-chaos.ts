import type { Store } from "../../../src/index.ts"
import { TOPICS } from "../../../src/index.ts"
import { createRandom } from "../random.ts"
import { DONE, faultFor, killedFate } from "./fates.ts"
import type { Fate } from "./fates.ts"
import { judge, toldIn } from "./judge.ts"
import type { Verdict } from "./judge.ts"
import { createReplicas } from "./replicas.ts"
import type { Replicas } from "./replicas.ts"
import type { WireAsk } from "./wire.ts"
import { startChaosWorld } from "./world.ts"
import type { ChaosThread, ChaosWorld } from "./world.ts"

export interface ChaosPlan {
  readonly store: string
  readonly open: () => Promise<Store>
  readonly replicas: number
  readonly kills: number
  readonly mails: number
  readonly watches: number
  readonly seed: number
  /** Of a thousand requests, how many go wrong, one way or another. */
  readonly faults: number
  /** Called once, half way: the database goes down and comes back. */
  readonly disturb?: () => void
}

export interface ChaosResult extends Verdict {
  readonly kills: number
  /** How many requests of each kind went wrong. */
  readonly faults: Readonly<Record<string, number>>
}

// So many requests without a post: what was to be said has been said.
const CALM_REQUESTS = 300
// A mail comes in every so many requests, and a kill, while mails last.
const REQUESTS_A_MAIL = 4
// So many requests without anything new being told, and nothing more will be: a run is bounded by what it gets done,
// never by a clock, for a busy machine is slow and not broken.
const MAX_FRUITLESS_REQUESTS = 20_000
const LIST = "list:chaos"

interface ChaosState {
  requests: number
  mails: number
  kills: number
  calm: number
  posts: number
  fruitless: number
  nextKill: number
  isFlowing: boolean
  isDisturbed: boolean
}

/** Lets mail flow through watches into two platforms while replicas are killed in the midst of their requests. */
export async function runChaos(plan: ChaosPlan): Promise<ChaosResult> {
  const random = createRandom(plan.seed)
  const threads = Array.from({ length: plan.watches }, (_, index) => toThread(index))
  const spread = Math.max(1, Math.floor((plan.mails * REQUESTS_A_MAIL) / plan.kills))
  const state: ChaosState = {
    requests: 0,
    mails: 0,
    kills: 0,
    calm: 0,
    posts: 0,
    fruitless: 0,
    nextKill: spread,
    isFlowing: false,
    isDisturbed: false,
  }
  const faults: Record<string, number> = {}
  const started = Promise.withResolvers<void>()
  const calm = Promise.withResolvers<void>()
  // Whichever of the two nobody waits for just then.
  for (const { promise } of [started, calm]) promise.catch(() => {})
  const fail = (why: string): void => {
    const error = new Error(`${why}: ${JSON.stringify({ ...state, ...judge(world, toShape(plan)) })}`)
    started.reject(error)
    calm.reject(error)
  }
  const decide = (ask: WireAsk): Fate => {
    replicas.noteLife()
    noteProgress(state, world, ask)
    if (state.fruitless > MAX_FRUITLESS_REQUESTS) fail("Nothing new is told any more")
    if (!state.isFlowing) {
      if (world.posts.length >= plan.watches) started.resolve()
      return DONE
    }
    state.requests += 1
    addMail(plan, { state, world, threads })
    if (isKill(plan, state, { ask, random })) {
      state.nextKill = state.requests + Math.floor(random() * spread) + 1
      if (replicas.kill(random)) state.kills += 1
      return killedFate(random)
    }
    const isDone = state.mails >= plan.mails && state.kills >= plan.kills
    if (isDone && state.calm > CALM_REQUESTS && isAllTold(plan, world)) calm.resolve()
    if (random() * 1_000 >= plan.faults) return DONE
    faults[ask.kind] = (faults[ask.kind] ?? 0) + 1
    return faultFor(ask, random)
  }
  const world: ChaosWorld = await startChaosWorld(threads, decide)
  await setUpWatches(plan, threads)
  const replicas: Replicas = createReplicas({
    url: world.url,
    store: plan.store,
    onStillborn: () => {
      fail("Replicas end by themselves")
    },
  })
  replicas.start(plan.replicas)
  try {
    await started.promise
    state.isFlowing = true
    await calm.promise
  } finally {
    await replicas.stop()
    await world.close()
  }
  return { kills: state.kills, faults, ...judge(world, toShape(plan)) }
}

function toThread(index: number): ChaosThread {
  return { id: `t${index}@example.org`, subject: `[PATCH] area-${index}. take it once`, isOnList: index % 4 >= 2 }
}

function toShape({ mails, watches }: ChaosPlan): { readonly mails: number; readonly channels: number } {
  return { mails, channels: watches }
}

function noteProgress(state: ChaosState, world: ChaosWorld, ask: WireAsk): void {
  state.calm = ask.kind === "post" ? 0 : state.calm + 1
  state.fruitless = world.posts.length > state.posts ? 0 : state.fruitless + 1
  state.posts = world.posts.length
}

function addMail(
  plan: ChaosPlan,
  {
    state,
    world,
    threads,
  }: { readonly state: ChaosState; readonly world: ChaosWorld; readonly threads: readonly ChaosThread[] },
): void {
  const thread = threads[state.mails % threads.length]
  if (thread !== undefined && state.mails < plan.mails && state.requests % REQUESTS_A_MAIL === 0) {
    world.addAck(thread, state.mails)
    state.mails += 1
  }
  if (!state.isDisturbed && state.mails > plan.mails / 2) {
    state.isDisturbed = true
    plan.disturb?.()
  }
}

// Rather in the midst of saying something than of reading.
function isKill(
  plan: ChaosPlan,
  { kills, requests, nextKill }: ChaosState,
  { ask, random }: { readonly ask: WireAsk; readonly random: () => number },
): boolean {
  if (kills >= plan.kills || requests < nextKill) return false
  return (ask.kind !== "thread" && ask.kind !== "feed") || random() < 0.3
}

async function setUpWatches(plan: ChaosPlan, threads: readonly ChaosThread[]): Promise<void> {
  const store = await plan.open()
  const dueAt = new Date().toISOString()
  for (const [index, thread] of threads.entries()) {
    const source = thread.isOnList ? LIST : `<${thread.id}>`
    const scope = thread.isOnList ? "feed" : "thread"
    await store.watches.add({
      id: `w${index}`,
      place: { platform: index % 2 === 0 ? "slack" : "discord", channel: `C${index}` },
      source,
      scope,
      topics: TOPICS,
      filter: { from: [], subject: thread.isOnList ? [`area-${index}.`] : [], without: [] },
      createdBy: "x",
      createdAt: dueAt,
    })
    await store.sources.follow({ source, scope, dueAt, isFailureTold: false })
  }
  await store.close()
}

function isAllTold({ watches, mails }: ChaosPlan, world: ChaosWorld): boolean {
  const told = Array.from({ length: watches }, (_, index) => new Set(toldIn(world, `C${index}`)).size)
  return told.reduce((sum, count) => sum + count, 0) >= mails
}
