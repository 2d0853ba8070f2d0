import type { Identity } from "../../model/message.ts"

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
  if (text.length > LONGEST) return false
  const words = lettersOf(text.replace(CLOSING, ""))
  if (words.length === 0 || words.length > MOST_WORDS || /\d/.test(text)) return false
  const own = new Set([...lettersOf(name), ...lettersOf(address.split("@", 1)[0] ?? "")])
  return words.some((word) => own.has(word)) && words.every((word) => word.length === 1 || own.has(word))
}

const LONGEST = 60

function lettersOf(text: string): readonly string[] {
  return text.toLowerCase().match(LETTERS) ?? []
}
