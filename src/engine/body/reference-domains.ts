import type { Identity, Message, MessageId } from "../../model/message.ts"

/**
 * The author of a level by where its message's id was made.
 *
 * The d-th reference from the end is the message that stands at depth d. What is right of its "@" is
 * the machine or the domain that it was sent from: the sender's own, that of a level whose author is
 * known, or that of one person's address. A domain that several people share tells nothing.
 */
export function authorByReferences(
  message: Message,
  known: ReadonlyMap<number, Identity>,
  depth: number,
): Identity | undefined {
  const ids = ancestorIds(message)
  const domain = domainOf(ids[depth - 1])
  if (domain === undefined || SHARED.test(domain)) return undefined
  const people = participants(message, known)
  const atDomain = people.filter((person) => isOf(person, domain))
  if (new Set(atDomain.map((person) => person.address)).size > 1)
    return returning({ message, known, ids }, depth, domain)
  const users = usersOf(domain, { message, known, ids })
  if (users.length > 0) return new Set(users.map(keyOf)).size === 1 ? users[0] : undefined
  return atDomain[0]
}

// Ids that are made at a provider's or a list's, whoever the sender is.
const SHARED = /^(?:(?:mail\.)?gmail\.com|localhost.*|mail\.local|.*\.hidden|.*\.invalid|yahoo\..*|outlook\.com)$/u

/** Nearest first: the first is what the message answers. */
function ancestorIds(message: Message): readonly MessageId[] {
  const ids = message.references.slice(-MAX_ANCESTORS).toReversed()
  if (message.inReplyTo === undefined || ids[0] === message.inReplyTo) return ids
  return ids.length === 0 ? [message.inReplyTo] : ids
}

const MAX_ANCESTORS = 32

function domainOf(id: MessageId | undefined): string | undefined {
  const at = id?.lastIndexOf("@") ?? -1
  return id === undefined || at === -1 ? undefined : id.slice(at + 1).toLowerCase()
}

/** Who is known to send from there: the sender, and the authors of other levels. */
function usersOf(
  domain: string,
  { message, known, ids }: { message: Message; known: ReadonlyMap<number, Identity>; ids: readonly MessageId[] },
): readonly Identity[] {
  const users = domainOf(message.id) === domain ? [message.author] : []
  for (const [depth, author] of known) if (domainOf(ids[depth - 1]) === domain) users.push(author)
  return users
}

/**
 * Of several people at one domain the one who speaks again two levels on: A answers B who answered A.
 * Only where the level between is somebody's from elsewhere; else two colleagues may have talked.
 */
function returning(
  { message, known, ids }: { message: Message; known: ReadonlyMap<number, Identity>; ids: readonly MessageId[] },
  depth: number,
  domain: string,
): Identity | undefined {
  const between = known.get(depth - 1)
  const again = depth === 2 ? message.author : known.get(depth - 2)
  if (between === undefined || again === undefined) return undefined
  if (isOf(between, domain) || domainOf(ids[depth - 2]) === domain) return undefined
  const idOfAgain = depth === 2 ? message.id : ids[depth - 3]
  return isOf(again, domain) || domainOf(idOfAgain) === domain ? again : undefined
}

function participants(message: Message, known: ReadonlyMap<number, Identity>): readonly Identity[] {
  return [
    message.author,
    ...message.to.slice(0, MAX_RECIPIENTS),
    ...message.cc.slice(0, MAX_RECIPIENTS),
    ...known.values(),
  ]
}

// Ten thousand names in Cc are an attack, not a discussion.
const MAX_RECIPIENTS = 100

function isOf(person: Identity, domain: string): boolean {
  const own = domainOf(person.address)
  return own !== undefined && (own === domain || domain.endsWith(`.${own}`))
}

function keyOf(person: Identity): string {
  return person.address === "" ? (person.name ?? "").toLowerCase() : person.address
}
