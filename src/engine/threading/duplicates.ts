import type { Message, MessageId } from "../../model/message.ts"
import { oneSpaced } from "../body/sentences/fold-space.ts"
import { readSubject } from "./parents/subjects.ts"

/**
 * Each message once. The same Message-ID comes twice through two lists or two folders; so does the same
 * mail under a new id, which some list servers give it: same author, time and words. Who answers the
 * copy answers what was kept. Which one is kept does not depend on the order in which they arrived.
 */
export function dropDuplicates(messages: readonly Message[]): readonly Message[] {
  const byId = new Map<MessageId, Message>()
  for (const message of messages) {
    const known = byId.get(message.id)
    byId.set(message.id, known === undefined ? message : fuller(known, message))
  }
  const keptByCopy = copiesOf([...byId.values()])
  if (keptByCopy.size === 0) return [...byId.values()]
  return [...byId.values()]
    .filter(({ id }) => !keptByCopy.has(id))
    .map((message) => withKeptParent(message, keptByCopy))
}

/** By the id of each copy under another id the one that is kept: the shortest, as lists add and take nothing. */
function copiesOf(messages: readonly Message[]): ReadonlyMap<MessageId, MessageId> {
  const alike = ofOneMoment(messages)
  const keptByPrint = new Map<string, MessageId>()
  const keptByCopy = new Map<MessageId, MessageId>()
  for (const message of alike.toSorted(byLength)) {
    const print = fingerprint(message)
    if (print === undefined) continue
    const kept = keptByPrint.get(print)
    if (kept === undefined) keptByPrint.set(print, message.id)
    else keptByCopy.set(message.id, kept)
  }
  return keptByCopy
}

/** The messages that another one of the same second is by the same author: of the others none is a copy. */
function ofOneMoment(messages: readonly Message[]): readonly Message[] {
  const counts = new Map<string, number>()
  const keys = messages.map(momentOf)
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return messages.filter((_, at) => (counts.get(keys[at] ?? "") ?? 0) > 1)
}

function momentOf({ author, sentAt }: Message): string {
  return `${sentAt ?? ""} ${author.name ?? author.address}`
}

function byLength(one: Message, other: Message): number {
  return one.body.length - other.body.length || (one.id < other.id ? -1 : 1)
}

/** Of two copies the one that lost nothing on the way, else the one with more references; else any, but always the same. */
function fuller(one: Message, other: Message): Message {
  if ((one.defect === undefined) !== (other.defect === undefined)) return one.defect === undefined ? one : other
  const more = one.references.length - other.references.length
  if (more !== 0) return more > 0 ? one : other
  return one.body <= other.body ? one : other
}

// The beginning is enough to tell two mails of one second apart.
const PRINT_LENGTH = 400
// Each list puts a footer of its own below.
const FOOTER = /^(?:_{8,}|-- ?)[ \t]*$/mu

function fingerprint(message: Message): string | undefined {
  if (message.sentAt === undefined || message.medium === "chat") return undefined
  const beginning = message.body.slice(0, PRINT_LENGTH * 2)
  const footer = beginning.search(FOOTER)
  const words = oneSpaced(footer === -1 ? beginning : beginning.slice(0, footer))
    .trim()
    .slice(0, PRINT_LENGTH)
  if (words === "") return undefined
  const author = message.author.name ?? message.author.address
  return [author, message.sentAt, readSubject(message.subject).base, words].join("\n")
}

function withKeptParent(message: Message, keptByCopy: ReadonlyMap<MessageId, MessageId>): Message {
  const parent = message.inReplyTo ?? message.references.at(-1)
  const kept = parent === undefined ? undefined : keptByCopy.get(parent)
  return kept === undefined ? message : { ...message, inReplyTo: kept }
}
