import type { Message, Identity } from "../../../model/message.ts"
import type { Attribution } from "../attributions/attributions.ts"
import type { HeaderBlock } from "../attributions/header-blocks.ts"
import type { Levels } from "../lines/levels.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { attributionEndingAt, mayEndAttribution } from "../attributions/attributions.ts"
import type { MarkRuns } from "../lines/mark-runs.ts"
import { endOfBareAt } from "../lines/bare-ends.ts"
import { headerBlockAt, isDivider } from "../attributions/header-blocks.ts"
import { announce, levelAt } from "../lines/levels.ts"
import { EMPTY_LINE, emptyLine, isBlank, lineAt } from "../lines/line-table.ts"
import { markRuns } from "../lines/mark-runs.ts"

/**
 * Marks attributions and quotes, and says who wrote each quoted line.
 *
 * The levels are a stack: the author of depth d is whom the last attribution at depth d - 1 named. An
 * attribution that stands on the level it speaks of (Apple Mail quotes its own) names that level.
 */
export function markQuotes(lines: DraftLine[], message: Message): void {
  let runs: MarkRuns | undefined
  const reader: Reader = {
    lines,
    message,
    levels: [],
    bare: [],
    divided: [],
    get runs() {
      return (runs ??= markRuns(lines))
    },
    attributions: findAttributions(lines),
    failedUntil: -1,
  }
  announce(reader.levels, 0, { author: message.author })
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (isBlank(line)) {
      markBlank(lines, at, shownDepth(reader, line.marks))
      continue
    }
    const end = reader.bare.at(-1) === line.marks ? endOfBareAt(lines, at) : undefined
    if (end !== undefined) {
      closeBare(reader, { first: at, ...end })
      at = end.last
      continue
    }
    const attribution = reader.attributions.get(at)
    if (attribution !== undefined) {
      enterAttribution(reader, attribution)
      at = attribution.last
      continue
    }
    const block = at <= reader.failedUntil ? undefined : headerBlockAt(lines, at)
    if (block?.isBlock === true && enterBlock(reader, block)) at = block.last
    else {
      if (block?.isBlock === false) reader.failedUntil = block.last
      markLine(reader, line)
    }
  }
}

interface Reader {
  readonly lines: DraftLine[]
  readonly message: Message
  readonly levels: Levels
  /** Marks of the lines that are quoted without marks of their own, outermost first. */
  readonly bare: number[]
  /** How many there were above each divider that opened one: what ends it ends all that it holds. */
  readonly divided: number[]
  /** Counted where the first attribution or block asks for it. */
  readonly runs: MarkRuns
  /** By the line that they begin on. */
  readonly attributions: ReadonlyMap<number, Attribution>
  /** No header block begins up to this line: a longer run of the same lines made none. */
  failedUntil: number
}

function findAttributions(lines: readonly DraftLine[]): ReadonlyMap<number, Attribution> {
  const byFirst = new Map<number, Attribution>()
  for (let at = 0; at < lines.length; at++) {
    const attribution = mayEndAttribution(lineAt(lines, at)) ? attributionEndingAt(lines, at) : undefined
    if (attribution !== undefined) byFirst.set(attribution.first, attribution)
  }
  return byFirst
}

function enterAttribution(reader: Reader, attribution: Attribution): void {
  leaveBare(reader, attribution.depth)
  const depth = attribution.depth + reader.bare.length
  const author = authorOf(reader, attribution, depth)
  const level = levelAt(reader.levels, depth)
  const speaksOfItsLevel = depth > 0 && !level.isAnnounced && standsOnItsLevel(reader, attribution, depth)
  const isQuotedBare = !attribution.isFollowed && !speaksOfItsLevel && introducesBare(reader, attribution, depth)
  for (let at = attribution.first; at <= attribution.last; at++) {
    const line = lineAt(reader.lines, at)
    if (line.depth < attribution.depth) line.tailOf = at - 1
    line.zone = "attribution"
    line.author = level.author
    line.depth = shownDepth(reader, attribution.depth)
  }
  announce(reader.levels, speaksOfItsLevel ? depth : depth + 1, {
    author,
    date: typeof attribution.by === "object" ? attribution.by.date : undefined,
    isSelfMade: speaksOfItsLevel,
  })
  if (isQuotedBare) reader.bare.push(attribution.depth)
  else if (isCollapsed(reader, attribution, depth)) {
    level.author = undefined
    level.isMixed = true
  }
}

