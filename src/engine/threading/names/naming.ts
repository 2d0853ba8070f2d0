import type { Identity, Message } from "../../../model/message.ts"
import type { NameFit } from "../../people/name-fit.ts"
import type { SaidName } from "./names-said.ts"
import {
  isAddressName,
  isDisguised,
  isLegibleIn,
  isSpelledAddress,
  longestPiece,
  localPartOf,
  undisguising,
} from "../../people/addresses/address-names.ts"
import { knownLocalPart, readableAddress } from "../../people/addresses/addresses.ts"
import { isListAddress } from "../../people/addresses/list-addresses.ts"
import { nameFit, wordsOf } from "../../people/name-fit.ts"
import { nameKey } from "../../people/name-key.ts"
import { isRobot } from "../../people/addresses/robots.ts"
import { namesSaid } from "./names-said.ts"

/** What the messages of a thread, in its order, tell of those who go by an address alone. */
export interface Naming {
  /** The names that are found for them, by their addresses. */
  names: ReadonlyMap<string, string>
  readonly unnamed: ReadonlyMap<string, Unnamed>
  /** Everybody who wrote or was written to, once for each name that they had. */
  readonly people: Map<string, Person>
  /** Local parts of all addresses that are spoken of, where an archive hid somebody's. */
  readonly spoken: Set<string>
}

interface Unnamed {
  readonly author: Identity
  readonly said: SaidName[]
}

interface Person {
  readonly key: string
  readonly name: string
}

export function createNaming(messages: readonly Message[]): Naming {
  const unnamed = unnamedAuthors(messages)
  const naming: Naming = { names: new Map(), unnamed, people: new Map(), spoken: new Set() }
  if (unnamed.size === 0) return naming
  for (const message of messages) note(naming, message)
  naming.names = namesIn(naming)
  return naming
}

/** Takes in the message that comes last in its thread; false where it changes what somebody is called: then all is to be told anew. */
export function goOnNaming(naming: Naming, message: Message): boolean {
  const isNew = isUnnamed(message) && !naming.unnamed.has(keyOf(message.author))
  if (isNew) return naming.unnamed.size >= MOST_UNNAMED
  if (naming.unnamed.size === 0 || !note(naming, message)) return true
  const names = namesIn(naming)
  return names.size === naming.names.size && names.entries().every(([key, name]) => naming.names.get(key) === name)
}

/** Whether a message's author goes by an address alone. */
function isUnnamed({ author, medium }: Message): boolean {
  if (medium !== "mail" || (author.name !== undefined && !isAccount(author))) return false
  return !isRobot(author) && !isListAddress(author)
}

/** An address in a name's place, or the account alone: `ada <ada@tern.example>`. */
function isAccount(author: Identity): boolean {
  const { name = "", address } = author
  if (isAddressName(name) || isSpelledAddress(author)) return true
  return /^[a-z\d._-]+$/u.test(name) && name === address.split("@", 1)[0]
}

// Each is looked for in every mail; a heap of strangers is no thread.
const MOST_UNNAMED = 10

function unnamedAuthors(messages: readonly Message[]): ReadonlyMap<string, Unnamed> {
  const unnamed = new Map<string, Unnamed>()
  for (const message of messages) {
    if (unnamed.size >= MOST_UNNAMED) break
    const key = keyOf(message.author)
    if (isUnnamed(message) && !unnamed.has(key)) unnamed.set(key, { author: message.author, said: [] })
  }
  return unnamed
}

export function keyOf({ address, name = "" }: Identity): string {
  return address === "" ? name : address
}

/** Takes down what a message says of names; whether it says anything that was not known. */
function note({ unnamed, people, spoken }: Naming, message: Message): boolean {
  let isTelling = false
  for (const one of [message.author, ...message.to, ...message.cc]) {
    const [key, { name = "" }] = [keyOf(one), one]
    if (name === "" || people.has(`${key} ${name}`)) continue
    people.set(`${key} ${name}`, { key, name })
    isTelling = true
  }
  for (const [key, { author, said }] of unnamed) {
    const local = plainLocal(author)
    if (local === undefined)
      for (const [found] of message.body.matchAll(ADDRESS)) spoken.add(localPartOf(readableAddress(found)))
    const before = said.length
    said.push(...namesSaid({ key, local: local ?? "", message }))
    isTelling ||= local === undefined || said.length > before
  }
  return isTelling
}

const ADDRESS = /[\w.+-]+(?:@| at )[\w-]+(?:\.[\w-]+)+/gu

function namesIn(naming: Naming): ReadonlyMap<string, string> {
  const people = [...naming.people.values()]
  const named = new Set(people.filter(({ key, name }) => !isAccount({ name, address: key })).map(({ key }) => key))
  const names = new Map<string, string>()
  for (const [key, one] of naming.unnamed) {
    const others = othersOf(key, people)
    const name = named.has(key) ? undefined : (nameOf(one, { naming, others }) ?? signedAs(key, { naming, people }))
    if (name !== undefined) names.set(key, name)
  }
  return names
}

/**
 * Whoever always signs with the full name that one other writes under is that other, from an address that tells nothing. Where
 * two have the name, or two unnamed ones sign so, nobody can know.
 */
function signedAs(
  key: string,
  { naming: { unnamed }, people }: { readonly naming: Naming; readonly people: readonly Person[] },
): string | undefined {
  const [signed, ...more] = signaturesOf(unnamed.get(key))
  if (signed === undefined || more.length > 0 || isSomebodys(key)) return undefined
  const isSigned = (one: Unnamed): boolean => signaturesOf(one).has(signed)
  const holders = new Map(people.filter(({ name }) => nameKey(name) === signed).map((one) => [one.key, one.name]))
  return holders.size === 1 && unnamed.values().filter(isSigned).toArray().length === 1
    ? holders.values().next().value
    : undefined
}

