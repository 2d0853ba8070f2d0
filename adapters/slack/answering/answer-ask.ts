import { AppError } from "../../../src/index.ts"
import type { Ask, Logger, Reply } from "../../../src/index.ts"
import type { Asked } from "../events.ts"
import type { Workspaces } from "../place/workspaces.ts"
import type { Drawn } from "../blocks.ts"
import { deliver, plainNote, tellAlone, toNote } from "./deliver.ts"
import type { Route } from "./deliver.ts"
import { nameThread, showStatus } from "./messages-tab.ts"
import { toAsker } from "./to-asker.ts"

/** What every answer needs. */
export interface Answering {
  readonly workspaces: Workspaces
  readonly answer: (ask: Ask) => Promise<Reply>
  readonly logger: Logger
  /** After this long somebody who waits is told that we are at it. */
  readonly patienceMs: number
  /** Why reading takes long just now, where Slack slows it down. */
  readonly slowness: () => string | undefined
}

export interface Heard {
  readonly asked: Asked
  readonly team: string | undefined
  readonly respond?: ((drawn: Drawn) => Promise<unknown>) | undefined
}

/** From what somebody said to an answer that reached them, or to a sentence that says why there is none. */
export async function answerAsk(heard: Heard, parts: Answering): Promise<void> {
  const route = await toRoute(heard, parts)
  const isInTab = heard.asked.isDirect && heard.asked.thread !== undefined
  if (isInTab) await showStatus({ ...heard, status: "is reading …" }, parts)
  const timer = setTimeout(() => void sayWait(heard, route, parts), parts.patienceMs)
  try {
    const reply = await answerTo(heard, parts)
    clearTimeout(timer)
    const isShown = await deliver(reply, route)
    if (isInTab && isShown && reply.content.kind === "card")
      await nameThread({ ...heard, title: reply.content.outline.title }, parts)
  } catch (error) {
    clearTimeout(timer)
    await tellFailure(error, route, parts)
  }
}

/** The answer alone, for views that show it themselves. */
export async function answerTo({ asked, team }: Heard, { workspaces, answer }: Answering): Promise<Reply> {
  const { directory } = await workspaces.of(team)
  const asker = await toAsker(directory, asked, team)
  // Each question in the Messages tab is a thread of its own; what is told of a watch stands beside them.
  const thread = asked.isDirect ? undefined : asked.thread
  const place = { platform: "slack", team, channel: asked.channel, thread } as const
  return answer({ words: asked.words, asker, place, here: asked.here })
}

export async function toRoute({ asked, team, respond }: Heard, { workspaces }: Answering): Promise<Route> {
  if (asked.channel !== "") workspaces.learn(asked.channel, team)
  return { asked, workspace: await workspaces.of(team), workspaces, respond }
}

/** A failure that we foresaw in its own words; anything else is our fault, and is in the log. */
export async function tellFailure(error: unknown, route: Route, { logger }: Answering): Promise<void> {
  if (error instanceof AppError) logger.warn("An ask on Slack could not be answered", { code: error.code })
  else logger.error("An ask on Slack ended in a bug", { kind: error instanceof Error ? error.name : "unknown" })
  const note = error instanceof AppError ? toNote(error) : plainNote("That did not work, and it is our fault.")
  try {
    await tellAlone(note, route)
  } catch (cause) {
    const code = cause instanceof AppError ? cause.code : "unknown"
    logger.warn("Nobody on Slack could be told of a failure", { code })
  }
}

async function sayWait(heard: Heard, route: Route, parts: Answering): Promise<void> {
  const { slowness, logger } = parts
  const why = slowness()
  // In the Messages tab the status says so already.
  if (heard.asked.isDirect && heard.asked.thread !== undefined)
    return why === undefined ? undefined : showStatus({ ...heard, status: `is reading … ${why}` }, parts)
  const note = plainNote(why === undefined ? "Reading the thread …" : `Reading the thread … ${why}`)
  await tellAlone(note, route).catch(() => logger.debug("Somebody who waits could not be told"))
}
