import type {
  Ask,
  Asker,
  Bot,
  Identity,
  Logger,
  Place,
  Reply,
  SourceRef,
  Store,
  Watcher,
  WatchSettings,
} from "../../src/index.ts"
import {
  createBot,
  createMemoryStore,
  createThreadReader,
  createWatcher,
  DEFAULT_WATCH_SETTINGS,
  NO_METERS,
} from "../../src/index.ts"
import { parseSource } from "../../src/platform/sources/source-grammar.ts"
import { createFakeList } from "./mail/fake-list.ts"
import type { FakeList } from "./mail/fake-list.ts"
import { createFakePlatform, wordsOf } from "./fake-platform.ts"
import type { FakePlatform } from "./fake-platform.ts"
import { aMessage } from "./threads/a-message.ts"

export const SILENT: Logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A whole house with a list, a Slack and a clock that stands still until it is moved. */
export interface WatchWorld {
  readonly store: Store
  readonly list: FakeList
  readonly slack: FakePlatform
  readonly watcher: Watcher
  readonly bot: Bot
  /** Says something in a channel, as Ada who manages it; gives the words of the answer. */
  say(words: string, parts?: Partial<Said>): Promise<string>
  ask(words: string, parts?: Partial<Said>): Promise<Reply>
  /** Lets so much time go by, a minute at a time, and does what falls due. */
  pass(minutes: number): Promise<void>
  now(): Date
  /** Words of every post that stands, in order. */
  posted(): readonly string[]
}

export interface Said {
  readonly channel: string
  readonly here: SourceRef
  readonly asker: Partial<Asker>
}

export function createWatchWorld(
  parts: {
    readonly store?: Store
    readonly settings?: Partial<WatchSettings>
    readonly start?: string
    readonly isPrivate?: boolean
  } = {},
): WatchWorld {
  let now = new Date(parts.start ?? "2026-11-24T12:00:00Z")
  let ids = 0
  const newId = (): string => `id${(ids += 1)}`
  const store = parts.store ?? createMemoryStore()
  const list = createFakeList("lock", { isPrivate: parts.isPrivate ?? false })
  const slack = createFakePlatform("slack")
  const world = { store, sources: [list.source], feeds: [list.feed], platforms: [slack], newId }
  const watcher = createWatcher({
    ...world,
    clock: { now: () => now, wait: async () => {} },
    owner: "replica-1",
    logger: SILENT,
    meters: NO_METERS,
    settings: { ...DEFAULT_WATCH_SETTINGS, ...parts.settings },
  })
  const bot = createBot({
    readThread: createThreadReader({
      sources: [list.source],
      parseSource: (text) => parseSource(text, { origin: "chat", sources: [list.source] }),
    }),
    clock: () => now,
    logger: SILENT,
    desk: { ...world, wake: () => {} },
  })
  const ask = (words: string, { channel = "C1", here, asker = {} }: Partial<Said> = {}): Promise<Reply> => {
    const place: Place = { platform: "slack", team: "T1", channel }
    const may = { manageChannel: true, administer: false }
    const request: Ask = {
      words,
      place,
      here,
      asker: { platform: "slack", team: "T1", userId: "UADA", name: "ada", may, ...asker },
    }
    return bot(request)
  }
  return {
    store,
    list,
    slack,
    watcher,
    bot,
    ask,
    say: async (words, said) => wordsOf((await ask(words, said)).content),
    pass: async (minutes) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await settle(watcher)
        now = new Date(now.getTime() + 60_000)
      }
      await settle(watcher)
    },
    now: () => now,
    posted: () => slack.said().map((post) => wordsOf(post.versions.at(-1))),
  }
}

async function settle(watcher: Watcher): Promise<void> {
  // Posts in one place are a second apart: what is left over comes with the next minute.
  while (await watcher.runDue());
}

export const BOB: Identity = { name: "Bob Tables", address: "bob@example.org" }

/** A reply to the thread's first message, by Bob where nobody else is named. */
export function addReply(world: WatchWorld, id: string, body: string, author: Identity = BOB): void {
  world.list.add(
    aMessage({
      id: `${id}@example.org`,
      author,
      body,
      subject: "Re: [PATCH] lock: take it once",
      inReplyTo: "root@example.org",
      references: ["root@example.org"],
      sentAt: world.now().toISOString(),
    }),
  )
}

/** The thread's first message: a patch, with a question by Ada. */
export function addRoot(world: WatchWorld): void {
  world.list.add(aMessage({ id: "root@example.org", body: "Here is the patch.\n\nShould we keep the BUG_ON here?\n" }))
}

/** A world in which that thread is watched, its card posted. */
export async function aWatchedThread(): Promise<WatchWorld> {
  const world = createWatchWorld()
  addRoot(world)
  await world.say("watch <root@example.org>")
  await world.pass(1)
  return world
}
