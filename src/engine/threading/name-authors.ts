import type { Identity, Message } from "../../model/message.ts"
import type { NameFit } from "../people/name-fit.ts"
import type { Sought } from "./names-said.ts"
import { isAddressName, isDisguised, localPartOf, undisguising } from "../people/address-names.ts"
import { knownLocalPart, readableAddress } from "../people/addresses.ts"
import { isListAddress } from "../people/list-addresses.ts"
import { nameFit, wordsOf } from "../people/name-fit.ts"
import { nameKey } from "../people/name-key.ts"
import { isRobot } from "../people/robots.ts"
import { namesSaid } from "./names-said.ts"

/**
 * Who writes from an address alone gets the name that they sign with, or that others give the address.
 *
 * A name is only taken where it goes with the address, and one that somebody else of the thread has only where the
 * address spells it, or where a patch says so: people keep namesakes, and nobody may be taken for another.
 */
export function nameAuthors(messages: readonly Message[]): readonly Message[] {
  const unnamed = unnamedAuthors(messages)
  if (unnamed.size === 0) return messages
  const names = new Map<string, string>()
  for (const [key, author] of unnamed) {
    const name = nameOf(author, messages)
    if (name !== undefined) names.set(key, name)
  }
  return messages.map((message) => {
    const name = names.get(keyOf(message.author))
    return name === undefined ? message : { ...message, author: renamed(message.author, name) }
  })
}

/** Whether a message's author goes by an address alone: their name may come with any message of the thread. */
export function isUnnamed({ author, medium }: Message): boolean {
  if (medium !== "mail" || (author.name !== undefined && !isAddressName(author.name))) return false
  return !isRobot(author) && !isListAddress(author)
}

// Each is looked for in every mail; a heap of strangers is no thread.
const MOST_UNNAMED = 10

function unnamedAuthors(messages: readonly Message[]): ReadonlyMap<string, Identity> {
  const unnamed = new Map<string, Identity>()
  for (const message of messages) {
    if (unnamed.size >= MOST_UNNAMED) break
    if (isUnnamed(message)) unnamed.set(keyOf(message.author), message.author)
  }
  for (const one of unnamed.size === 0 ? [] : messages.flatMap(({ author, to, cc }) => [author, ...to, ...cc]))
    if (one.name !== undefined && !isAddressName(one.name)) unnamed.delete(keyOf(one))
  return unnamed
}

function keyOf({ address, name = "" }: Identity): string {
  return address === "" ? name : address
}

interface Candidate {
  readonly name: string
  readonly fit: NameFit
  readonly isPatchs: boolean
}

const BY_FIT: readonly NameFit[] = ["full", "family", "part"]

function nameOf(author: Identity, messages: readonly Message[]): string | undefined {
  const local = legibleLocal(author, messages)
  if (local === undefined) return undefined
  const others = othersOf(keyOf(author), messages)
  const known = others.values().find((name) => nameFit(name, local) === "full")
  const best = candidates({ key: keyOf(author), local, messages }, others)[0]?.name
  const name = known ?? best ?? (isDisguised(author.name ?? "") ? local : undefined)
  return name !== undefined && isLegible(name, author) ? name : undefined
}

/** What the author may be called, best first. */
function candidates(sought: Sought, others: ReadonlyMap<string, string>): readonly Candidate[] {
  const { local } = sought
  const found = new Map<string, Candidate>()
  for (const { name, isPatchs, isLoose } of namesSaid(sought)) {
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
  return wordsOf(name).some((word) => left.includes(word))
}

/** A namesake of the thread is somebody else, unless the address spells the name or a patch tells it. */
function isFree({ name, fit, isPatchs }: Candidate, others: ReadonlyMap<string, string>): boolean {
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

/** The full names of everybody else, by what makes them one. */
function othersOf(key: string, messages: readonly Message[]): ReadonlyMap<string, string> {
  const others = new Map<string, string>()
  for (const one of messages.flatMap(({ author, to, cc }) => [author, ...to, ...cc])) {
    const name = keyOf(one) === key ? undefined : nameKey(one.name)
    if (name !== undefined && one.name !== undefined && !others.has(name)) others.set(name, one.name)
  }
  return others
}

/** The part before the @, where it can be read. */
export function plainLocal({ address, name }: Identity): string | undefined {
  if (name === undefined) return knownLocalPart(address) ?? address.split("@", 1)[0]
  return isDisguised(name) ? undefined : localPartOf(name)
}

const ADDRESS = /[\w.+-]+(?:@| at )[\w-]+(?:\.[\w-]+)+/gu

/** As plainLocal; where an archive hid it, that of the one address of the thread that it may have been. */
function legibleLocal(author: Identity, messages: readonly Message[]): string | undefined {
  const plain = plainLocal(author)
  if (plain !== undefined) return plain
  const isIt = undisguising(author.name ?? "")
  const locals = new Set<string>()
  for (const { body } of messages)
    for (const [found] of body.matchAll(ADDRESS)) locals.add(localPartOf(readableAddress(found)))
  const fitting = [...locals].filter((local) => isIt(local))
  return fitting.length === 1 ? fitting[0] : undefined
}

// A message is told again by who wrote it, so that one and the same author is one and the same object.
const renamedBy = new WeakMap<Identity, Identity>()

function renamed(author: Identity, name: string): Identity {
  const known = renamedBy.get(author)
  if (known?.name === name) return known
  const again = { ...author, name }
  renamedBy.set(author, again)
  return again
}
