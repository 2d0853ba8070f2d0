import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { readAttributed } from "../attributions/attribution-name.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"
import { claimQuote } from "./pasted-quote.ts"
import { isSamePerson } from "../../people/same-person.ts"

/**
 * Patches carry their author with them: git puts "From: Ada" above the words of one that somebody else sends, and people
 * paste what `git format-patch` wrote. The words down to the `---` are that author's; notes below it are the sender's.
 */
export function markPatchAuthors(lines: readonly DraftLine[], sender: Identity): void {
  for (let at = 0; at < lines.length; at++) {
    if (!isOpen(lines[at]) || !mayBeHead(lines, at)) continue
    const last = endOfHead(lines, at)
    const author = authorIn(lines, at, last)
    const patch = author === undefined ? undefined : firstOfPatch(lines, last + 1)
    if (author === undefined || patch === undefined) continue
    const isOwn = isSamePerson(author, sender) || isAccountOf(sender, author)
    claim(lines, { first: at, last }, isOwn ? "patch" : "attribution")
    if (!isOwn) claimQuote(lines, { first: last + 1, last: patch - 1 }, author)
    at = last
  }
}

/** "-- >8 --": what stands above is not the patch's. */
const SCISSORS = /^[-\s]*(?:>8|8<|>%|%<)[-\s]*(?:cut here)?[-\s]*$/iu
const FIELD = /^(?:From|Date|Subject|To|Cc|Message-ID|Content-\S+): \S/iu
const SHA_LINE = /^From [0-9a-f]{12,40} /u

/** git's header begins with the number of a commit, or, above a whole mail and below scissors, with its author. */
function mayBeHead(lines: readonly DraftLine[], at: number): boolean {
  const { content } = lineAt(lines, at)
  if (!content.startsWith("From")) return false
  return SHA_LINE.test(content) || (content.startsWith("From: ") && opensMail(lines, at))
}

// What stands above it is blank; a longer run of blank lines was never seen.
const MAX_BLANK = 4

function opensMail(lines: readonly DraftLine[], at: number): boolean {
  let above = at - 1
  while (above >= 0 && above >= at - MAX_BLANK && isBlank(lineAt(lines, above))) above--
  return above < 0 || SCISSORS.test(lineAt(lines, above).content)
}

function endOfHead(lines: readonly DraftLine[], first: number): number {
  let last = first
  while (isOpen(lines[last + 1]) && (FIELD.test(lineAt(lines, last + 1).content) || continues(lines, last + 1))) last++
  return last
}

/** A long subject goes on in an indented line. */
function continues(lines: readonly DraftLine[], at: number): boolean {
  return /^\s\S/u.test(lineAt(lines, at).content)
}

function authorIn(lines: readonly DraftLine[], first: number, last: number): Identity | undefined {
  for (let at = first; at <= last; at++) {
    const { content } = lineAt(lines, at)
    if (!content.startsWith("From: ")) continue
    const by = readAttributed(content.slice("From: ".length))
    if (typeof by === "object" && by.author.address !== "") return by.author
  }
  return undefined
}

// The longest message of a commit that lists hold has some 300 lines.
const MAX_MESSAGE = 400

/** Who sends from an address alone, with their name in it, sends their own. */
function isAccountOf({ name = "", address }: Identity, author: Identity): boolean {
  if (name !== "" && !name.includes("@")) return false
  const account = address.split("@", 1)[0] ?? ""
  return (author.name?.toLowerCase().match(/\p{L}{4,}/gu) ?? []).some((word) => account.includes(word))
}

/** The `---`, diffstat or diff that ends the words of a commit; without it there is no patch, and a "From:" is a sentence's. */
function firstOfPatch(lines: readonly DraftLine[], from: number): number | undefined {
  for (let at = from; at < Math.min(lines.length, from + MAX_MESSAGE); at++) {
    const { zone, depth } = lineAt(lines, at)
    if (depth > 0) return undefined
    if (zone === "patch") return at
  }
  return undefined
}
