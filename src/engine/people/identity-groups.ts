import type { Identity } from "../../model/message.ts"
import { isAddressName, isSpelledAddress } from "./addresses/address-names.ts"
import { knownLocalPart } from "./addresses/addresses.ts"
import { displayName } from "./display-name.ts"
import { isInitialled, isInitialOf } from "./initialled.ts"
import { nameKey } from "./name-key.ts"
import { isRelayed } from "./addresses/relays.ts"
import { isRobot } from "./addresses/robots.ts"

/** Everything that one person (or robot) goes by; several entries may turn out to be one. */
export interface Entry {
  readonly order: number
  parent: number
  readonly names: Map<string, number>
  readonly addresses: Set<string>
  isAuthor: boolean
  isBot: boolean
}

/** Identities grouped by what they share: an address, a full name, or the local part that an archive left legible. */
export interface IdentityGroups {
  readonly entries: Entry[]
  readonly byKey: Map<string, number>
  /** Addresses under which several people write: they tell nobody apart. */
  readonly shared: ReadonlySet<string>
}

// What people call themselves counts for more than what others call them in To and Cc.
const AUTHOR_WEIGHT = 100
// `Tern.example`, `ada@tern.example`: what a machine was called, kept only where no better name is known.
const MACHINE_NAME = /^\S+[.@]\S{2,}$/u

/** Enters an identity, and makes one of all groups that it belongs to. */
export function addIdentity(
  groups: IdentityGroups,
  identity: Identity,
  role: { readonly isAuthor: boolean; readonly isBot: boolean },
): void {
  const keys = keysOf(identity, groups)
  if (keys.length === 0) return
  const found = keys.flatMap((key) => groups.byKey.get(key) ?? [])
  const at = found[0] === undefined ? create(groups) : rootOf(groups, found[0])
  for (const other of found) join(groups, at, rootOf(groups, other))
  for (const key of keys) if (!groups.byKey.has(key)) groups.byKey.set(key, at)
  const entry = groups.entries[at]
  if (entry === undefined) return
  if (identity.address !== "" && isOwnAddress(identity, groups)) entry.addresses.add(identity.address)
  describe(entry, identity, role)
}

function describe(
  entry: Entry,
  identity: Identity,
  role: { readonly isAuthor: boolean; readonly isBot: boolean },
): void {
  const { name, isAddress, isRobot: robot } = readIdentity(identity)
  const weight = name === undefined || isAddress ? 0 : weightOf(name, role.isAuthor)
  if (name !== undefined) entry.names.set(name, (entry.names.get(name) ?? 0) + weight)
  entry.isAuthor ||= role.isAuthor
  entry.isBot ||= role.isBot || robot
}

function weightOf(name: string, isAuthor: boolean): number {
  if (MACHINE_NAME.test(name)) return 0
  return isAuthor ? AUTHOR_WEIGHT : 1
}

/** Scrambled addresses joined with the one readable address that has their local part. */
export function joinScrambled(groups: IdentityGroups): void {
  const byLocal = new Map<string, number | "several">()
  for (const [key, at] of groups.byKey) {
    if (!key.startsWith("address:")) continue
    const local = key.slice("address:".length, key.indexOf("@"))
    const known = byLocal.get(local)
    byLocal.set(local, known === undefined || known === rootOf(groups, at) ? rootOf(groups, at) : "several")
  }
  for (const [key, at] of groups.byKey) {
    const target = key.startsWith("local:") ? byLocal.get(key.slice("local:".length)) : undefined
    if (typeof target === "number") join(groups, rootOf(groups, target), rootOf(groups, at))
  }
}

/** Who writes with an initial for the family name joined with the one author whose name their address spells out. */
export function joinInitialled(groups: IdentityGroups): void {
  const roots = groups.entries.filter((entry) => entry.isAuthor && entry.parent === entry.order)
  for (const short of roots) {
    const name = short.names.keys().find(isInitialled)
    if (name === undefined) continue
    const [found, ...others] = roots.filter((entry) => entry !== short && isWrittenOut(name, short, entry))
    if (found === undefined || others.length > 0) continue
    found.names.set(bestOf(found) ?? "", AUTHOR_WEIGHT + (short.names.get(name) ?? 0))
    short.names.delete(name)
    join(groups, rootOf(groups, found.order), rootOf(groups, short.order))
  }
}

