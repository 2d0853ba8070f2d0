import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { introducesOwnWords } from "./introduced-blocks.ts"
import { isOpen } from "../lines/open-lines.ts"

/**
 * Paragraphs in quotation marks from the first letter to the last are somebody else's words, whatever marks and
 * apostrophes stand between; so are all those from a mark that its paragraph does not close to the one that closes it.
 */
export function markQuotedParagraphs(lines: readonly DraftLine[]): void {
  for (let first = 0; first < lines.length; first++) {
    if (!isFilled(lines[first])) continue
    const fence = endOfFence(lines, first)
    if (fence !== undefined) {
      claimAll(lines, { first, last: fence })
      first = fence
      continue
    }
    const last = endOfParagraph(lines, first)
    const end = isQuotation(lines, first) ? endOfQuotation(lines, { first, last }) : undefined
    if (end !== undefined && !introducesOwnWords(lines, first)) claimAll(lines, { first, last: end })
    first = end ?? last
  }
}

interface Range {
  readonly first: number
  readonly last: number
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ["“", "”"],
  ["‘", "’"],
  ["„", "“"],
  ["«", "»"],
])

/** A line of the sender's, or one of those without a mark that were found to be another's. */
function isFilled(line: DraftLine | undefined): boolean {
  if (line === undefined || isBlank(line)) return false
  return (line.zone === "quote" && line.marks === 0) || isOpen(line)
}

function endOfParagraph(lines: readonly DraftLine[], first: number): number {
  let last = first
  while (isFilled(lines[last + 1])) last++
  return last
}

/** Three marks alone on a line, and three again below what they set off. */
const FENCE = /^\s*(?:"""|'''|“””?)\s*$/u

function endOfFence(lines: readonly DraftLine[], first: number): number | undefined {
  if (!FENCE.test(lineAt(lines, first).content)) return undefined
  for (let at = first + 1; at < Math.min(lines.length, first + MOST_LINES); at++)
    if (FENCE.test(lineAt(lines, at).content)) return at
  return undefined
}

/** Three marks in a row are a program's. */
const OPENS = /^\s*["'“‘„«][^\s"'“‘„«]/u

function isQuotation(lines: readonly DraftLine[], first: number): boolean {
  return OPENS.test(lineAt(lines, first).content)
}

function endOfQuotation(lines: readonly DraftLine[], { first, last }: Range): number | undefined {
  const text = textOf(lines, { first, last })
  const opening = text.charAt(0)
  const closing = CLOSING.get(opening) ?? opening
  if (endsWith(text, closing)) return text.length >= SHORTEST && !closesEarly(text, closing) ? last : undefined
  if (opening === "'" || opening === "‘" || isClosed(text, opening, closing)) return undefined
  return closedBelow(lines, last, closing)
}

// A title or a word in quotation marks says nothing.
const SHORTEST = 20
const MOST_LINES = 40

function textOf(lines: readonly DraftLine[], { first, last }: Range): string {
  let text = ""
  for (let at = first; at <= last; at++) text += `${lineAt(lines, at).content.trim()} `
  return text.trimEnd()
}

function endsWith(text: string, closing: string): boolean {
  return text.replace(/[.,;]$/u, "").endsWith(closing)
}

/** Whether a mark closes within the text what the first one opens: it follows a word, and is no apostrophe. */
function closesEarly(text: string, closing: string): boolean {
  for (let at = text.indexOf(closing, 1); at !== -1 && at < text.length - 2; at = text.indexOf(closing, at + 1)) {
    if (/[\s(]/u.test(text.charAt(at - 1))) return false
    if (closing !== "'" && closing !== "’") return true
    if (/[^\p{L}]/u.test(text.charAt(at + 1)) && text.charAt(at - 1) !== "s") return at < LONGEST_WORD
  }
  return false
}

// 'This much' of a text may be one that somebody speaks of.
const LONGEST_WORD = 30

function isClosed(text: string, opening: string, closing: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1
  return opening === closing ? count(opening) % 2 === 0 : count(closing) >= count(opening)
}

/** The last line of the paragraph below that ends with the mark. */
function closedBelow(lines: readonly DraftLine[], above: number, closing: string): number | undefined {
  for (let first = above + 1; first < Math.min(lines.length, above + MOST_LINES); first++) {
    if (isBlank(lineAt(lines, first))) continue
    if (!isFilled(lines[first])) return undefined
    const last = endOfParagraph(lines, first)
    const text = textOf(lines, { first, last })
    if (endsWith(text, closing) && (OPENS.test(text) || text.split(closing).length % 2 === 0)) return last
    first = last
  }
  return undefined
}

/** What was found to be somebody's takes the rest of its paragraph along. */
function claimAll(lines: readonly DraftLine[], { first, last }: Range): void {
  let author: DraftLine["author"]
  let isTied = false
  for (let at = first; at <= last; at++) {
    const { zone, author: theirs } = lineAt(lines, at)
    if (zone !== "quote") continue
    isTied = true
    author ??= theirs
  }
  for (let at = first; at <= last; at++) {
    const line = lines[at]
    if (!isOpen(line) || isBlank(line)) continue
    line.zone = isTied ? "quote" : "log"
    if (!isTied) continue
    line.depth = 1
    line.author = author
  }
}
