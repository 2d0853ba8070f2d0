import type { Activity } from "../platform/platform.ts"
import { createPace } from "./looking/pace.ts"
import { deliver } from "./delivering/deliver.ts"
import type { DeliverParts } from "./delivering/deliver.ts"
import { takeDigests } from "./delivering/digest.ts"
import { createHolding } from "./holding.ts"
import { lookAt } from "./looking/look.ts"
import { noticeActivity } from "./notice.ts"
import { takeStep } from "./telling/take-step.ts"
import type { FollowedSource } from "../store/followed-source.ts"
import type { WatcherParts } from "./watcher-parts.ts"

/** Follows threads and tells of what changes in them. Any number of watchers share one store. */
export interface Watcher {
  /** Begins to work in the background. */
  start(): Promise<void>
  /** Finishes what is in flight; the rest stays in the store. */
  stop(): Promise<void>
  /** Something happened in a chat thread. */
  notice(activity: Activity): Promise<void>
  /** Something came to a followed source, as that itself says: it is looked at now. */
  noticeNews(source: string): Promise<void>
  /** Does everything that is due, once; gives whether there was anything. */
  runDue(): Promise<boolean>
  /** Work was put into the store by this process: look at once. */
  wake(): void
}

// At most so many sources, threads and posts at a time: enough to hide the network, few enough for two cores.
const BATCH = 8
// Without word from anybody the store is asked again after this: what another process put in is found at the latest then.
const IDLE_MS = 1_000
const PRUNE_MS = 3_600_000

export function createWatcher(parts: WatcherParts): Watcher {
  const delivering: DeliverParts = { ...parts, pace: createPace(parts.settings.paceMs) }
  const { sources, threads, outbox } = parts.store
  const holding = createHolding(parts)
  // What came while a look was under way may not have been seen by it, and the look's end would put the next one off.
  const rung = new Set<string>()
  const lookAndAgain = async (followed: FollowedSource): Promise<void> => {
    rung.delete(followed.source)
    await lookAt(followed, parts)
    if (rung.has(followed.source)) await parts.store.sources.makeDue(followed.source, parts.clock.now())
  }
  const jobs: readonly Job[] = [
    {
      run: () =>
        runBatch(sources.claimDue(claimOf(parts)), (followed) =>
          holding.during("sources", followed.source, () => lookAndAgain(followed)),
        ),
      nextDue: () => sources.nextDue(),
    },
    {
      run: () =>
        runBatch(threads.claimDue(claimOf(parts)), (thread) =>
          holding.during("threads", thread.id, () => takeStep(thread, parts)),
        ),
      nextDue: () => threads.nextDue(),
    },
    { run: async () => (await takeDigests(parts)) > 0 },
    {
      run: () =>
        runBatch(outbox.claimDue(claimOf(parts)), (entry) =>
          holding.during("outbox", entry.id, () => deliver(entry, delivering)),
        ),
      nextDue: () => outbox.nextDue(),
    },
    { run: createPruning(parts) },
    { run: () => holding.renew() },
  ]
  const loops = createLoops(jobs, parts)
  return {
    ...loops,
    notice: async (activity) => {
      if (await noticeActivity(activity, parts)) loops.wake()
    },
    noticeNews: async (source) => {
      rung.add(source)
      if (await parts.store.sources.makeDue(source, parts.clock.now())) loops.wake()
      else rung.delete(source)
    },
    runDue: async () => {
      let wasBusy = false
      for (const job of jobs) while (await job.run()) wasBusy = true
      return wasBusy
    },
  }
}

interface Job {
  /** Does some work; gives whether there may be more. */
  readonly run: () => Promise<boolean>
  /** When there will be work again, as far as the store knows. */
  readonly nextDue?: () => Promise<string | undefined>
}

function claimOf({
  clock,
  owner,
  settings,
}: WatcherParts): Parameters<WatcherParts["store"]["sources"]["claimDue"]>[0] {
  return { now: clock.now(), owner, leaseMs: settings.leaseMs, limit: BATCH }
}

async function runBatch<T>(claiming: Promise<readonly T[]>, work: (row: T) => Promise<void>): Promise<boolean> {
  const claimed = await claiming
  await Promise.all(claimed.map(work))
  return claimed.length > 0
}

function createPruning({ store, clock, settings }: WatcherParts): Job["run"] {
  let lastAt = clock.now().getTime()
  return async () => {
    const now = clock.now().getTime()
    if (now - lastAt < PRUNE_MS) return false
    lastAt = now
    await store.outbox.prune(new Date(now - settings.keepMs))
    await store.sources.unfollowUnwatched()
    return false
  }
}

// What is due and was not claimed is held by another replica, or stands behind something in its lane.
async function idleMs({ nextDue }: Job, { clock }: WatcherParts): Promise<number> {
  const dueAt = await nextDue?.().catch(() => undefined)
  const ms = Date.parse(dueAt ?? "") - clock.now().getTime()
  return ms > 0 && ms < IDLE_MS ? ms : IDLE_MS
}

function createLoops(jobs: readonly Job[], parts: WatcherParts): Pick<Watcher, "start" | "stop" | "wake"> {
  const stopping = new AbortController()
  let waking = new AbortController()
  let running: readonly Promise<void>[] = []
  let stopListening = async (): Promise<void> => {}
  const wake = (): void => {
    const woken = waking
    waking = new AbortController()
    woken.abort("wake")
  }
  const runLoop = async (job: Job): Promise<void> => {
    while (!stopping.signal.aborted) {
      // Taken before the work begins: a wake that comes meanwhile is not slept over.
      const { signal } = waking
      const isBusy = await job.run().catch((error: unknown) => {
        // The store does not answer: it is asked again, and health says so meanwhile.
        parts.logger.error("The watch could not work", { kind: error instanceof Error ? error.name : "unknown" })
        return false
      })
      if (isBusy) wake()
      else if (!stopping.signal.aborted) await parts.clock.wait(await idleMs(job, parts), signal)
    }
  }
  return {
    wake,
    start: async () => {
      stopListening = await parts.store.listen(wake)
      running = jobs.map(runLoop)
    },
    stop: async () => {
      stopping.abort("stop")
      wake()
      await stopListening()
      await Promise.all(running)
    },
  }
}
