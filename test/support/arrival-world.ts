import { createReader } from "../../src/cli/house/bot-parts.ts"
import { SYSTEM_CLOCK } from "../../src/cli/house/system-clock.ts"
import type { Feed, ThreadSource } from "../../src/index.ts"
import { createBot, createMemoryStore, createWatcher, DEFAULT_WATCH_SETTINGS, NO_METERS } from "../../src/index.ts"
import type { Bell } from "../../src/watch/bell.ts"
import { createFakePlatform, wordsOf } from "./fake-platform.ts"
import { SILENT } from "./watch-world.ts"

/** A house whose watches run by the machine's own clock, over a real source. */
export interface ArrivalWorld {
  /** As an administrator, in channel C1 of Slack or in the terminal. */
  say(words: string, from?: "slack" | "terminal"): Promise<string>
  /** Words of every post that stands. */
  posted(): string
  /** Whether the first look at everything that is watched is over. */
  isSettled(): Promise<boolean>
  stop(): Promise<void>
}

export interface ArrivalParts {
  readonly sources: readonly ThreadSource[]
  readonly feeds: readonly Feed[]
  readonly bell: Bell
  /** How often a source is asked that says nothing by itself. */
  readonly pollMs: number
}

export async function startArrivals({ sources, feeds, bell, pollMs }: ArrivalParts): Promise<ArrivalWorld> {
  let ids = 0
  const newId = (): string => `id${(ids += 1)}`
  const store = createMemoryStore()
  const slack = createFakePlatform("slack")
  const world = { store, sources, feeds, platforms: [slack], newId }
  const watcher = createWatcher({
    ...world,
    clock: SYSTEM_CLOCK,
    owner: "replica-1",
    logger: SILENT,
    meters: NO_METERS,
    settings: { ...DEFAULT_WATCH_SETTINGS, quietMs: 0, latestMs: 0, pollMs, paceMs: 0 },
  })
  bell.answer((source) => void watcher.noticeNews(source))
  const bot = createBot({
    readThread: createReader(sources),
    clock: () => SYSTEM_CLOCK.now(),
    logger: SILENT,
    desk: { ...world, wake: () => watcher.wake() },
  })
  await watcher.start()
  return {
    say: async (words, from = "slack") => {
      const may = { manageChannel: true, administer: true }
      const place =
        from === "slack"
          ? ({ platform: "slack", team: "T1", channel: "C1" } as const)
          : ({ platform: "terminal", channel: "terminal" } as const)
      const reply = await bot({ words, place, asker: { ...place, userId: "UADA", name: "ada", may } })
      return wordsOf(reply.content)
    },
    posted: () =>
      slack
        .said()
        .map((post) => wordsOf(post.versions.at(-1)))
        .join("\n"),
    isSettled: async () => {
      const watched = await store.watches.all()
      const followed = await Promise.all(watched.map(async ({ source }) => store.sources.find(source)))
      return followed.length > 0 && followed.every((source) => source?.cursor !== undefined)
    },
    stop: async () => watcher.stop(),
  }
}
