import type { Message, Thread } from "../../../src/index.ts"
import { buildThreads } from "../../../src/index.ts"

/** A message for a test: who says what, in answer to which of the messages before it. */
export interface Turn {
  readonly by: string
  readonly body: string | readonly string[]
  /** Index of the message that it answers. */
  readonly replyTo?: number
  readonly at?: string
  readonly subject?: string
  readonly reactions?: readonly { readonly emoji: string; readonly by: readonly string[] }[]
}

/** A thread of turns, an hour apart unless they say when; ids are `m0`, `m1`, … */
export function aThread(turns: readonly Turn[], medium: "mail" | "chat" = "mail"): Thread {
  const names = [...new Set(turns.map((turn) => turn.by))]
  const messages = turns.map((turn, at) => toMessage(turn, { at, medium, names }))
  const [thread] = buildThreads({ source: medium === "chat" ? "slack" : "mail", messages, skipped: [], reasons: [] })
  if (thread === undefined) throw new Error("A thread needs a message")
  return thread
}

/** The address that such a thread's people write from. */
export function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", ".")}@example.org`
}

interface Place {
  readonly at: number
  readonly medium: "mail" | "chat"
  readonly names: readonly string[]
}

function toMessage(turn: Turn, { at, medium, names }: Place): Message {
  const body = typeof turn.body === "string" ? turn.body : turn.body.join("\n")
  const parent = medium === "chat" && at > 0 ? "m0" : turn.replyTo === undefined ? undefined : `m${turn.replyTo}`
  const identity = (name: string): Message["author"] => ({ name, address: addressOf(name) })
  return {
    id: `m${at}`,
    medium,
    author: identity(turn.by),
    to: [],
    cc: [],
    subject: turn.subject ?? (at === 0 ? "A matter" : "Re: A matter"),
    body,
    sentAt: turn.at ?? new Date(Date.UTC(2026, 2, 2, 9) + at * 3_600_000).toISOString(),
    inReplyTo: parent,
    references: parent === undefined ? [] : [parent],
    headers: {},
    reactions: (turn.reactions ?? []).map(({ emoji, by }) => ({ emoji, by: by.map(identity) })),
    mentions: names.filter((name) => body.includes(`@${name}`)).map(identity),
    attachments: [],
  }
}
