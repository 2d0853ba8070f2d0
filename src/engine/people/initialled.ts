import { wordsOf } from "./name-fit.ts"

const INITIALLED = /^\p{Lu}\p{Ll}+ \p{Lu}\.?$/u

/** "Ada H": an initial stands for the family name. */
export function isInitialled(name: string): boolean {
  return name.length <= MAX_NAME && INITIALLED.test(name)
}

// Longer names are attacks.
const MAX_NAME = 60

/** Whether a name is the one that somebody with an initial writes out in an address: "Ada H" of `holm.ada@` is Ada Holm. */
export function isInitialOf(
  { name, addresses }: { readonly name: string; readonly addresses: Iterable<string> },
  full: string,
): boolean {
  const [given = "", initial = ""] = wordsOf(name)
  const words = wordsOf(full)
  const family = words.at(-1) ?? ""
  if (words.length < 2 || words[0] !== given || family.length < 2 || !family.startsWith(initial)) return false
  for (const address of addresses) {
    const parts = wordsOf(address.split("@", 1)[0] ?? "")
    if (parts.includes(given) && parts.includes(family)) return true
  }
  return false
}
