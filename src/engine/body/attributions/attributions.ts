import type { Attributed, Pronoun } from "./attribution-name.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { readAttributed } from "./attribution-name.ts"
import { cutDate } from "./cut-date.ts"
import { datePart } from "./dates-in-lines.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { isProper } from "./proper-names.ts"
import { EASTERN_SAYING, findSaying } from "./verbs-of-saying.ts"

/** The line or lines that say whose quote follows: "On …, Ada wrote:". The quote is one level deeper. */
export interface Attribution {
  readonly first: number
  readonly last: number
  readonly depth: number
  readonly by: Attributed | Pronoun
  /** Whether quote marks follow; without them it introduces text that is quoted bare, or was cut away. */
  readonly isFollowed: boolean
}

// Mail programs break an attribution where it gets too long; more than four lines were never seen.
const MAX_LINES = 4
// What is longer is a paragraph that happens to end in "wrote:".
const MAX_LENGTH = 400

/** The attribution whose last line is `last`, which may end one; undefined where there is none. */
export function attributionEndingAt(lines: readonly DraftLine[], last: number): Attribution | undefined {
  const line = lines[last]
  if (line === undefined) return undefined
  const depth = Math.max(line.depth, brokenDepth(lines, last))
  const isFollowed = isDeeperBelow(lines, last, depth)
  if (!isFollowed && WITHOUT_COLON.test(line.content)) return undefined
  for (let first = firstLineOf(lines, last, depth); first <= last; first++) {
    const text = joined(lines, first, last)
    if (text.length > MAX_LENGTH) continue
    const by = isFollowed ? readHeading(text) : (readSaying(text) ?? readSentLine(text) ?? readDated(text))
    if (by !== undefined && (isFollowed || isCertain(text, by))) return { first, last, depth, by, isFollowed }
  }
  return undefined
}

