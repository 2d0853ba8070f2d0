import type { Identity } from "../../../model/message.ts"
import { codeAt } from "../../patterns/code-at.ts"

const LETTERS = /\p{L}+/gu
// "G. (Grace) van den Berg": nobody signs with more words than these.
const MOST_WORDS = 5

const CLOSING =
  /^(?:(?:with|my|many|kind(?:est)?|best|warm(?:est)?|all the|and|hope (?:this|that) helps|in advance|regards|wishes|greetings|cheers|thanks|thank you|thx|yours|sincerely|truly|faithfully|hth)\b[\s,.!;-]*)+/i

/**
 * Whether a sentence is nothing but its author's name, as people put it under what they wrote, with or without a
 * closing: it says nothing.
 */
export function isSignedName(text: string, { name = "", address }: Identity): boolean {
  if (text.length <= LONGEST_INITIALS && isInitials(text, name)) return true
  if (text.length > LONGEST || !mayEndInName(text, `${name} ${address}`.toLowerCase())) return false
  const words = lettersOf(text.replace(CLOSING, ""))
  if (words.length === 0 || words.length > MOST_WORDS || /\d/.test(text)) return false
  const own = new Set([...lettersOf(name), ...lettersOf(address.split("@", 1)[0] ?? "")])
  return words.some((word) => own.has(word)) && words.every((word) => word.length === 1 || own.has(word))
}

const LONGEST = 60
// "- A. B. C."
const LONGEST_INITIALS = 10

/** "R.", "-- RDU", "sg>": the author's initials, or the first of them in a capital letter. */
function isInitials(text: string, name: string): boolean {
  const { letters } = /^[\s\-–—~/]*(?<letters>\p{L}(?:\.? ?\p{L}){0,3})\.?>?$/u.exec(text)?.groups ?? {}
  const wanted = letters?.replaceAll(/[. ]/g, "")
  if (wanted === undefined) return false
  const initials = lettersOf(name)
    .map((word) => word.charAt(0))
    .join("")
  return initials.length > 1 && (wanted.toLowerCase() === initials || wanted === initials.charAt(0).toUpperCase())
}

/** A cheap look before the dear one: whether the last letters stand among those of the author; of plain texts only. */
function mayEndInName(text: string, author: string): boolean {
  let end = text.length
  while (end > 0 && !isLetter(codeAt(text, end - 1))) end--
  let start = end
  let isPlain = true
  while (start > 0 && isLetter(codeAt(text, start - 1))) if (codeAt(text, --start) > 0x7f) isPlain = false
  return !isPlain || end - start < 2 || author.includes(text.slice(start, end).toLowerCase())
}

/** What is not plain may be one. */
function isLetter(code: number): boolean {
  const small = code | SMALL
  return code > 0x7f || (small >= 0x61 && small <= 0x7a)
}

// The bit that tells small letters from capital ones.
const SMALL = 0x20

function lettersOf(text: string): readonly string[] {
  return text.toLowerCase().match(LETTERS) ?? []
}
