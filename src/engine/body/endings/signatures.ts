import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"

// What stands below "-- " is a few lines; "--" alone may also divide two parts of a text.
const MAX_LOOSE_SIGNATURE = 8
// Below "--" and the sender's own name stand titles, an institute and a postal address: rarely more than this.
const MAX_NAMED_SIGNATURE = 14

/** The signature below `-- ` (RFC 3676, 4.3), and below the "--" that many programs leave of it. */
export function markSignatures(lines: DraftLine[], author: Identity): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || !isDelimiter(line.content)) continue
    const isStrict = line.content.startsWith("-- ")
    const most = isSignedBelow(lines, at, author) ? MAX_NAMED_SIGNATURE : MAX_LOOSE_SIGNATURE
    const last = endOfSignature(lines, at, isStrict ? lines.length : at + most + 2)
    if (!isStrict && !isLooseSignature(lines, { first: at, last }, most)) continue
    claim(lines, { first: at, last }, "signature")
    at = last
  }
}

/** The next line is short and holds the name, or begins with all of it, however much follows. */
function isSignedBelow(lines: readonly DraftLine[], at: number, author: Identity): boolean {
  const { text } = lineAt(lines, at + 1)
  return isNamedIn(author, text) || startsWithName(text, author)
}

/** "--" without its space divides a text as often as it ends one: a signature ends the mail, or begins with the sender's name. */
function isLooseSignature(
  lines: readonly DraftLine[],
  { first, last }: { readonly first: number; readonly last: number },
  most: number,
): boolean {
  let filled = 0
  for (let at = first + 1; at <= last; at++) if (!isBlank(lineAt(lines, at))) filled++
  return filled <= most && (most === MAX_NAMED_SIGNATURE || !hasOwnBelow(lines, last + 1))
}

/** Whether a line is what stands above a signature. */
export function isDelimiter(text: string): boolean {
  return text === "-- " || text === "--" || text === "--\u00a0" || SPACED_DASHES.test(text)
}

const SPACED_DASHES = /^-(?: -){2,20} ?$/

/** A signature ends at the next quote or attribution, or where another zone begins. */
function endOfSignature(lines: readonly DraftLine[], start: number, limit: number): number {
  let at = start + 1
  while (at < Math.min(limit, lines.length)) {
    const line = lines[at]
    if (line === undefined || line.depth > 0) break
    if (line.zone !== undefined && line.zone !== "blank") break
    at++
  }
  return at - 1
}

function hasOwnBelow(lines: readonly DraftLine[], from: number): boolean {
  for (let at = from; at < lines.length; at++) if (isOpen(lines[at])) return true
  return false
}

/** Whether a line is short and holds a person's address or a word of their name. */
export function isNamedIn({ name, address }: Identity, line: string): boolean {
  if (line.trim().length > MAX_NAME_LINE) return false
  const text = line.toLowerCase()
  if (address !== "" && text.includes(address)) return true
  const words = wordsOf(text)
  return wordsOf((name ?? "").toLowerCase()).some((word) => words.includes(word))
}

// "Ada Lindqvist, Institute of Terns" at most; longer lines are sentences.
const MAX_NAME_LINE = 60

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}{3,}/gu) ?? []
}

/** Whether a line begins with a person's whole name, which has two words at least. */
export function startsWithName(line: string, { name = "" }: Identity): boolean {
  const own = lettersOnly(name)
  return own.includes(" ") && lettersOnly(line.slice(0, name.length + MOST_SIGNS)).startsWith(own)
}

// Commas and dots that others leave out.
const MOST_SIGNS = 8

function lettersOnly(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, " ")
    .trim()
}
