import type { Identity } from "../../model/message.ts"
import { isInitialled, isInitialOf } from "./initialled.ts"
import { nameKey } from "./name-key.ts"
import { isRelayed } from "./addresses/relays.ts"

/** Whether two identities are one person as far as they alone tell: one address, or one name, however it is spelled. */
export function isSamePerson(one: Identity, other: Identity): boolean {
  if (one.address !== "" && one.address === other.address) return !haveUnlikeNames(one, other)
  if (one.name === undefined || other.name === undefined) return false
  if (one.name.toLowerCase() === other.name.toLowerCase() || haveOneFullName(one.name, other.name)) return true
  return isWrittenOut(one, other) || isWrittenOut(other, one)
}

function isWrittenOut({ name = "", address }: Identity, { name: full = "" }: Identity): boolean {
  return isInitialled(name) && isInitialOf({ name, addresses: [address] }, full)
}

function haveOneFullName(one: string, other: string): boolean {
  const key = nameKey(one)
  return key !== undefined && key === nameKey(other)
}

/**
 * Whether two who write from one address are two: a list or a tracker has one for everybody.
 *
 * "Bob" and "Bob Stone" are one person, and so is who writes their name in two scripts, or under the name of a
 * company from an address that has their own in it.
 */
export function haveUnlikeNames(one: Identity, other: Identity): boolean {
  if (one.name === other.name || one.name === undefined || other.name === undefined) return false
  const [names, others] = [wordsOf(one), wordsOf(other)]
  if (names === undefined || others === undefined || names.some((word) => others.includes(word))) return false
  if (isRelayed(one) && isRelayed(other)) return true
  const local = one.address.split("@", 1)[0] ?? ""
  return ![...names, ...others].some((word) => word.length > 2 && local.includes(word))
}

/** The words of a full name in letters that can be compared; of one that is relayed even a single word. */
function wordsOf(identity: Identity): readonly string[] | undefined {
  const name = identity.name ?? ""
  const full = name.includes(" ") ? nameKey(name) : undefined
  const key = full ?? (isRelayed(identity) ? name.toLowerCase() : undefined)
  return key === undefined || /[^\p{Script=Latin}\p{Script=Common}]/u.test(key) ? undefined : key.split(" ")
}
