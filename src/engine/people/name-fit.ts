/**
 * How well a name goes with the part of an address before the @. "full": it spells the name; "family": a family
 * name and the beginning of a given one; "part": one of its words.
 */
export type NameFit = "full" | "family" | "part"

// Shorter words stand in an address by chance.
const SHORTEST_WORD = 3
const SHORTEST_WITHIN = 4
const SHORTEST_TAIL = 5
// "mh" of "mhkelley": what stands for given names before a family name that is written out.
const MOST_INITIALS = 3

// "Hi Ada" is what others wrote.
const GREETINGS = new Set("hi hello hey dear hallo thanks thank cheers from to cc by".split(" "))

/** How a name goes with an address, by its words in lower case; undefined where it does not. */
export function nameFit(name: string, local: string): NameFit | undefined {
  const words = wordsOf(name)
  const parts = wordsOf(local.replaceAll(/\d/gu, ""))
  const [given = "", family = ""] = [words[0], words.at(-1)]
  if (words.length === 0 || parts.length === 0) return undefined
  if (words.length > 1) {
    if (isSpelt(words, parts)) return "full"
    if (isFamily(given, { family, parts })) return "family"
  }
  return isPart(given, parts) || isFamilyPart(words, parts) ? "part" : undefined
}

/** Words of letters in lower case, accents taken off; "O'Hara" is one. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKD").replaceAll(/[\p{M}'’]/gu, "")
  return plain.toLowerCase().match(/\p{L}+/gu) ?? []
}

function isSpelt(words: readonly string[], parts: readonly string[]): boolean {
  const full = words.filter((word) => word.length > 1)
  if (full.length < 2) return false
  const spelt = parts.filter((part) => part.length > 1).join("")
  return spelt === full.join("") || spelt === full.toReversed().join("")
}

function isFamily(
  given: string,
  { family, parts }: { readonly family: string; readonly parts: readonly string[] },
): boolean {
  const [first = ""] = parts
  if (parts.length > 1)
    return family.length > 1 && parts.at(-1) === family && (given.startsWith(first) || isBeginning(given, first))
  if (family.length < SHORTEST_WITHIN) return false
  const rest = first.endsWith(family) ? first.slice(0, -family.length) : ""
  return rest !== "" && rest.startsWith(given.charAt(0)) && (rest.length <= MOST_INITIALS || given.startsWith(rest))
}

/** "jeff" of "jeffrey". */
function isBeginning(given: string, part: string): boolean {
  return given.length >= SHORTEST_WORD && part.startsWith(given)
}

function isFamilyPart(words: readonly string[], parts: readonly string[]): boolean {
  const [given = "", family = ""] = [words[0], words.at(-1)]
  return !GREETINGS.has(given) && (isPart(family, parts) || (words.length > 1 && isTail(family, parts)))
}

function isPart(word: string, parts: readonly string[]): boolean {
  if (word.length < SHORTEST_WORD) return false
  return parts.some((part) => part === word || (word.length >= SHORTEST_WITHIN && part.startsWith(word)))
}

/** "daddyholmen" of "Tom Holmen": a nickname before the family name. */
function isTail(family: string, parts: readonly string[]): boolean {
  return family.length >= SHORTEST_TAIL && parts.length === 1 && parts[0]?.endsWith(family) === true
}
