import { z } from "zod"
import { AppError } from "../../../src/index.ts"
import type { Card, Note } from "../../../src/index.ts"
import { refOfThreadId } from "../ids.ts"
import { call } from "../place/directory.ts"
import { mayUserRead } from "../place/may-read.ts"
import type { View } from "../slack-client.ts"
import { HOME_PARTS, homeView } from "../views/home-view.ts"
import { readWatchView, watchView } from "../views/watch-view.ts"
import { noteView, waitingView, wholeView } from "../views/whole-view.ts"
import { readWrongView, wrongView } from "../views/wrong-view.ts"
import { answerAsk, answerTo, tellFailure, toRoute } from "./answer-ask.ts"
import type { Answering, Heard } from "./answer-ask.ts"
import { plainNote, toNote } from "./deliver.ts"

interface Tracking extends Answering {
  readonly track: (work: Promise<void>) => void
}

const Opened = z.object({ view: z.object({ id: z.string() }) })
const Direct = z.object({ channel: z.object({ id: z.string() }) })

/** "Show all": every line of the card, in a window of whoever pressed. `words` of what was heard name the thread. */
export async function openWhole(heard: Heard, trigger: string, parts: Answering): Promise<void> {
  await openOn(heard, trigger, parts, (card) => wholeView(card))
}

/** "This is wrong…": what of it, as a form. */
export async function openCorrection(heard: Heard, trigger: string, parts: Answering): Promise<void> {
  const { words: source, channel, thread } = heard.asked
  await openOn(heard, trigger, parts, (card) =>
    wrongView(card, { source, channel, ...(thread === undefined ? {} : { thread }) }),
  )
}

/** Slack opens a window within three seconds or never: it opens empty, and is filled when the thread is read. */
async function openOn(heard: Heard, trigger: string, parts: Answering, draw: (card: Card) => View): Promise<void> {
  const route = await toRoute(heard, parts)
  const client = route.workspace.clients.answering
  try {
    const opening = client.views.open({ trigger_id: trigger, view: waitingView() })
    const { view } = Opened.parse(await call(opening, "open a window"))
    const content = await cardFor(heard, parts)
    const filled = content.kind === "card" ? draw(content) : noteView(content)
    await call(client.views.update({ view_id: view.id, view: filled }), "fill a window")
  } catch (error) {
    await tellFailure(error, route, parts)
  }
}

function orNote(error: unknown): { readonly content: Note } {
  if (error instanceof AppError) return { content: toNote(error) }
  throw error
}

async function cardFor(heard: Heard, parts: Answering): Promise<Card | Note> {
  try {
    const asked = { ...heard.asked, words: `summarize ${heard.asked.words}` }
    const { content } = await answerTo({ ...heard, asked }, parts)
    const source = content.kind === "card" ? refOfThreadId(content.threadId) : undefined
    if (source === undefined) return content
    const { directory } = await parts.workspaces.ofChannel(source.channel)
    const isReader = await mayUserRead(directory, heard.asked.userId, source.channel)
    return isReader ? content : plainNote("That thread is in a channel that you cannot read.")
  } catch (error) {
    return orNote(error).content
  }
}

export async function openWatch(heard: Heard, trigger: string, parts: Answering): Promise<void> {
  const route = await toRoute(heard, parts)
  const { channel } = heard.asked
  try {
    const opening = route.workspace.clients.answering.views.open({
      trigger_id: trigger,
      view: watchView(channel === "" || channel.startsWith("D") ? undefined : channel),
    })
    await call(opening, "open a window")
  } catch (error) {
    await tellFailure(error, route, parts)
  }
}

/** What is wrong with the form, if anything; else its words are asked like any others. */
export function submitWatch(
  body: unknown,
  team: string | undefined,
  parts: Tracking,
): Record<string, string> | undefined {
  const form = readWatchView(body)
  if (form.kind === "errors") return form.errors
  const { words, userId, channel, isFromHome } = form
  const answered = answerAsk({ asked: { words, userId, channel, isDirect: false }, team }, parts)
  // The Home tab lists what is watched: it shows the new one as well.
  parts.track(isFromHome ? answered.then(() => publishHome({ userId, team }, parts)) : answered)
  return undefined
}

export function submitCorrection(
  body: unknown,
  team: string | undefined,
  parts: Tracking,
): Record<string, string> | undefined {
  const form = readWrongView(body)
  if (form.kind === "errors") return form.errors
  const { words, userId, where } = form
  const asked = {
    words,
    userId,
    channel: where.channel,
    thread: where.thread,
    isDirect: /^(?:$|D)/.test(where.channel),
  }
  parts.track(answerAsk({ asked, team }, parts))
  return undefined
}

/** The Home tab: what waits for this person, what they watch, and how they are told. */
export async function publishHome(
  { userId, team }: { readonly userId: string; readonly team: string | undefined },
  parts: Answering,
): Promise<void> {
  const { clients } = await parts.workspaces.of(team)
  const opened = await call(clients.answering.conversations.open({ users: userId }), "open the Home tab")
  const channel = Direct.parse(opened).channel.id
  const shown = []
  for (const { title, words } of HOME_PARTS) {
    const asked = { words, userId, channel, isDirect: true }
    // A part that cannot be shown says why, and takes the others not with it.
    const { content } = await answerTo({ asked, team }, parts).catch(orNote)
    shown.push({ title, words, content })
  }
  await call(clients.answering.views.publish({ user_id: userId, view: homeView(shown) }), "show the Home tab")
}
