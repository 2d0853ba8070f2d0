import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { isUnderlined } from "./underlined-headings.ts"
import { claim, isLegible, isOpen } from "../lines/open-lines.ts"

/**
 * A document that its poster lays before the others: what stands in it is what is talked about, and says nothing to
 * them. Its headings are underlined, and more than that: a line introduces it, a fence stands around it, it is marked up
 * for a program, or has a blank line below every line. Who orders words of their own under headings says "I".
 */
export function markPosted(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (!isOpen(lines[at]) || !isUnderlined(lines, at)) continue
    const range = documentAt(lines, at)
    if (range === undefined) continue
    claim(lines, range, "log")
    at = range.last
  }
}

interface Range {
  readonly first: number
  readonly last: number
}

function documentAt(lines: readonly DraftLine[], heading: number): Range | undefined {
  const above = filledAbove(lines, heading)
  const fence = isOpen(lines[above]) && FENCE.test(lineAt(lines, above).content) ? above : undefined
  const end = fence === undefined ? undefined : closingFence(lines, fence)
  const first = end === undefined ? (firstBelowLead(lines, heading) ?? heading) : (fence ?? heading)
  const range = { first, last: end ?? endOfOpen(lines, heading) }
  const isSetOff = end !== undefined || isLead(lines, above) || isMarkedUp(lines, range)
  return isSetOff && !isSpokenIn(lines, range) ? range : undefined
}

const FENCE = /^\s*(?:[-=*~]{3,}|[-\s]*(?:>8|8<|>%|%<)[-\s>8<]*)\s*$/u

function filledAbove(lines: readonly DraftLine[], from: number): number {
  let at = from - 1
  while (at >= 0 && isBlank(lineAt(lines, at))) at--
  return at
}

function closingFence(lines: readonly DraftLine[], fence: number): number | undefined {
  const mark = lineAt(lines, fence).content.trim()
  for (let at = fence + 1; at < lines.length && lineAt(lines, at).depth === 0; at++)
    if (lineAt(lines, at).content.trim() === mark && !isUnderlined(lines, filledAbove(lines, at))) return at
  return undefined
}

/** The last line of a document without a fence: up to a quote, a closing, a signature. */
function endOfOpen(lines: readonly DraftLine[], from: number): number {
  let last = from
  for (let at = from; at < lines.length; at++) {
    const { depth, zone } = lineAt(lines, at)
    if (depth > 0 || zone === "greeting" || zone === "signature" || zone === "footer") break
    if (!isBlank(lineAt(lines, at))) last = at
  }
  return last
}

/** "Here we go:", "The new text:" */
const LEAD =
  /\b(?:here(?: (?:it|we|you|they|comes?|is|are|goes?)|['’]s)|below|follow(?:s|ing)|proposed|draft|(?:new|whole|full|revised|rewritten|current) (?:text|version|page|document|chapter|section|file|guide)|faq|readme|part|half)\b.{0,60}:\s*$/iu
// A preface stands above the first heading.
const MOST_OF_PREFACE = 40

function isLead(lines: readonly DraftLine[], at: number): boolean {
  const line = lines[at]
  return isLegible(line) && line.content.trimEnd().endsWith(":") && LEAD.test(line.content)
}

function firstBelowLead(lines: readonly DraftLine[], heading: number): number | undefined {
  for (let at = heading - 1; at >= Math.max(0, heading - MOST_OF_PREFACE); at--) {
    if (isLead(lines, at)) return at + 1
    if (lineAt(lines, at).depth > 0) return undefined
  }
  return undefined
}

/** What programs that set documents read: roles, links, comments, terms. */
const MARKUP = /:\w+:`[^`]+`|`[^`<]*<?https?:\/\/[^`]*`_|^\.\. [\w|[]|^\*\*[^*]+\*\*:|^\s*\|\|? ?=|^\[\[\w/u
const LEAST_MARKED = 2
const LEAST_DOUBLE = 4

/** Whether markup stands in it, or blank lines part what goes on in small letters. */
function isMarkedUp(lines: readonly DraftLine[], { first, last }: Range): boolean {
  let [marked, parted] = [0, 0]
  for (let at = first; at <= last; at++) {
    const { content } = lineAt(lines, at)
    if (content.length <= LONGEST && MARKUP.test(content)) marked++
    if (isBlank(lineAt(lines, at - 1)) && CONTINUES.test(content) && GOES_ON.test(lineAt(lines, at - 2).content))
      parted++
    if (marked >= LEAST_MARKED || parted >= LEAST_DOUBLE) return true
  }
  return false
}

const LONGEST = 200
const CONTINUES = /^\s{0,8}\p{Ll}/u
const GOES_ON = /[\p{L}\p{N},)"'’]\s*$/u

const FIRST_PERSON = /(?:^|[\s("])(?:I|I['’](?:m|d|ll|ve)|[Mm]y)(?=[\s,.])/u
// A long manual lets somebody else speak now and then.
const LINES_FOR_EACH = 100

function isSpokenIn(lines: readonly DraftLine[], { first, last }: Range): boolean {
  let said = 0
  for (let at = first; at <= last; at++) if (FIRST_PERSON.test(lineAt(lines, at).content)) said++
  return said > (last - first) / LINES_FOR_EACH
}
