import { remembering } from "../patterns/remember.ts"
import { isAddressName } from "./addresses/address-names.ts"
import { bareName } from "./display-name.ts"

/**
 * What two spellings of one person's name have in common: "Tian, Kevin", "Kevin Tian" and "KEVIN TIAN
 * via list" give one key. Undefined for what tells nobody apart: one word, or an address in place of a name.
 */
export function nameKey(name: string | undefined): string | undefined {
  return name === undefined ? undefined : keyOf(name)
}

/** A thread has a handful of names, and each mail compares its author's with those of all above it. */
const keyOf = remembering(findKey)

function findKey(name: string): string | undefined {
  const shown = isAddressName(name) ? undefined : bareName(name)
  if (shown === undefined || shown.includes("@")) return undefined
  const words = shown
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
  const isCjk = words.length === 1 && /\p{Script=Han}|\p{Script=Hangul}/u.test(words[0] ?? "")
  const full = words.length > 2 ? words.filter((word) => word.length > 1) : words
  return full.length > 1 || isCjk ? full.join(" ") : undefined
}
