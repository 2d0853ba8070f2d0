import type { Card, Note, Reply } from "../../../src/index.ts"
import { AppError } from "../../../src/index.ts"
import type { Asked } from "../events.ts"
import { refOfThreadId } from "../ids.ts"
import type { Drawn } from "../blocks.ts"
import { call } from "../place/directory.ts"
import { mayShow, mayUserRead } from "../place/may-read.ts"
import type { Workspace, Workspaces } from "../place/workspaces.ts"
import { draw, say } from "../posts.ts"
import { z } from "zod"

export interface Route {
  readonly asked: Asked
  readonly workspace: Workspace
  readonly workspaces: Workspaces
  /** Answers to the one who asked by the address that came with the payload: five times within half an hour. */
  readonly respond?: ((drawn: Drawn) => Promise<unknown>) | undefined
}

const Opened = z.object({ channel: z.object({ id: z.string() }) })

/**
 * Brings a reply to whoever asked, or to everybody in the place, once it is known that they may read it. False where
 * something else was said instead.
 */
export async function deliver(reply: Reply, route: Route): Promise<boolean> {
  const { asked, workspace } = route
  const alone = async (content: Card | Note): Promise<boolean> => {
    await tellAlone(content, route)
    return content === reply.content
  }
  if (!(await mayAskerRead(reply.content, route))) return alone(NOT_YOURS)
  if (reply.visibility === "private" || asked.isDirect) return alone(reply.content)
  if (!(await mayBeShared(reply.content, route))) return alone(NOT_SHARED)
  try {
    await say(workspace.clients.answering, { channel: asked.channel, thread: asked.thread }, reply.content)
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return alone(toNote(error))
  }
}

/** To the asker alone: in the thread where it was asked, by the payload's own address, or by direct message. */
export async function tellAlone(content: Card | Note, route: Route): Promise<void> {
  const ways = waysOf(route, content)
  let failure: unknown
  for (const way of ways) {
    try {
      return await way()
    } catch (error) {
      failure = error
    }
  }
  throw failure
}

export function toNote(error: AppError): Note {
  const hint = error.hint === undefined ? [] : [plain(error.hint, 1)]
  return { kind: "note", lines: [plain(error.message, 0), ...hint], isError: true }
}

export function plainNote(...lines: readonly string[]): Note {
  return { kind: "note", lines: lines.map((text) => plain(text, 0)) }
}

const NOT_YOURS = plainNote("That thread is in a channel that you cannot read, or in another chat: ask there.")
const NOT_SHARED = plainNote(
  "Not shared: that thread is in a channel that not everybody here can read. The summary is for you alone.",
)

function plain(text: string, indent: 0 | 1): Note["lines"][number] {
  return { spans: [{ kind: "text", text }], indent }
}

function waysOf({ asked, workspace, respond }: Route, content: Card | Note): readonly (() => Promise<void>)[] {
  const { channel, thread, userId, isDirect } = asked
  const client = workspace.clients.answering
  const direct = async (): Promise<void> => {
    const opened = Opened.parse(await call(client.conversations.open({ users: userId }), "reach whoever asked"))
    await say(client, { channel: opened.channel.id }, content)
  }
  if (isDirect) return channel === "" ? [direct] : [() => say(client, { channel, thread }, content), direct]
  const inPlace = (): Promise<void> => say(client, { channel, thread, onlyFor: userId }, content)
  if (respond === undefined) return [inPlace, direct]
  const byAddress = async (): Promise<void> => {
    for (const drawn of draw(content)) await respond(drawn)
  }
  // The payload's address knows the channel alone; what was asked in a thread is answered there.
  return thread === undefined ? [byAddress, inPlace, direct] : [inPlace, byAddress, direct]
}

async function mayAskerRead(content: Card | Note, { asked, workspaces }: Route): Promise<boolean> {
  if (content.kind === "note") return true
  const source = refOfThreadId(content.threadId)
  if (source === undefined) return !content.threadId.startsWith("discord:")
  const { directory } = await workspaces.ofChannel(source.channel)
  return mayUserRead(directory, asked.userId, source.channel)
}

/** Asked at the moment of posting: a channel may have turned public, or got a guest, since the card was drawn. */
async function mayBeShared(content: Card | Note, { asked, workspace, workspaces }: Route): Promise<boolean> {
  const source = content.kind === "card" ? refOfThreadId(content.threadId) : undefined
  if (source === undefined) return true
  const { directory } = await workspaces.ofChannel(source.channel)
  return mayShow({ source: source.channel, target: asked.channel }, { source: directory, target: workspace.directory })
}
