import type { Identity, Message, MessageId } from "../../../model/message.ts"

/**
 * The author of a level by where its message's id was made.
 *
 * The d-th reference from the end is the message that stands at depth d. What is right of its "@" is
 * the machine or the domain that it was sent from: the sender's own, that of a level whose author is
 * known, or that of one person's address. A domain that several people share tells nothing; only Gmail's
 * ids tell accounts apart.
 */
export function authorByReferences(
  message: Message,
  known: ReadonlyMap<number, Identity>,
  depth: number,
): Identity | undefined {
  const ids = ancestorIds(message)
  const people = participants(message, known)
  const sender = senderIn(ids[depth - 1])
  if (sender !== undefined) return people.find(({ address }) => address === sender) ?? { address: sender }
  const domain = originOf(ids[depth - 1])
  if (domain === undefined || SHARED.test(domain)) return undefined
  const atDomain = people.filter((person) => isOf(person, domain) || isOfHouse(person, domain))
  if (new Set(atDomain.map((person) => person.address)).size > 1)
    return returning({ message, known, ids }, depth, domain)
  const users = usersOf(domain, { message, known, ids })
  if (users.length > 0) return new Set(users.map(keyOf)).size === 1 ? users[0] : undefined
  return atDomain.find((person) => isOf(person, domain))
}

// git send-email and git format-patch make ids of the time, a number and the address of who sends.
const SENT_BY_GIT = /^(?:\d{14}\.\d+-\d+-|\d+-\d+-\d+-git-send-email-)(?<address>[^@\s]+@[^@\s]+)$/u

/** The address that an id spells out. */
function senderIn(id: MessageId | undefined): string | undefined {
  return id === undefined ? undefined : SENT_BY_GIT.exec(id)?.groups?.["address"]?.toLowerCase()
}

// "CA", then thirty bits that stay the same for an account; or its number and the minute, up to 2010.
const GMAIL_ACCOUNT =
  /^(?:(?<account>CA[\w+=-]{5})[\w+=-]{16,}|(?<number>[0-9a-f]{6,8})\d{10}[a-z][0-9a-z]+)@mail\.gmail\.com$/u

const MADE_BY_EXIM = /^E\w{6}-\w{6,11}-\w{2,4}@/u

/** Where an id was made: the machine or domain, at Gmail the account. */
function originOf(id: MessageId | undefined): string | undefined {
  const found = id?.endsWith("@mail.gmail.com") === true ? GMAIL_ACCOUNT.exec(id)?.groups : undefined
  // The mail server gave the message its id, because the sender's program gave none.
  if (id !== undefined && MADE_BY_EXIM.test(id)) return undefined
  const account = found?.["account"] ?? found?.["number"]
  return account === undefined ? domainOf(id) : `account ${account}`
}

// Ids that are made at a provider's or a list's, whoever the sender is.
const SHARED = /^(?:(?:mail\.)?gmail\.com|localhost.*|mail\.local|.*\.hidden|.*\.invalid|yahoo\..*|outlook\.com)$/u

/** Nearest first: the first is what the message answers. */
function ancestorIds(message: Message): readonly MessageId[] {
  // Some programs put the id that they answer twice.
  const ids = [...new Set(message.references.slice(-MAX_ANCESTORS).toReversed())]
  if (message.inReplyTo === undefined || ids.includes(message.inReplyTo)) return ids
  // References that leave out the last one: the mail before it was answered with them.
  return [message.inReplyTo, ...ids]
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
  const users = originOf(message.id) === domain ? [message.author] : []
  for (const [depth, author] of known) if (originOf(ids[depth - 1]) === domain) users.push(author)
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

/** A firm has addresses under several endings, and machines under one of them: tern.example and tern.test. */
function isOfHouse(person: Identity, domain: string): boolean {
  const own = domainOf(person.address)
  return own !== undefined && houseOf(own) !== undefined && houseOf(own) === houseOf(domain)
}

/** The label before the ending: "tern" of mail.tern.example, and of tern.co.uk. */
function houseOf(domain: string): string | undefined {
  const labels = domain.split(".")
  const house = labels.at(-2)
  return house !== undefined && house.length <= SHORT_LABEL && labels.length > 2 ? labels.at(-3) : house
}

// "co", "ac", "com": no house's name.
const SHORT_LABEL = 3

function keyOf(person: Identity): string {
  return person.address === "" ? (person.name ?? "").toLowerCase() : person.address
}
