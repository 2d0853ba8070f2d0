import type { Message, MessageId } from "../../../model/message.ts"
import type { LostMessage } from "./merge-quoted.ts"
import type { QuotedMessage } from "./quoted-messages.ts"
import { ancestorsOf } from "./ancestors.ts"
import { mergeQuoted } from "./merge-quoted.ts"
import { quotedMessages } from "./quoted-messages.ts"
import { stableHash } from "./stable-hash.ts"

/**
 * The messages of a thread, and those that are known from quotes alone.
 *
 * A lost message gets its author from the attribution, its words from everybody who quoted it, and its
 * place before whoever quoted it. It is marked as rebuilt: nobody received it.
 */
export function rebuildQuoted(
  messages: readonly Message[],
  parents: ReadonlyMap<MessageId, MessageId>,
): { readonly messages: readonly Message[]; readonly parents: ReadonlyMap<MessageId, MessageId> } {
  const lost = mergeQuoted(lostQuotes(messages, parents))
  if (lost.length === 0) return { messages, parents }
  const idByQuote = new Map<QuotedMessage, MessageId>()
  for (const one of lost) for (const quote of one.quotes) idByQuote.set(quote, idOf(one))
  const joined = withLost(messages, parents, idByQuote)
  const rebuilt = lost.map((one) => toMessage(one, joined.get(idOf(one))))
  return { messages: [...rebuilt, ...messages], parents: joined }
}

/**
 * Whether a message that comes to a thread may show lost messages, or more of them: then the thread has
 * to be built anew. It cannot where it answers a message of a thread of which nothing is missing.
 */
export function mayShowLost(message: Message, thread: readonly Message[]): boolean {
  if (message.medium === "chat") return false
  const known = new Set<MessageId>()
  for (const { id, inReplyTo, isRebuilt } of thread) {
    if (isRebuilt === true || (inReplyTo !== undefined && !known.has(inReplyTo))) return true
    known.add(id)
  }
  return ![message.inReplyTo, ...message.references].some((id) => id !== undefined && known.has(id))
}

/** What mails quote beyond the ancestors that are here. A mail whose line of ancestors reaches a root has none. */
function lostQuotes(
  messages: readonly Message[],
  parents: ReadonlyMap<MessageId, MessageId>,
): readonly QuotedMessage[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  return messages.flatMap((message) => {
    if (message.medium === "chat" || (!message.body.includes(">") && parents.has(message.id))) return []
    const ancestors = ancestorsOf({ ...message, inReplyTo: parents.get(message.id) }, byId, parents)
    const last = ancestors.at(-1) ?? message
    const isWhole = ancestors.length > 0 && last.references.length === 0 && last.inReplyTo === undefined
    return isWhole ? [] : quotedMessages(message, ancestors)
  })
}

/** Parents with the lost ones put in between: each quoting mail's line of ancestors goes on with what it quotes. */
function withLost(
  messages: readonly Message[],
  parents: ReadonlyMap<MessageId, MessageId>,
  idByQuote: ReadonlyMap<QuotedMessage, MessageId>,
): ReadonlyMap<MessageId, MessageId> {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const joined = new Map(parents)
  let below: Message | undefined
  let child: MessageId = ""
  for (const [quote, id] of idByQuote) {
    if (quote.quotedBy !== below) {
      below = quote.quotedBy
      child = ancestorsOf({ ...below, inReplyTo: parents.get(below.id) }, byId, parents).at(-1)?.id ?? below.id
    }
    if (!joined.has(child) && child !== id && !leadsTo(joined, id, child)) joined.set(child, id)
    child = id
  }
  return joined
}

function leadsTo(parents: ReadonlyMap<MessageId, MessageId>, from: MessageId, to: MessageId): boolean {
  for (let at: MessageId | undefined = from; at !== undefined; at = parents.get(at)) if (at === to) return true
  return false
}

function idOf({ key }: LostMessage): MessageId {
  return `quoted:${stableHash(key)}`
}

function toMessage(lost: LostMessage, parent: MessageId | undefined): Message {
  const [fullest] = lost.quotes
  const sentAt = lost.quotes.find((quote) => quote.sentAt !== undefined)?.sentAt
  return {
    id: idOf(lost),
    medium: "mail",
    author: fullest?.author ?? { address: "" },
    to: [],
    cc: [],
    subject: fullest?.quotedBy.subject ?? "",
    body: lost.body,
    ...(sentAt === undefined ? {} : { sentAt }),
    ...(parent === undefined ? {} : { inReplyTo: parent }),
    references: [],
    headers: {},
    reactions: [],
    mentions: [],
    attachments: [],
    isRebuilt: true,
  }
}
