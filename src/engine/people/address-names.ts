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
  return (local) =>
    local.length === hidden.length &&
    hidden.split("").every((mark, at) => mark === "@" || mark === local[at] || (mark === "i" && local[at] === "l"))
}
