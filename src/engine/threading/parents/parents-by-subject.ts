import type { Identity, Message, MessageId } from "../../../model/message.ts"
import { draftBody } from "../../body/draft-body.ts"
import { nameKey } from "../../people/name-key.ts"
import { readSubject } from "./subjects.ts"

// "Re: meeting" comes up again; within a season it means the same thread.
const MAX_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Whom replies without any header answer: the last message before them under their subject, or under what
 * it was. One that quotes somebody by name answers that person, and nobody where that person's mail is lost.
 */
export function parentsBySubject(
  orphans: readonly Message[],
  messages: readonly Message[],
): ReadonlyMap<MessageId, MessageId> {
  const parents = new Map<MessageId, MessageId>()
  for (const [orphan, earlier] of earlierUnderSubject(orphans, messages)) {
    const author = quotedAuthor(orphan)
    const parent = author === undefined ? earlier.at(-1) : earlier.findLast((message) => isSame(message.author, author))
    if (parent !== undefined) parents.set(orphan.id, parent.id)
  }
  return parents
}

// Who answers a lost mail is found near; a subject may have thousands of mails.
const MAX_EARLIER = 50

/** For each reply the messages before it under its subject, or under what the subject was; oldest first. */
export function earlierUnderSubject(
  replies: readonly Message[],
  messages: readonly Message[],
): ReadonlyMap<Message, readonly Message[]> {
  const bySubject = groupBySubject(messages)
  const found = new Map<Message, readonly Message[]>()
  for (const reply of replies) {
    const { base, isReply, formerly } = readSubject(reply.subject)
    const sought = formerly ?? (isReply ? base : undefined)
    const earlier = sought === undefined ? [] : earlierThan(reply, bySubject.get(sought) ?? [])
    if (earlier.length > 0) found.set(reply, earlier)
  }
  return found
}

function groupBySubject(messages: readonly Message[]): ReadonlyMap<string, readonly Message[]> {
  const bySubject = new Map<string, Message[]>()
  for (const message of messages.toSorted(byTime)) {
    const { base } = readSubject(message.subject)
    if (base === "" || message.medium === "chat") continue
    const known = bySubject.get(base)
    if (known === undefined) bySubject.set(base, [message])
    else known.push(message)
  }
  return bySubject
}

/** Those before a reply, in their season; found by halving. Without a date all answer the first. */
function earlierThan(reply: Message, messages: readonly Message[]): readonly Message[] {
  const [first] = messages
  if (reply.sentAt === undefined) return first === undefined || first === reply ? [] : [first]
  let [low, high] = [0, messages.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((messages[middle]?.sentAt ?? "") < reply.sentAt) low = middle + 1
    else high = middle
  }
  const oldest = Date.parse(reply.sentAt) - MAX_DAYS * DAY_MS
  return messages
    .slice(Math.max(0, low - MAX_EARLIER), low)
    .filter(({ sentAt }) => sentAt !== undefined && Date.parse(sentAt) >= oldest)
}

/** Whom most of the first level of a mail's quotes is by. */
function quotedAuthor(message: Message): Identity | undefined {
  if (!message.body.includes(">")) return undefined
  const counts = new Map<Identity, number>()
  for (const { zone, depth, author } of draftBody(message, []))
    if (zone === "quote" && depth === 1 && author !== undefined) counts.set(author, (counts.get(author) ?? 0) + 1)
  return [...counts.entries()].toSorted((a, b) => b[1] - a[1])[0]?.[0]
}

function isSame(one: Identity, other: Identity): boolean {
  const key = nameKey(one.name)
  return (one.address !== "" && one.address === other.address) || (key !== undefined && key === nameKey(other.name))
}

function byTime(a: Message, b: Message): number {
  const [one, other] = [a.sentAt ?? "", b.sentAt ?? ""]
  if (one === other) return a.id < b.id ? -1 : 1
  return one < other ? -1 : 1
}
