import type { Identity } from "../../model/message.ts"
import { nameKey } from "../people/name-key.ts"

/** Whether two identities are one person's: one address, or one full name. */
export function isSamePerson(one: Identity, other: Identity): boolean {
  const key = nameKey(one.name)
  return (one.address !== "" && one.address === other.address) || (key !== undefined && key === nameKey(other.name))
}