/**
 * Two attributions of one level with no words between: a program took the marks of the inner quote away,
 * and nobody can tell any more whose words follow.
 */
function isCollapsed(reader: Reader, { last, depth: marks, isFollowed }: Attribution, depth: number): boolean {
  const level = levelAt(reader.levels, depth)
  if (isFollowed || depth === 0 || level.isSelfMade || level.hasText) return false
  // Whoever answers and cuts the inner quote away leaves a line of their own there; programs leave none.
  const next = lineAt(reader.lines, last + 1)
  return next.marks >= marks && filledBelow(reader, last).marks === marks
}

/**
 * Whether an attribution is quoted along with what it speaks of: "> On …, Ada wrote:", "> ", "> her words".
 * Programs that quote so leave a blank line below it, and do it on every level.
 */
function standsOnItsLevel(reader: Reader, { last, depth: marks }: Attribution, depth: number): boolean {
  const next = lineAt(reader.lines, last + 1)
  if (isBlank(next) && next.marks === marks) return true
  if (levelAt(reader.levels, depth - 1).isSelfMade) return true
  return filledBelow(reader, last).marks === marks
}

/**
 * An attribution below words of its level, with no deeper marks to come: what follows is quoted bare. So it is
 * where the next attribution of that level follows at once, for it opens the mail that the first one speaks of.
 */
function introducesBare(reader: Reader, { last, depth: marks }: Attribution, depth: number): boolean {
  const { lines, levels, runs } = reader
  if (!levelAt(levels, depth).hasText) return false
  const next = runs.nextFilled[last + 1] ?? lines.length
  if (reader.attributions.get(next)?.depth === marks || reader.bare.at(-1) === marks) return true
  const isOnLevel = lineAt(lines, next).marks === marks
  // Within a quote nobody's own words are at stake: what follows on that level is the mail it speaks of.
  if (next >= lines.length || (marks > 0 && isOnLevel)) return true
  const change = isOnLevel ? (runs.nextChange[next] ?? lines.length) : next
  return runsToEnd(reader, { first: last + 1, last: change - 1 }, marks)
}

/** Whether what follows an attribution goes on to the end of its level, with the mails that it quotes itself. */
function runsToEnd(reader: Reader, between: Range, marks: number): boolean {
  const change = between.last + 1
  if (change >= reader.lines.length || lineAt(reader.lines, change).marks < marks) return true
  return isIntroduced(reader, change, marks) || introducesOlder(reader, between, marks)
}

/** Another attribution on the level, before any deeper marks: a mail that was quoted bare, with those it quoted so itself. */
function introducesOlder({ attributions }: Reader, { first, last }: Range, marks: number): boolean {
  for (let at = first; at <= last; at++) {
    const older = attributions.get(at)
    if (older?.depth === marks && !older.isFollowed) return true
  }
  return false
}

interface Range {
  readonly first: number
  readonly last: number
}

/** Whether deeper marks have an attribution of their own on that level: the bare mail above it quotes somebody in turn. */
function isIntroduced({ attributions, lines }: Reader, change: number, marks: number): boolean {
  for (let first = change - 1; first >= change - MAX_INTRODUCTION; first--) {
    const attribution = attributions.get(first)
    if (attribution !== undefined) return attribution.depth === marks && attribution.isFollowed
    const line = lineAt(lines, first)
    if (line.marks !== marks && !isBlank(line)) return false
  }
  return false
}

// An attribution of four lines, and as many below it that hold nothing.
const MAX_INTRODUCTION = 8

function authorOf({ levels, message }: Reader, { by }: Attribution, depth: number): Identity | undefined {
  if (by === "i") return levelAt(levels, depth).author
  if (by === "you") return depth === 0 && message.to.length === 1 ? message.to[0] : undefined
  return by.author.name === undefined && by.author.address === "" ? undefined : by.author
}

