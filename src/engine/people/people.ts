import type { Identity, Message } from "../../model/message.ts"
import type { ParticipantId } from "../../model/summary.ts"
import type { Entry, IdentityGroups } from "./identity-groups.ts"
import { addIdentity, bestOf, joinInitialled, joinScrambled, keysOf, rootOf } from "./identity-groups.ts"
import { isRobotMessage } from "./addresses/robots.ts"
import { haveUnlikeNames } from "./same-person.ts"

/** One person (or robot) with all the addresses and spellings that a thread shows of them. */
export interface Person {
  /** Their first address; stays the same while the thread grows. */
  readonly id: ParticipantId
  readonly name: string
  readonly addresses: readonly string[]
  readonly isBot: boolean
}

export interface People {
  /** Everybody who wrote, in the order of their first message. */
  readonly authors: readonly Person[]
  /** Whether somebody of that id wrote. */
  isAuthor(id: ParticipantId): boolean
  /** The person behind an identity; somebody who only gets mail or is only mentioned counts too. */
  find(identity: Identity): Person | undefined
  /** The one person who is called by that full or first name; undefined where nobody or several are. */
  named(name: string): Person | undefined
}

/** Tells the people of a thread apart: one person for all their addresses and spellings. */
export function findPeople(messages: readonly Message[]): People {
  const groups: IdentityGroups = { entries: [], byKey: new Map(), shared: sharedAddresses(messages) }
  for (const message of messages)
    addIdentity(groups, message.author, { isAuthor: true, isBot: isRobotMessage(message) })
  for (const message of messages)
    for (const identity of [...message.to, ...message.cc, ...message.mentions])
      addIdentity(groups, identity, { isAuthor: false, isBot: false })
  joinScrambled(groups)
  joinInitialled(groups)
  return toPeople(groups)
}

// One person's address comes with two or three names; thousands that are alike are no names.
const MOST_COMPARED = 20

/** Addresses under which several people wrote, to tell by their names. */
function sharedAddresses(messages: readonly Message[]): ReadonlySet<string> {
  const shared = new Set<string>()
  const writersOf = new Map<string, Identity[]>()
  for (const { author } of messages) {
    const { address, name } = author
    const writers = writersOf.get(address)
    if (writers === undefined) writersOf.set(address, [author])
    else if (!shared.has(address) && !writers.some((writer) => writer.name === name)) {
      if (writers.some((writer) => haveUnlikeNames(writer, author))) shared.add(address)
      if (writers.length < MOST_COMPARED) writers.push(author)
    }
  }
  return shared
}

function toPeople(groups: IdentityGroups): People {
  const roots = groups.entries.filter((entry) => entry.parent === entry.order)
  const people = new Map(roots.map((entry) => [entry.order, toPerson(entry)]))
  const byName = namesOf(people.values())
  const named = (name: string): Person | undefined => {
    const found = byName.get(name.trim().toLowerCase())
    return found === "several" ? undefined : found
  }
  const find = (identity: Identity): Person | undefined => {
    for (const key of keysOf(identity, groups)) {
      const at = groups.byKey.get(key)
      if (at !== undefined) return people.get(rootOf(groups, at))
    }
    return identity.name === undefined ? undefined : named(identity.name)
  }
  const authors = roots.filter((entry) => entry.isAuthor).flatMap((entry) => people.get(entry.order) ?? [])
  const ids = new Set(authors.map((person) => person.id))
  return { authors, isAuthor: (id) => ids.has(id), find, named }
}

function toPerson(entry: Entry): Person {
  const [address] = entry.addresses
  const name = bestOf(entry) ?? address ?? ""
  return { id: address ?? `name:${name.toLowerCase()}`, name, addresses: [...entry.addresses], isBot: entry.isBot }
}

/** Full names, first names and local parts, with whom they mean. */
function namesOf(people: Iterable<Person>): ReadonlyMap<string, Person | "several"> {
  const byName = new Map<string, Person | "several">()
  for (const person of people) {
    const full = person.name.toLowerCase().replace(/ \([^()]*\)$/u, "")
    const first = full.split(" ", 1)[0] ?? full
    const locals = person.addresses.map((address) => address.split("@", 1)[0] ?? address)
    for (const name of new Set([full, first, ...locals])) {
      const known = byName.get(name)
      byName.set(name, known === undefined || known === person ? person : "several")
    }
  }
  return byName
}