/** `chidi.okafor@` spells a name of its own. */
function isSomebodys(key: string): boolean {
  return /^\p{L}{3,}[._-]\p{L}{3,}@/u.test(key)
}

function signaturesOf(one: Unnamed | undefined): ReadonlySet<string> {
  return new Set(one?.said.flatMap(({ name, isSignature }) => (isSignature === true ? (nameKey(name) ?? []) : [])))
}

type Others = ReadonlyMap<string, string>

/** The full names of everybody else, by what makes them one. */
function othersOf(key: string, people: readonly Person[]): Others {
  const others = new Map<string, string>()
  for (const one of people) {
    const name = one.key === key ? undefined : nameKey(one.name)
    if (name !== undefined && !others.has(name)) others.set(name, one.name)
  }
  return others
}

function nameOf(
  { author, said }: Unnamed,
  { naming, others }: { readonly naming: Naming; readonly others: Others },
): string | undefined {
  const local = legibleLocal(author, naming.spoken)
  if (local === undefined) return legibleName(said, author, others)
  const known = others.values().find((name) => nameFit(name, local) === "full")
  const best = candidates(said, { local, others })[0]?.name
  const name = known ?? best ?? (isDisguised(author.name ?? "") ? local : undefined)
  return name !== undefined && isLegible(name, author) ? withHidden(name, author) : undefined
}

/** Where an archive left no word of a name as it was, what it made of it stays beside the name: so it can be found there. */
function withHidden(name: string, { name: hidden = "" }: Identity): string {
  if (!isDisguised(hidden)) return name
  const left = hidden.toLowerCase().split(/[^a-z]+/u)
  return wordsOf(name).some((word) => left.includes(word)) ? name : `${name} (${longestPiece(hidden)})`
}

interface Candidate {
  readonly name: string
  readonly fit: NameFit
  readonly isPatchs: boolean
}

const BY_FIT: readonly NameFit[] = ["full", "family", "part"]

/** What the author may be called, best first. */
function candidates(
  said: readonly SaidName[],
  { local, others }: { readonly local: string; readonly others: Others },
): readonly Candidate[] {
  const found = new Map<string, Candidate>()
  for (const { name, isPatchs, isLoose } of said) {
    const fit = found.has(name) ? undefined : nameFit(name, local)
    if (fit === undefined || (isLoose && fit === "part")) continue
    found.set(name, { name: fit === "part" ? spelt(name, local) : name, fit, isPatchs })
  }
  return [...found.values()].filter((one) => isFree(one, others)).toSorted(byWorth)
}

/** Of what an archive hid a word must still be there: else nobody could check the name. */
function isLegible(name: string, author: Identity): boolean {
  if (!isDisguised(author.name ?? "")) return true
  const left = (author.name ?? "").toLowerCase().split(/[^a-z]+/u)
  return wordsOf(name).some((word) => left.includes(word) || isLegibleIn(word, author.name ?? ""))
}

/** Where nobody spoke of the address, whoever it is may sign with a full name, all words of which can be read in what is left. */
function legibleName(said: readonly SaidName[], { name: hidden = "" }: Identity, others: Others): string | undefined {
  const found = said.find(({ name, isLoose }) => !isLoose && name.includes(" ") && areLegible(name, hidden))
  return found !== undefined && isFree({ ...found, fit: "part" }, others)
    ? withHidden(found.name, { name: hidden, address: "" })
    : undefined
}

function areLegible(name: string, hidden: string): boolean {
  const words = wordsOf(name).filter((word) => word.length > 1)
  return words.length > 1 && words.every((word) => isLegibleIn(word, hidden))
}

/** A namesake of the thread is somebody else, unless the address spells the name or a patch tells it. */
function isFree({ name, fit, isPatchs }: Candidate, others: Others): boolean {
  const key = nameKey(name)
  return key === undefined || !others.has(key) || fit === "full" || (isPatchs && fit === "family")
}

/** Full names first, then how well they fit. */
function byWorth(one: Candidate, other: Candidate): number {
  const rank = ({ name, fit }: Candidate): number => (name.includes(" ") ? 0 : BY_FIT.length) + BY_FIT.indexOf(fit)
  return rank(one) - rank(other)
}

/** "Ada" who writes from `ada.holm@` is Ada Holm. */
function spelt(name: string, local: string): string {
  const parts = local.split(".")
  const [given = "", family = ""] = [parts[0], parts.at(-1)]
  const isBoth = parts.length > 1 && given.startsWith(name.toLowerCase()) && isWord(family)
  return isBoth ? `${name} ${family.charAt(0).toUpperCase()}${family.slice(1)}` : name
}

function isWord(text: string): boolean {
  return /^\p{Ll}{3,}$/u.test(text)
}

/** The part before the @, where it can be read. */
function plainLocal({ address, name }: Identity): string | undefined {
  if (name === undefined || isSpelledAddress({ name, address }))
    return knownLocalPart(address) ?? address.split("@", 1)[0]
  return isDisguised(name) ? undefined : localPartOf(name)
}

/** As plainLocal; where an archive hid it, that of the one address of the thread that it may have been. */
function legibleLocal(author: Identity, spoken: ReadonlySet<string>): string | undefined {
  const plain = plainLocal(author)
  if (plain !== undefined) return plain
  const fitting = [...spoken].filter(undisguising(author.name ?? ""))
  return fitting.length === 1 ? fitting[0] : undefined
}
