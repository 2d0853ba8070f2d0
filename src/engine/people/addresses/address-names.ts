import type { Identity } from "../../../model/message.ts"
import { readableAddress } from "./addresses.ts"

// `ada at tern.example`, `ada@tern.example`, and what a hiding archive makes of it: `@d@ m@iii@g oii tern@ex@mpie`.
const SPOKEN = /^[\w.+-]{1,64} at [\w-]+(?:\.[\w-]+)+$/u
const PLAIN = /^[^\s@<>]+@[^\s@<>]+$/u
// Longer names are attacks.
const MAX_NAME = 200

/** Whether somebody goes by an address in a name's place. */
export function isAddressName(name: string): boolean {
  if (name.length > MAX_NAME) return false
  return name.includes("@") ? PLAIN.test(name) || isDisguised(name) : name.includes(" at ") && SPOKEN.test(name)
}

/** Whether somebody's name is their address without its @, as archives write it: `ada.tern.example`, `ada tern.example`. */
export function isSpelledAddress({ name = "", address }: Identity): boolean {
  const at = address.indexOf("@")
  if (at < 1 || name.length !== address.length || !name.includes(".", at)) return false
  return (
    /[. ]/u.test(name.charAt(at)) &&
    name.slice(0, at).toLowerCase() === address.slice(0, at) &&
    name.slice(at + 1).toLowerCase() === address.slice(at + 1)
  )
}

/** Whether an archive put marks in the place of letters: nobody can read the address any more. */
export function isDisguised(name: string): boolean {
  return name.length <= MAX_NAME && name.split("@").length > MOST_MARKS && /^[\w@.+ -]+$/u.test(name)
}

// "@ada@terns.example" is an account.
const MOST_MARKS = 3

/** The part before the @, or what is left legible of it. */
export function localPartOf(name: string): string {
  return isDisguised(name) ? (name.split(" ", 1)[0] ?? name) : (readableAddress(name).split("@", 1)[0] ?? name)
}

/** What an archive hid: it leaves most letters, puts an `@` for others and for full stops, and an `i` for an `l`. */
export function undisguising(name: string): (local: string) => boolean {
  const hidden = localPartOf(name).toLowerCase()
  return (local) => isHidden(local, hidden)
}

function isHidden(word: string, hidden: string): boolean {
  if (word.length !== hidden.length) return false
  for (let at = 0; at < word.length; at++) {
    const mark = hidden[at]
    if (mark !== "@" && mark !== word[at] && !(mark === "i" && word[at] === "l")) return false
  }
  return true
}

/** Whether a word of a name can still be read in what an archive hid: a third of its letters may be gone. */
export function isLegibleIn(word: string, disguised: string): boolean {
  if (word.length < SHORTEST_LEGIBLE) return false
  const parts = localPartOf(disguised)
    .toLowerCase()
    .split(/[^a-z@]+/u)
  return parts.some((part) => isHidden(word, part) && (part.split("@").length - 1) * 3 <= part.length)
}

/** Whether a word is what an archive made of part of a name, with another letter in it: "hoim" of "Holm". */
export function isHiddenForm(hidden: string, name: string): boolean {
  const words = name.toLowerCase().split(/[^\p{L}]+/u)
  return hidden
    .split(/[^a-z]+/u)
    .some(
      (part) =>
        part.length >= SHORTEST_LEGIBLE &&
        words.some((word) => word !== part && (isHidden(word, part) || startsHidden(word, part))),
    )
}

function startsHidden(word: string, part: string): boolean {
  return part.length < word.length && part.includes("i") && isHidden(word.slice(0, part.length), part)
}

/** The longest piece of a disguised address that lost no letter. */
export function longestPiece(disguised: string): string {
  const pieces =
    localPartOf(disguised)
      .toLowerCase()
      .match(/[a-z](?:[a-z.-]*[a-z])?/g) ?? []
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "")
}

// Shorter words stand anywhere by chance.
const SHORTEST_LEGIBLE = 3
