import { isAddressName, isHiddenForm, localPartOf } from "./addresses/address-names.ts"

/**
 * A name as people would say it: `"Tian, Kevin"` is Kevin Tian, `Ada via list` is Ada. Whatever a
 * mail program put around it is taken away; undefined where nothing is left.
 */
export function displayName(raw: string): string | undefined {
  const name = bareName(raw)
  const remark = name === undefined ? undefined : HIDDEN.exec(raw)?.groups?.["hidden"]
  return name !== undefined && remark !== undefined && isHiddenForm(remark, name) ? `${name} (${remark})` : name
}

/** `Ada Holm (hoim)`: what an archive made of her, beside what others call her. */
const HIDDEN = /^[^()]{1,100} \((?<hidden>[a-z.-]{2,40})\)$/u

/** The same without what an archive made of it. */
export function bareName(raw: string): string | undefined {
  if (raw.length <= MAX_NAME && PLAIN.test(raw) && !ADDED.test(raw)) return raw
  const bare = raw
    .slice(0, MAX_NAME)
    .replaceAll(/["“”]/gu, "")
    .replaceAll(ADDRESS_WITHIN, " ")
    .replace(VIA, "")
    .replace(ALIAS, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(EDGES, "")
  if (isAddressName(bare)) return localPartOf(bare)
  const plain = bare.replace(REMARK, "").replaceAll(EDGES, "")
  const name = turned(isTelling(plain) ? plain : bare.replaceAll(BRACKETS, "")).replace(DOTTED, spaced)
  return isTelling(name) ? name : undefined
}

function isTelling(name: string): boolean {
  return /\p{L}|\p{N}/u.test(name)
}

function spaced(name: string): string {
  return name.replaceAll(".", " ")
}

// Letters with single spaces, as most names are: nothing is to be taken away but what a relay added.
const PLAIN = /^\p{L}[\p{L} ]*(?<! )$/u
const ADDED = / (?: |via\b|aka\b)/iu
// Longer names are attacks; each step below looks at every character a few times.
const MAX_NAME = 200
const VIA = /\s+\(?via\b.*$/iu
// `Ada Lovelace <ada@example.org>`, and `‹…›` where a program took its own marks out.
const ADDRESS_WITHIN = /(?<=\S\s*)[<‹][^<>‹›]{0,100}[>›]/gu
// "Ada Lovelace aka Countess": two names of one.
const ALIAS = /(?<=\S) (?:aka|a\.k\.a\.) .*$/iu
// `Ada Lovelace (Example Corp)`, `Ada Lovelace [EXT]`
const REMARK = /\s*[([][^)\]]*[)\]]?\s*$/u
// `(Ada Lovelace)`: all that there is, and no remark.
const BRACKETS = /^[\s([]+|[\s)\]]+$/gu
// `Ada.Lovelace`, as accounts are called.
const DOTTED = /^\p{Lu}\p{Ll}+(?:\.\p{Lu}\p{Ll}+)+$/u
const EDGES = /^[\s,;:'`*]+|[\s,;:'`*]+$/gu
// What may stand behind a comma without being a first name.
const SUFFIX = /^(?:jr|sr|ii|iii|phd|ph\.d|md|m\.d|inc|ltd|llc|gmbh|corp|esq)\b/iu

/** `Tian, Kevin` and `Edgecombe, Rick P`: family name first, as directories print it. */
function turned(name: string): string {
  const comma = name.indexOf(",")
  if (comma < 1 || comma !== name.lastIndexOf(",")) return name
  const family = name.slice(0, comma).trim()
  const given = name.slice(comma + 1).trim()
  if (given === "" || SUFFIX.test(given) || family.split(" ").length > 3 || given.split(" ").length > 3) return name
  return `${given} ${family}`
}
