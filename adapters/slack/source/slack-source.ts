import { z } from "zod"
import { AppError, objectorsIn, readVeto } from "../../../src/index.ts"
import type { Message, Reading, ReadOptions, ThreadSource } from "../../../src/index.ts"
import { toSlackRef, toThreadId } from "../ids.ts"
import type { SlackRef } from "../ids.ts"
import type { Workspace, Workspaces } from "../place/workspaces.ts"
import { accountsIn, readRaw, toMessages } from "../to-message.ts"
import type { Live } from "../to-message.ts"
import { MAX_MESSAGES, PAGE, readPages } from "./read-pages.ts"

type ThreadRef = Extract<SlackRef, { readonly kind: "thread" }>
type Stretch = Extract<SlackRef, { readonly kind: "channel" }>

const Threaded = z.object({ ts: z.string(), thread_ts: z.string().optional(), reply_count: z.number().optional() })

// A stretch of a channel is read with the replies of its threads; each costs a request.
const MAX_STRETCH_MESSAGES = 1_000
const MAX_STRETCH_THREADS = 50
// Names are looked up a few at a time: Slack answers about a hundred a minute.
const NAMES_AT_ONCE = 8

/** Slack's threads, and stretches of its channels. */
export function toSlackSource(workspaces: Workspaces): ThreadSource {
  return {
    name: "slack",
    schemes: ["slack"],
    hosts: ["slack.com"],
    forms: [{ words: "a link to a Slack message", from: "anywhere" }],
    accepts: (ref) => toSlackRef(ref) !== undefined,
    read: async (ref, options) => {
      const named = toSlackRef(ref)
      if (named === undefined) return undefined
      const workspace = await workspaces.ofChannel(named.channel)
      return named.kind === "thread" ? readThread(workspace, named, options) : readStretch(workspace, named, options)
    },
  }
}

async function readThread(
  workspace: Workspace,
  { channel, ts }: ThreadRef,
  options: ReadOptions | undefined,
): Promise<Reading | undefined> {
  const found = await readReplies(workspace, { channel, ts }, options)
  if (found === undefined || found.raw.length === 0) return undefined
  // Asked for a reply, Slack gives that reply alone; what was meant is the thread that it stands in.
  const first = Threaded.safeParse(found.raw[0])
  const root = first.success ? first.data.thread_ts : undefined
  if (root !== undefined && root !== ts && found.raw.length === 1)
    return readThread(workspace, { kind: "thread", channel, ts: root }, options)
  const threadTs = root ?? ts
  const reasons = found.isCut ? [`only the first ${MAX_MESSAGES} messages were read`] : []
  return toReading(workspace, found.raw, { ref: { kind: "thread", channel, ts: threadTs }, reasons })
}

async function readReplies(
  { clients }: Workspace,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  options: ReadOptions | undefined,
): ReturnType<typeof readPages> {
  return readPages({
    task: `read slack:${channel}/${ts}`,
    read: (cursor) =>
      clients.reading.conversations.replies({ channel, ts, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
    limit: MAX_MESSAGES,
    options,
  })
}

async function readStretch(
  workspace: Workspace,
  ref: Stretch,
  options: ReadOptions | undefined,
): Promise<Reading | undefined> {
  const { channel, since, last } = ref
  if (since === undefined && last === undefined)
    throw new AppError("usage", `Cannot summarize all of slack:${channel}: a channel has no end`, {
      hint: "Say which part, for example: summarize here since yesterday, or summarize here last 50",
    })
  const oldest = since === undefined ? {} : { oldest: `${since.getTime() / 1_000}` }
  const limit = Math.min(last ?? MAX_STRETCH_MESSAGES, MAX_STRETCH_MESSAGES)
  const found = await readPages({
    task: `read slack:${channel}`,
    read: (cursor) =>
      workspace.clients.reading.conversations.history({
        channel,
        limit: Math.min(PAGE, limit),
        ...oldest,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    limit,
    options,
  })
  if (found === undefined) return undefined
  // Newest first is how Slack lists a channel.
  const newest = found.raw.slice(0, limit)
  const replies = await readThreadsOf(workspace, { channel, raw: newest }, options)
  const isCut = last === undefined && found.isCut
  return toReading(workspace, [...newest, ...replies.raw], {
    ref,
    reasons: [
      ...(isCut ? [`only the last ${MAX_STRETCH_MESSAGES} messages were read`] : []),
      ...(replies.left === 0 ? [] : [`the replies of ${replies.left} threads were not read`]),
      "replies in threads that began earlier are not part of it",
    ],
  })
}

async function readThreadsOf(
  workspace: Workspace,
  { channel, raw }: { readonly channel: string; readonly raw: readonly unknown[] },
  options: ReadOptions | undefined,
): Promise<{ readonly raw: readonly unknown[]; readonly left: number }> {
  const roots = raw.flatMap((value) => {
    const root = Threaded.safeParse(value)
    return root.success && (root.data.reply_count ?? 0) > 0 ? [root.data.ts] : []
  })
  const replies: unknown[] = []
  for (const ts of roots.slice(0, MAX_STRETCH_THREADS)) {
    const found = await readReplies(workspace, { channel, ts }, options)
    replies.push(...(found?.raw ?? []))
  }
  return { raw: replies, left: Math.max(0, roots.length - MAX_STRETCH_THREADS) }
}

async function toReading(
  { directory }: Workspace,
  raw: readonly unknown[],
  { ref, reasons }: { readonly ref: SlackRef; readonly reasons: readonly string[] },
): Promise<Reading> {
  const self = await directory.self()
  const { found, skipped } = readRaw(raw, self)
  const names = await readNames([...accountsIn(found)], (account) => directory.nameOf(account))
  const live: Live = { channel: ref.channel, names, workspace: self.url, self }
  const messages: readonly Message[] = toMessages(found, live)
  if (objectorsIn(messages).length > 0)
    throw new AppError("objected", `Cannot summarize ${toThreadId(ref)}: somebody in it asked for no summaries`, {
      hint: "Whoever said !nda in the thread can take it back there with !nda off",
    })
  const permalink = messages[0]?.permalink
  const said = messages.filter(({ body }) => readVeto(body) === undefined)
  return { source: "slack", threadId: toThreadId(ref), messages: said, skipped, reasons, permalink }
}

async function readNames(
  accounts: readonly string[],
  nameOf: (account: string) => Promise<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (let at = 0; at < accounts.length; at += NAMES_AT_ONCE) {
    const some = accounts.slice(at, at + NAMES_AT_ONCE)
    const found = await Promise.all(some.map(nameOf))
    for (const [index, account] of some.entries()) {
      const name = found[index]
      if (name !== undefined) names.set(account, name)
    }
  }
  return names
}
