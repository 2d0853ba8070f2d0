import type { Message, MessageId } from "../../../model/message.ts"
import { draftBody, keptOwnLines } from "../../body/draft-body.ts"
import { foldSpace } from "../../body/sentences/fold-space.ts"

// Shorter lines stand in many mails.
const MIN_LINE = 24
const MIN_LINES = 2
// A text that more messages hold than this is a footer or a form.
const MAX_HOLDERS = 4

/** Whom orphans answer, by whose own lines they quote at depth 1. Two lines must agree, or all that are quoted. */
export function parentsByQuotes(
  orphans: readonly Message[],
  messages: readonly Message[],
): ReadonlyMap<MessageId, MessageId> {
  // Made where the first line asks for it: most orphans begin a thread and quote nobody.
  let holders: Holders | undefined
  const parents = new Map<MessageId, MessageId>()
  for (const orphan of orphans) {
    const quoted = draftBody(orphan, []).flatMap(({ zone, depth, content }) =>
      zone === "quote" && depth === 1 ? foldSpace(content) : [],
    )
    const telling = quoted.filter((text) => text.length >= MIN_LINE)
    if (telling.length === 0) continue
    holders ??= indexOwnLines(messages)
    const parent = mostOf(hitsOf(orphan, telling, holders), Math.min(MIN_LINES, telling.length))
    if (parent !== undefined) parents.set(orphan.id, parent.id)
  }
  return parents
}

type Holders = ReadonlyMap<string, readonly Message[]>

/** How many of the lines that an orphan quotes each earlier message holds. */
function hitsOf(orphan: Message, quoted: readonly string[], holders: Holders): ReadonlyMap<Message, number> {
  const hits = new Map<Message, number>()
  for (const text of quoted)
    for (const holder of holders.get(text) ?? [])
      if (holder !== orphan && isBefore(holder, orphan)) hits.set(holder, (hits.get(holder) ?? 0) + 1)
  return hits
}

function indexOwnLines(messages: readonly Message[]): Holders {
  const holders = new Map<string, Message[]>()
  for (const message of messages) {
    if (message.medium === "chat") continue
    for (const text of keptOwnLines(message).firstByText.keys()) {
      if (text.length < MIN_LINE) continue
      const known = holders.get(text)
      if (known === undefined) holders.set(text, [message])
      else if (known.length < MAX_HOLDERS) known.push(message)
    }
  }
  return holders
}

function isBefore(one: Message, other: Message): boolean {
  return one.sentAt === undefined || other.sentAt === undefined || one.sentAt <= other.sentAt
}

function mostOf(hits: ReadonlyMap<Message, number>, least: number): Message | undefined {
  let most: Message | undefined
  let count = least - 1
  for (const [message, times] of hits) if (times > count) [most, count] = [message, times]
  return count > 0 ? most : undefined
}