/** "On Monday, Ada wrote": with the quote right below it the colon is not missed; without, it tells of something. */
const WITHOUT_COLON = /^On .{8,120} (?:wrote|writes)\s*$/u
const NO_COLON_START =
  /^(?:On .{8,120} (?:wrote|writes)\s*$|From: (?:.{2,80}(?:Sent: |[@>]$)|[^:@]{3,60}$)|Quoting |Excerpts from |\* |\+\+\+ |-{2,} ?(?:On |Additional |Comment|[A-Z])|-{4,} |Zitat von |Citando |Citeren |@ |\[|\(In reply to )/u

const STARTS = codeSet("OFQE*+-ZC@[(")

/** A cheap look before the dear ones: nearly all attributions end in a colon. */
export function mayEndAttribution({ content, isBlank: isEmpty }: DraftLine): boolean {
  if (isEmpty || content === "" || content.length > MAX_LENGTH) return false
  const last = lastLetter(content)
  if (last === COLON || last === WIDE_COLON) return true
  return (
    (isIn(STARTS, codeAt(content, 0)) && NO_COLON_START.test(content)) ||
    (isIn(ENDS, last) && findSaying(content) !== null)
  )
}

const COLON = 0x3a
const WIDE_COLON = 0xff1a
const RIGHT_TO_LEFT = 0x200f
const ENDS = codeSet("-,>)]")

function lastLetter(content: string): number {
  let at = content.length - 1
  while (at > 0 && (codeAt(content, at) <= 0x20 || codeAt(content, at) === RIGHT_TO_LEFT)) at--
  return codeAt(content, at)
}

/** "> On …, Ada" / "wrote:": the second line lost its mark when the first was broken. */
function brokenDepth(lines: readonly DraftLine[], last: number): number {
  const line = lines[last]
  const before = lines[last - 1]
  if (line === undefined || before === undefined || before.depth <= line.depth || isBlank(before)) return 0
  return BEGINNING.test(before.content.trim()) && isDeeperBelow(lines, last, before.depth - 1) ? before.depth : 0
}

// A blank line, what was cut out, and a blank line again.
const MAX_BETWEEN = 4

function isDeeperBelow(lines: readonly DraftLine[], last: number, depth: number): boolean {
  for (let at = last + 1; at <= last + MAX_BETWEEN; at++) {
    const line = lines[at]
    if (line === undefined) return false
    if (line.depth > depth) return true
    if (!isBlank(line) && !ELISION.test(line.content)) return false
  }
  return false
}

/** What people put where they cut something out of a quote: the words of nobody. */
const ELISION =
  /^\s*(?:[[<({]\s*)?(?:\.{2,}|…|\?|-{2,}|(?:\.{2,} ?)?(?:snip(?:ped)?|snap|cut|deleted|trimmed|skip(?:ped)?|elided|omitted)\b.{0,60})(?:\s*[\])}>])?\s*$/iu

/** How attributions begin: with a date, or a word that leads to one. */
const BEGINNING =
  /^(?:\W{0,3})(?:(?:on|am|le|el|em|op|den|at|dne|dnia|w dniu|il|il giorno|au|em|à|pada|vào|på)\s+\S*(?:\p{L}{2,10}[.,]|\d)|in (?:message|article|news|<)|\d{1,4}[-/. ]\S|(?:mon|tue|wed|thu|fri|sat|sun)\w*,? \d|在|於|quoting |excerpts from |from:? .*on )/iu
const WITH_NAME = /^(?:On|Am|Le|El|Em|Op|At) (?:\p{L}{3,10}[.,]? ){1,3}/u

function firstLineOf(lines: readonly DraftLine[], last: number, depth: number): number {
  let named = last
  for (let at = last; at > last - MAX_LINES; at--) {
    const line = lineAt(lines, at)
    if (!belongsTo(line, { at, last, depth })) break
    const content = line.content.trim()
    if (BEGINNING.test(content) || WITH_NAME.test(content)) return at
    if (at === last) continue
    if (LONE_NAME.test(content) && BEGINS_WITH_ADDRESS.test(lineAt(lines, at + 1).content)) named = at
    if (/[.:?!]$/u.test(content)) break
  }
  return named
}

const LONE_NAME = /^\p{Lu}[\p{L}.'’-]*(?:,? \p{Lu}[\p{L}.'’-]*){1,3}$/u
const BEGINS_WITH_ADDRESS = /^\s*[<(][^\s<>()]+(?:@| at )[^\s<>()]+[>)]/u

function belongsTo(line: DraftLine, { at, last, depth }: { at: number; last: number; depth: number }): boolean {
  if (isBlank(line) || line.zone !== undefined) return false
  return line.depth === depth || (at === last && line.depth < depth)
}

function joined(lines: readonly DraftLine[], first: number, last: number): string {
  let text = lines[first]?.content ?? ""
  for (let at = first + 1; at <= last; at++) text += ` ${lines[at]?.content.trim() ?? ""}`
  // Gmail's marks for the direction of writing stand about each name.
  return text.includes("\u200f") ? text.replaceAll("\u200f", "").trim() : text.trim()
}

/** With quote marks below, forms without a verb count too. */
function readHeading(text: string): Attributed | Pronoun | undefined {
  return readSaying(text) ?? readSentLine(text) ?? readDated(text) ?? readBare(text)
}

/** A form with a verb of saying; who says it stands before the verb or behind it. */
function readSaying(text: string): Attributed | Pronoun | undefined {
  const found = findSaying(text) ?? EASTERN_SAYING.exec(text)
  if (found === null) return undefined
  const after = text.slice(found.index + found[0].length)
  const before = readAttributed(text.slice(0, found.index))
  if (before === undefined) return plausible(withDate(readAttributed(after), text.slice(0, found.index)), text)
  return endsAttribution(after) ? plausible(before, text) : undefined
}

/** "Am 2.3.26 schrieb Ada:": the date stands apart from the name. */
function withDate(by: Attributed | Pronoun | undefined, left: string): Attributed | Pronoun | undefined {
  if (typeof by !== "object" || by.date !== undefined) return by
  const { date } = cutDate(left)
  return date === "" ? by : { ...by, date }
}

const NOTHING_MORE =
  /^\??[\s:：.…,;\-–>)]*$|^(?:,? (?:the following|this|these words|to |in |on |via |\(|\[|at |am |um |le |w |dnia )|[^:]*\d).{0,160}[:：,.)>-]\s*$/iu

/** "wrote:", "wrote on Monday:", "said the following on …:"; anything else behind the verb makes a sentence of it. */
function endsAttribution(after: string): boolean {
  return NOTHING_MORE.test(after)
}

/** Without a date or an address, what stands before the verb must look like a name, not like a sentence. */
function plausible(by: Attributed | Pronoun | undefined, text: string): Attributed | Pronoun | undefined {
  if (typeof by !== "object" || by.author.address !== "" || (by.date !== undefined && /\d/u.test(by.date))) return by
  const words = (by.author.name ?? "").split(" ")
  if (words.length === 1 && text.length < SHORT) return by
  return words.every(isProper) ? by : undefined
}

const SHORT = 40

const SENT_LINE = /^From: (?<who>[^:]{2,80}?),? Sent: (?<date>.{6,60})$/u

/** "From: Ada Lindqvist, Sent: Monday, …": Outlook's block made one line by hand or by a program. */
function readSentLine(text: string): Attributed | Pronoun | undefined {
  const found = text.startsWith("From: ") ? SENT_LINE.exec(text)?.groups : undefined
  return found === undefined ? undefined : readAttributed(`${found["who"]}, ${found["date"]}`)
}

const BARE_FORMS: readonly RegExp[] = [
  /^(?:Quoting|Zitat von|Citando a?|Citeren|Quoting from) (?<who>.+?):?$/u,
  /^Excerpts from (?:article by )?(?<who>.+?)(?:['’]s (?:message|mail|email|article))?(?: of (?<date>.+))?:?$/u,
  /^\* (?<who>[^:]+(?:\[[^\]]+\]|\([^)]*\)|\|.+)?):$/u,
  /^\* (?<who>[^:[\]]+)\[[^\]]+\]:?$/u,
  /^\+\+\+ (?<who>[^[\]]+)\[[^\]]+\]:?$/u,
  /^@ [^,]*, (?<who>[^:]+):$/u,
  // A header block of which somebody left one line
  /^From: (?<who>[^:]*[<([][^\s:]+(?:@| at )[^\s:]+[>)\]])$/u,
  /^From: (?<who>\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3})$/u,
  // Bugzilla
  /^\(In reply to (?<who>[^()]+?) from comment #\d+\)$/u,
  /^-{2,} ?(?:Additional )?Comments? (?:#\d+ )?from (?<who>.+?)(?: \d{4}-\d\d-\d\d.*)?(?: -{2,})?$/iu,
]
// Behind the address stands a date at most; more is a sentence that mentions it.
const NAMED_ADDRESS = /^(?<who>.*[<([][^\s<>@]+(?:@| at )[^\s<>]+[>)\]].{0,32}):$/u
const LONE_ADDRESS = /^[^\s<>@:]+@[^\s<>@:]+:$/u

/** "It was at 9:05 on 2 March that ada@example.org did tell:": whatever somebody makes of it, an hour and an address stand in it. */
const AT_SOME_HOUR = /\d:\d\d\b.{0,120}[\w.-](?:@| at )[\w-]+\.\w.{0,60}:$/u

function readBare(text: string): Attributed | Pronoun | undefined {
  if (findSaying(text) !== null) return undefined
  for (const form of BARE_FORMS) {
    const who = form.exec(text)?.groups?.["who"]
    if (who !== undefined) return readAttributed(who)
  }
  if (!NAMING.some((form) => form.test(text))) return undefined
  const by = readAttributed(text)
  return typeof by === "object" && (by.date !== undefined || by.author.address !== "") ? by : undefined
}

const NAMING = [NAMED_ADDRESS, LONE_ADDRESS, BEGINNING, AT_SOME_HOUR]

/** "מאת": by. */
const BY = " מאת "

/** "2 мар. 2026 г., Ada <ada@example.org>:": a date, a name and an address, and no verb at all. */
function readDated(text: string): Attributed | Pronoun | undefined {
  if (!NAMED_ADDRESS.test(text)) return undefined
  const by = text.indexOf(BY)
  if (by !== -1) return withDate(readAttributed(text.slice(by + BY.length)), text.slice(0, by))
  if (datePart(text.split(" ", 1)[0] ?? "") === undefined) return undefined
  const found = readAttributed(text)
  return typeof found === "object" && found.date !== undefined && found.author.address !== "" ? found : undefined
}

/** Without marks below, only a date or an address beside the verb tells an attribution from a sentence. */
function isCertain(text: string, by: Attributed | Pronoun): boolean {
  if (typeof by !== "object") return false
  return by.date !== undefined ? /\d/u.test(by.date) : by.author.address !== "" && /[:：]$/u.test(text)
}