function enterBlock(reader: Reader, block: HeaderBlock): boolean {
  const { marks } = lineAt(reader.lines, block.first)
  leaveBare(reader, marks)
  const depth = marks + reader.bare.length
  const level = levelAt(reader.levels, depth)
  const isMarkedBelow = filledBelow(reader, block.last).marks > marks
  if (depth === 0 && !isMarkedBelow && isSendersOwn(reader, block)) return false
  const speaksOfItsLevel = depth > 0 && !isMarkedBelow && !level.isAnnounced
  markBlock(reader, block, marks)
  announce(reader.levels, speaksOfItsLevel ? depth : depth + 1, { author: block.by?.author, date: block.date })
  if (!isMarkedBelow && !speaksOfItsLevel) {
    if (isDivider(lineAt(reader.lines, block.first))) reader.divided.push(reader.bare.length)
    reader.bare.push(marks)
  }
  return true
}

/** What is quoted without marks ends where a line says so, and below git's version: what follows is the level's above. */
function closeBare(reader: Reader, { first, last, isDivider: isSaid }: Range & { readonly isDivider: boolean }): void {
  for (let at = first; at <= last; at++) {
    const line = lineAt(reader.lines, at)
    markLine(reader, line)
    if (isSaid) line.zone = "attribution"
  }
  const { bare, divided } = reader
  const left = isSaid ? divided.pop() : undefined
  const wanted = left ?? bare.length - 1
  if (wanted < bare.length) bare.length = wanted
}

/** A divider that opens a mail introduces nothing of others', and a patch pasted by its author is their own. */
function isSendersOwn(reader: Reader, block: HeaderBlock): boolean {
  const isLoneDivider = block.by === undefined && block.first === block.last
  return (isLoneDivider && !levelAt(reader.levels, 0).hasText) || isOwnPatch(reader, block)
}

/** People paste patches of their own with git's header above: "From: me", "Subject: [PATCH] …". */
function isOwnPatch({ lines, message }: Reader, { first, last, by }: HeaderBlock): boolean {
  if (/^From [0-9a-f]{12,} /u.test(lineAt(lines, first - 1).content)) return true
  if (by === undefined || by.author.address !== message.author.address) return false
  for (let at = first; at <= last; at++) if (/^Subject: .*\[.*PATCH/u.test(lineAt(lines, at).content)) return true
  return false
}

function markBlock(reader: Reader, block: HeaderBlock, marks: number): void {
  for (let at = block.first; at <= block.last; at++) {
    const line = lineAt(reader.lines, at)
    const depth = shownDepth(reader, marks)
    if (isBlank(line)) markBlank(reader.lines, at, depth)
    else {
      line.zone = "attribution"
      line.depth = depth
    }
  }
}

function filledBelow({ lines, runs }: Reader, last: number): DraftLine {
  return lineAt(lines, runs.nextFilled[last + 1] ?? lines.length)
}

function markLine(reader: Reader, line: DraftLine): void {
  leaveBare(reader, line.depth)
  const level = levelAt(reader.levels, line.depth + reader.bare.length)
  line.depth = shownDepth(reader, line.depth)
  level.hasText = true
  line.author = level.author
  line.level = level
  if (line.depth > 0) line.zone = "quote"
}

function markBlank(lines: DraftLine[], at: number, depth: number): void {
  const line = lineAt(lines, at)
  if (line === EMPTY_LINE) {
    if (depth > 0) lines[at] = emptyLine(0, depth)
    return
  }
  line.zone = "blank"
  line.depth = depth
}

/**
 * The depth that a line is shown at: its marks, and one for each bare quote that begins on the sender's own
 * level. A bare quote within marks adds none: people see the marks.
 */
function shownDepth({ bare }: Reader, marks: number): number {
  // Outer ones come first, so those without marks are a prefix, and one within marks is not on level 0.
  return marks === 0 ? bare.length : marks + countOfZeros(bare)
}

function countOfZeros(bare: readonly number[]): number {
  let low = 0
  let high = bare.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (bare[middle] === 0) low = middle + 1
    else high = middle
  }
  return low
}

/** A bare quote ends where a line with fewer marks than its own stands. */
function leaveBare({ bare }: Reader, marks: number): void {
  while ((bare.at(-1) ?? -1) > marks) bare.pop()
}
