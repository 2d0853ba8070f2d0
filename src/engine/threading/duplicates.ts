import type { Message, MessageId } from "../../model/message.ts"
import { readSubject } from "./subjects.ts"

/**
 * Each message once. The same Message-ID comes twice through two lists or two folders; so does the same
 * mail under a new id, which some list servers give it: same author, time and words. Who answers the
 * copy answers what was kept.
 */
export function dropDuplicates(messages: readonly Message[]): readonly Message[] {
  const byId = new Map<MessageId, Message>()
  const idByPrint = new Map<string, MessageId>()
  const keptByCopy = new Map<MessageId, MessageId>()
  for (const message of messages) {
    const known = byId.get(message.id)
    const print = fingerprint(message)
    const same = print === undefined ? undefined : idByPrint.get(print)
    if (known !== undefined) byId.set(message.id, fuller(known, message))
    else if (same !== undefined) keptByCopy.set(message.id, same)
    else {
      byId.set(message.id, message)
      if (print !== undefined) idByPrint.set(print, message.id)
    }
  }
  const kept = [...byId.values()]
  return keptByCopy.size === 0 ? kept : kept.map((message) => withKeptParent(message, keptByCopy))
}

/** Of two copies the one that lost nothing on the way, else the one with more references. */
function fuller(kept: Message, copy: Message): Message {
  if ((kept.defect === undefined) !== (copy.defect === undefined)) return kept.defect === undefined ? kept : copy
  return copy.references.length > kept.references.length ? copy : kept
}

// The beginning is enough to tell two mails of one second apart.
const PRINT_LENGTH = 400
// Each list puts a footer of its own below.
const FOOTER = /^(?:_{8,}|-- ?)[ \t]*$/mu

function fingerprint(message: Message): string | undefined {
  if (message.sentAt === undefined || message.medium === "chat") return undefined
  const beginning = message.body.slice(0, PRINT_LENGTH * 2)
  const footer = beginning.search(FOOTER)
  const words = beginning
    .slice(0, footer === -1 ? undefined : footer)
    .replaceAll(/\s+/gu, " ")
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
