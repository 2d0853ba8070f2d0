import type { Message, MessageId } from "../../model/message.ts"
import { draftBody, keptOwnLines } from "../body/draft-body.ts"
import { fold } from "../body/own-lines.ts"

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
  const holders = indexOwnLines(messages)
  const parents = new Map<MessageId, MessageId>()
  for (const orphan of orphans) {
    const hits = new Map<Message, number>()
    let quoted = 0
    for (const line of draftBody(orphan, [])) {
      const text = line.zone === "quote" && line.depth === 1 ? fold(line.content) : ""
      if (text.length < MIN_LINE) continue
      quoted++
      for (const holder of holders.get(text) ?? [])
        if (holder !== orphan && isBefore(holder, orphan)) hits.set(holder, (hits.get(holder) ?? 0) + 1)
    }
    const parent = mostOf(hits, Math.min(MIN_LINES, quoted))
    if (parent !== undefined) parents.set(orphan.id, parent.id)
  }
  return parents
}

function indexOwnLines(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  const holders = new Map<string, Message[]>()
  for (const message of messages) {
    if (message.medium === "chat") continue
    for (const text of keptOwnLines(message).linesByText.keys()) {
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
