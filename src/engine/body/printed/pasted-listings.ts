import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isLegible } from "../lines/open-lines.ts"
import { isIndented } from "./commit-logs.ts"

/** What programs say, whole: a comment in code, an entry of a changelog, an error with its explanation, a list of commits, a prompt. */
export function markPastedListings(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isLegible(line) || isBlank(line)) continue
    if (line.text.trimStart().startsWith("/*")) at = markUpTo(lines, at, { end: "*/", zone: "code" })
    else if (CHANGELOG.test(line.text)) at = markUpTo(lines, at, { end: " -- ", zone: "log" })
    else if (ERROR.test(line.text)) at = markIndentedBelow(lines, at, "log")
    else if (SHORTLOG.test(line.text)) at = markIndentedBelow(lines, at, "patch")
    else if (PROMPT.test(line.text) || BALLOT.test(line.text)) line.zone = "log"
    else if (POINTER.test(line.text)) markPointed(lines, at)
    else if (STARRED.test(line.text)) at = markComment(lines, at)
  }
}

/** "2.) No, too far 12 %": a poll's options with what they got. */
const OPTION = /^\s*\(?(?:\d{1,2}|[a-z])[.)]{1,2}\s\S/iu
const COUNTED = /(?:\d ?%|\b\d+ votes?)[\s.)]*$/iu
const LEAST_OPTIONS = 3

/** What a poll asked, with its options and what they got. */
export function markPolls(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (isLegible(line) && OPTION.test(line.text)) at = markPoll(lines, at)
  }
}

/** The options and, above them, what was asked. */
function markPoll(lines: readonly DraftLine[], first: number): number {
  let last = first
  let counted = 0
  for (let at = first; isLegible(lines[at]) && OPTION.test(lineAt(lines, at).text); at++) {
    if (COUNTED.test(lineAt(lines, at).text)) counted++
    last = at
  }
  if (last - first + 1 < LEAST_OPTIONS || counted < 2) return last
  claim(
    lines,
    { first: isAsked(lines[first - 1]) ? first - 1 : isAsked(lines[first - 2]) ? first - 2 : first, last },
    "log",
  )
  return last
}

function isAsked(line: DraftLine | undefined): boolean {
  return isLegible(line) && /\?\s*$/u.test(line.text)
}

const CHANGELOG = /^\s*[a-z\d][\w+.-]+ \([^()\s]+\) [\w~. -]+; urgency=\w+/u
const ERROR = /^\s*[\w./+-]{1,60}: (?:\w+ )?(?:error|fatal|warning): \S/iu
/** "Ada Lindqvist (2):": git's list of what a series holds. */
const SHORTLOG = /^\p{Lu}[^:]{1,60} \(\d{1,3}\):\s*$/u
const PROMPT = /\[(?:Y\/n|y\/N|y\/n)\]\s*:?\s*$/u

/** A box that nobody has ticked yet is a form's. */
const BALLOT = /^\s*(?:\[ ?\]|\( ?\)|\u2610)\s*\S/u
/** Below a command it points out a place in it. */
const POINTER = /^\s+[\^~]{1,40}\s*$/u

function markPointed(lines: readonly DraftLine[], at: number): void {
  const above = lines[at - 1]
  if (isLegible(above) && !isBlank(above)) claim(lines, { first: at - 1, last: at }, "code")
}

// Longer comments are licences, and those begin files.
const MOST_LINES = 60

const STARRED = /^\s*\*(?:\s|$)/u
const BARE_STAR = /^\s*\*\s*$/u

/** A comment without its first and last line: lists have a star before each item, and never one alone. */
function markComment(lines: readonly DraftLine[], first: number): number {
  let last = first
  let isComment = false
  for (; last - first < MOST_LINES && lines[last]?.depth === 0 && STARRED.test(lineAt(lines, last).text); last++)
    isComment ||= BARE_STAR.test(lineAt(lines, last).text)
  if (isComment) claim(lines, { first, last: last - 1 }, "code")
  return Math.max(first, last - 1)
}

function markUpTo(
  lines: readonly DraftLine[],
  first: number,
  { end, zone }: { readonly end: string; readonly zone: "code" | "log" },
): number {
  const last = endBelow(lines, first, end)
  if (last === undefined) return first
  for (let at = first; at <= last; at++) {
    const line = lines[at]
    if (isLegible(line) && !isBlank(line)) line.zone = zone
  }
  return last
}

function endBelow(lines: readonly DraftLine[], first: number, end: string): number | undefined {
  for (let at = first; at < first + MOST_LINES && at < lines.length; at++) {
    const { content, depth } = lineAt(lines, at)
    if (depth > 0) return undefined
    if (end === "*/" ? content.includes(end) : at > first && content.startsWith(end)) return at
  }
  return undefined
}

function markIndentedBelow(lines: readonly DraftLine[], first: number, zone: "log" | "patch"): number {
  let last = first
  for (let at = first; at === first || isIndented(lineAt(lines, at).content, 2); at++) {
    const line = lines[at]
    if (!isLegible(line) || isBlank(line)) break
    line.zone = zone
    last = at
  }
  return last
}