function isWrittenOut(name: string, { addresses }: Entry, { names }: Entry): boolean {
  return names.keys().some((full) => isInitialOf({ name, addresses }, full))
}

/** What somebody is called most. */
export function bestOf({ names }: Entry): string | undefined {
  let best: string | undefined
  for (const [name, count] of names) if (best === undefined || count > (names.get(best) ?? 0)) best = name
  return best
}

/** The entry that now stands for a group. Paths are halved on the way: near constant cost, no recursion. */
export function rootOf(groups: IdentityGroups, at: number): number {
  let root = at
  for (;;) {
    const entry = groups.entries[root]
    const above = entry === undefined ? undefined : groups.entries[entry.parent]
    if (entry === undefined || above === undefined || entry.parent === root) return root
    entry.parent = above.parent
    root = entry.parent
  }
}

/** What an identity tells by itself. */
interface ReadIdentity {
  readonly byAddress: string | undefined
  readonly byName: string | undefined
  /** By all that they are called, where that is no full name. */
  readonly byWord: string | undefined
  readonly name: string | undefined
  /** The name is an address, or what is left of one. */
  readonly isAddress: boolean
  readonly isRelayed: boolean
  readonly isRobot: boolean
}

// A thread asks for its people with every message that comes; what one identity tells never changes.
const readIdentities = new WeakMap<Identity, ReadIdentity>()

function readIdentity(identity: Identity): ReadIdentity {
  const known = readIdentities.get(identity)
  if (known !== undefined) return known
  const isSpelled = isSpelledAddress(identity)
  const name = isSpelled ? identity.address.split("@", 1)[0] : displayName(identity.name ?? "")
  const full = isSpelled ? undefined : nameKey(identity.name)
  const local = knownLocalPart(identity.address)
  const byAddress = local === undefined ? `address:${identity.address}` : `local:${local}`
  const read = {
    byAddress: identity.address === "" ? undefined : byAddress,
    byName: full === undefined ? undefined : `name:${full}`,
    byWord: name === undefined ? undefined : `word:${name.toLowerCase()}`,
    name,
    isAddress: isSpelled || isAddressName(identity.name ?? ""),
    isRelayed: isRelayed(identity),
    isRobot: isRobot(identity),
  }
  readIdentities.set(identity, read)
  return read
}

/** What an identity can be recognised by. */
export function keysOf(identity: Identity, groups: Pick<IdentityGroups, "shared">): readonly string[] {
  const { byAddress, byName, byWord } = readIdentity(identity)
  const keys = byAddress === undefined || !isOwnAddress(identity, groups) ? [] : [byAddress]
  if (byName !== undefined) return [...keys, byName]
  return keys.length > 0 || byWord === undefined ? keys : [byWord]
}

/** Of who has no name at all, a shared address is all that is known. */
function isOwnAddress(identity: Identity, { shared }: Pick<IdentityGroups, "shared">): boolean {
  return !readIdentity(identity).isRelayed && !(shared.has(identity.address) && identity.name !== undefined)
}

function create(groups: IdentityGroups): number {
  const order = groups.entries.length
  groups.entries.push({ order, parent: order, names: new Map(), addresses: new Set(), isAuthor: false, isBot: false })
  return order
}

/** The older group takes in the younger, so that whoever wrote first gives the id. */
function join(groups: IdentityGroups, one: number, other: number): void {
  const target = groups.entries[Math.min(one, other)]
  const source = groups.entries[Math.max(one, other)]
  if (target === undefined || source === undefined || target === source) return
  source.parent = target.order
  for (const address of source.addresses) target.addresses.add(address)
  for (const [name, count] of source.names) target.names.set(name, (target.names.get(name) ?? 0) + count)
  target.isAuthor ||= source.isAuthor
  target.isBot ||= source.isBot
}
