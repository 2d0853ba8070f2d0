import type { Identity } from "../../model/message.ts"

/** Whether two identities are one person as far as two messages tell: one address, or one name. */
export function isSameAuthor(one: Identity, other: Identity): boolean {
  if (one.address !== "" && one.address === other.address) return true
  return one.name !== undefined && one.name.toLowerCase() === other.name?.toLowerCase()
}
