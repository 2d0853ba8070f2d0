import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"
import { isNamedIn } from "./signatures.ts"
import { isSignedName } from "./signed-names.ts"
import { holdsProse, speaksOfPeople } from "../lines/spoken-lines.ts"

/**
 * Signatures that no dashes announce: their writer's name with the ways to reach them, below the last own words of a mail
 * or below those above the mail that it answers. What little stands below such a block (a motto, a machine) is part of it.
 */
export function markBareSignatures(lines: readonly DraftLine[], author: Identity): void {
  const last = lastFilled(lines, lines.length - 1)
  markEndingAt(lines, last, author)
  if (isLinkBehind(lines, last, author)) claim(lines, { first: last, last }, "signature")
  const above = lastFilled(lines, lines.findIndex(isAttribution) - 1)
  if (above >= 0 && above < last) markEndingAt(lines, above, author)
}

function isAttribution({ zone, depth }: DraftLine): boolean {
  return zone === "attribution" && depth === 0
}

/** A link below the quote at the end of a mail that its writer has signed above. */
function isLinkBehind(lines: readonly DraftLine[], last: number, author: Identity): boolean {
  if (last < 0 || !LINK.test(lineAt(lines, last).content)) return false
  const signed = lastFilled(lines, last - 1)
  return (
    signed >= 0 && !isOpenBetween(lines, { first: signed, last }) && isSignedName(lineAt(lines, signed).content, author)
  )
}

interface Range {
  readonly first: number
  readonly last: number
}

// A name, titles, an institute, a postal address and six numbers.
const MOST_OF_BLOCK = 14
// Somebody's words, or what a machine is called.
const MOST_BELOW = 8

function markEndingAt(lines: readonly DraftLine[], last: number, author: Identity): void {
  let below = 0
  for (let end = last; isFilled(lines[end]) && below <= MOST_BELOW;) {
    const paragraph = { first: startOfParagraph(lines, end), last: end }
    const start = startOfBlock(lines, paragraph, author)
    if (start !== undefined) {
      claim(lines, { first: withHead(lines, start), last }, "signature")
      return
    }
    if (POSTSCRIPT.test(lineAt(lines, paragraph.first).content)) return
    below += paragraph.last - paragraph.first + 1
    end = lastFilled(lines, paragraph.first - 1)
    if (!isOpenBetween(lines, { first: end, last: paragraph.first })) return
  }
}

const POSTSCRIPT = /^\s*P\.? ?P?\.?S\b/iu

function isFilled(line: DraftLine | undefined): boolean {
  return isOpen(line) && !isBlank(line)
}

function lastFilled(lines: readonly DraftLine[], from: number): number {
  let at = from
  while (at >= 0 && !isFilled(lines[at])) at--
  return at
}

/** The first line of the paragraph, as far up as a block may reach. */
function startOfParagraph(lines: readonly DraftLine[], end: number): number {
  let first = end
  while (isFilled(lines[first - 1]) && end - first < MOST_OF_BLOCK) first--
  return first
}

function isOpenBetween(lines: readonly DraftLine[], { first, last }: Range): boolean {
  for (let at = first + 1; at < last; at++) if (!isBlank(lineAt(lines, at))) return false
  return true
}

/** Where in a paragraph the block begins that ends it: not with words, for those are a sentence or a closing. */
function startOfBlock(lines: readonly DraftLine[], { first, last }: Range, author: Identity): number | undefined {
  for (let at = first; at < last; at++) {
    const { content } = lineAt(lines, at)
    const begins = NO_LETTERS.test(content) || isNamedIn(author, content) || (at === first && isPart(content))
    if (begins && isBlock(lines, { first: at, last }, author)) return at
  }
  return undefined
}

const NO_LETTERS = /^[^\p{L}]*$/u

/** Nobody who speaks of themselves or of others gives their address. */
function isPart(text: string): boolean {
  return !speaksOfPeople(text) && (WAYS.test(text) || LINK.test(text) || PLACES.test(text))
}

const LINK = /^\s*<?(?:https?:\/\/|www\.)\S+\s*$/u
/** A way to reach somebody: a number, a mail address, a box or a postal code. */
const WAYS =
  /\b(?:e-?mail|tel(?:efon|ephone)?|phone|fax|mobile|cell|voice|skype|web ?site|web|homepage|office|url)\b\.?\s?(?::|\(?\+?\d)|^\s*\+?\(?\d[\d\s().#/-]{6,24}$|^\s*<?[\w.+-]{2,40}(?:@| at )[\w-]+(?:\.[\w-]+)+>?\s*$|\bP\. ?O\. ?Box\b|\b[A-Z]{2},? +\d{5}\b|\b[A-Z]\d[A-Z],? ?\d[A-Z]\d\b/iu
/** Where somebody works, and as what. */
const PLACES =
  /\b(?:Universi\p{L}+|Institut\p{L}*|Dep(?:artmen)?t|Faculty|Prof(?:essor)?|Ph\.? ?D|M\.?D|M\.?Sc|B\.?Sc|Inc|GmbH|Ltd|LLC|Laborator\p{L}+|School|Clinic\p{L}*|Hospital|Cent(?:re|er)|Street|Avenue|Road|Suite|Engineer|Manager|Director)\b/u

function isBlock(lines: readonly DraftLine[], { first, last }: Range, author: Identity): boolean {
  let [ways, links, places] = [0, 0, 0]
  let isNamed = isNameAbove(lines, first, author)
  for (let at = first; at <= last; at++) {
    const { content } = lineAt(lines, at)
    if (isNoPart(content)) return false
    isNamed ||= isNamedIn(author, content)
    if (LINK.test(content)) links++
    else if (WAYS.test(content)) ways++
    else if (PLACES.test(content)) places++
  }
  return isNamed && ways + places > 0 && ways + links > 0 && (ways + links) * 2 + places >= LEAST
}

function isNoPart(text: string): boolean {
  return text.length > LONGEST || holdsProse(text) || speaksOfPeople(text) || TRAILER.test(text)
}

const LONGEST = 120
const TRAILER = /^\s*[A-Z][\w-]+-by: /u
// Two ways, or one and two places; links alone are what somebody refers to.
const LEAST = 4

/** The name alone, a line higher. */
function isNameAbove(lines: readonly DraftLine[], first: number, author: Identity): boolean {
  const at = lastFilled(lines, first - 1)
  return at >= 0 && isLoneName(lines, at, author)
}

function isLoneName(lines: readonly DraftLine[], at: number, author: Identity): boolean {
  const { content } = lineAt(lines, at)
  return !isFilled(lines[at - 1]) && NAME.test(content) && isNamedIn(author, content)
}

/** Up to five words, and no sentence. */
const NAME = /^\s*(?:[^\s:?!]{1,30}\s+){0,4}[^\s:?!.]{1,30}\.?\s*$/u

/** What stands above a block and goes with it: a rule, the name alone, an advertisement with its link. */
function withHead(lines: readonly DraftLine[], start: number): number {
  let first = start
  for (let at = lastFilled(lines, start - 1); at >= 0; at = lastFilled(lines, at - 1)) {
    if (!isOpenBetween(lines, { first: at, last: first }) || !ADVERT.test(lineAt(lines, at).content)) break
    first = at
  }
  return first
}

const ADVERT = /^\s*(?:[-=_*~.]{5,}\s*$|[-=*~]{3,}>+ |<?(?:https?:\/\/|www\.)\S+\s*$)/u
