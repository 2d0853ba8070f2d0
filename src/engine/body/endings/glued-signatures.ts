import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"
import { startsWithName } from "./signatures.ts"
import { isSignedName } from "./signed-names.ts"
import { holdsProse } from "../lines/spoken-lines.ts"

/**
 * Signatures right below the last words, with no blank line and no dashes between: a rule with the writer's whole name
 * under it, their name with a way to reach them, their address, or the name alone. No sentence goes on in them.
 */
export function markGluedSignatures(lines: readonly DraftLine[], author: Identity): void {
  const last = lastFilled(lines, lines.length - 1)
  markEndingAt(lines, last, author)
  const above = lastFilled(lines, lines.findIndex(({ zone, depth }) => zone === "attribution" && depth === 0) - 1)
  if (above >= 0 && above < last) markEndingAt(lines, above, author)
}

function lastFilled(lines: readonly DraftLine[], from: number): number {
  let at = from
  while (at >= 0 && !isFilled(lines[at])) at--
  return at
}

function isFilled(line: DraftLine | undefined): boolean {
  return isOpen(line) && !isBlank(line)
}

// A rule, a name, titles, a postal address and some numbers.
const MOST_LINES = 10

function markEndingAt(lines: readonly DraftLine[], last: number, author: Identity): void {
  let start: number | undefined
  for (let at = last; isFilled(lines[at]) && last - at < MOST_LINES; at--) {
    const { content } = lineAt(lines, at)
    if (isSaid(content)) break
    if (begins(lines, { first: at, last }, author)) start = at
  }
  if (start === undefined) return
  const isNameAlone = start === last && !isOwnAddress(lineAt(lines, start).content, author)
  if (isNameAlone && !isFilled(lines[start - 1])) return
  while (isFilled(lines[start - 1]) && !/[\p{L}\d]/u.test(lineAt(lines, start - 1).content)) start--
  claim(lines, { first: start, last }, isNameAlone ? "greeting" : "signature")
}

const LONGEST = 120
const SAYING = /["“][^"“”]*["”]/gu
const TRAILER_OR_POSTSCRIPT = /^\s*(?:[A-Z][\w-]+-by: |[Pp]\.? ?(?:[Pp]\.? ?)?[Ss]\b)/u

/** Plain words in a row are a sentence, unless they are a motto's. */
function isSaid(content: string): boolean {
  if (content.length > LONGEST || TRAILER_OR_POSTSCRIPT.test(content) || /\?\s*$/u.test(content)) return true
  return holdsProse(content.replaceAll(SAYING, ""))
}

interface Range {
  readonly first: number
  readonly last: number
}

function begins(lines: readonly DraftLine[], { first, last }: Range, author: Identity): boolean {
  const { content } = lineAt(lines, first)
  if (isOwnAddress(content, author)) return true
  if (RULE.test(content)) return first < last && startsWithName(lineAt(lines, first + 1).content, author)
  if (isNameWithTitles(content, author)) return isReached(lines, { first, last }, author)
  if (!SPACED.test(content) && !isOwnName(content, author)) return false
  return first === last || isReached(lines, { first, last }, author) || isTitled(lines, { first, last })
}

const RULE = /^\s*([-=_*~#.])\1{7,}\s*$/u
/** "A d a   L i n d": letters with spaces between, one of them lost on the way perhaps. */
const SPACED = /(?:^|\s)(?:[\p{L}?] ){5}/u

function isOwnAddress(content: string, { address }: Identity): boolean {
  const text = content.trim().replaceAll(/^<?(?:mailto:)?|>$/gu, "")
  return address !== "" && text.length === address.length && text.toLowerCase() === address
}

/** The name, or initials: one letter may be an item of a list. */
function isOwnName(content: string, author: Identity): boolean {
  if (content.length > LONGEST_NAME || (content.match(LETTERS)?.length ?? 0) < 2 || YES_NO.test(content)) return false
  const text = content.replace(/^[\s\-–—~*]{1,8}/u, "")
  return isSignedName(text, author) || isCutName(text, author)
}

const LONGEST_NAME = 60
const LETTERS = /\p{L}/gu
const YES_NO = /^\W*(?:ok|no|yes)\W*$/iu

/** "Ada Lindqvist, Ph.D." */
function isNameWithTitles(content: string, author: Identity): boolean {
  const end = content.indexOf(",")
  const name = content.slice(0, Math.max(0, end)).trim()
  return name.includes(" ") && name.length <= LONGEST_NAME && isSignedName(name, author)
}

/** "Ada Lqt": the first name, and the beginning of the other. */
function isCutName(text: string, { name = "" }: Identity): boolean {
  const [first, second, third] = text.match(/\p{L}+/gu) ?? []
  const [given, family] = [name.split(" ", 1)[0], name.split(" ").at(-1) ?? ""]
  if (first === undefined || second === undefined || third !== undefined || first !== given) return false
  return (
    /^\p{Lu}/u.test(second) && second.length > 2 && family.toLowerCase().startsWith(second.slice(0, 3).toLowerCase())
  )
}

const WAY = /https?:\/\/|\bwww\.|\S@\S+\.\p{L}|\d{3}[\d\s().-]*\d{2}|^\s*["“].*["”]\s*$/u

function isReached(lines: readonly DraftLine[], { first, last }: Range, { address }: Identity): boolean {
  for (let at = first + 1; at <= last; at++) {
    const { content } = lineAt(lines, at)
    if (WAY.test(content) || (address !== "" && content.includes(address))) return true
  }
  return false
}

/** Behind dashes a name needs no more below it than what its bearer is, and where. */
function isTitled(lines: readonly DraftLine[], { first, last }: Range): boolean {
  if (last - first > MOST_TITLES || !/^\s*[-–—]/u.test(lineAt(lines, first).content)) return false
  for (let at = first + 1; at <= last; at++) if (!TITLE.test(lineAt(lines, at).content)) return false
  return true
}

const MOST_TITLES = 3
const TITLE = /^\s*\p{Lu}[^.?!:]{1,40}$/u
