import type { DraftLine } from "../lines/line-table.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"
import { lineAt } from "../lines/line-table.ts"
import { claim, isLegible } from "../lines/open-lines.ts"

const FILE_HEADER =
  /^(?:diff --git |diff -[\w-]+ |Index: \S|--- (?:a\/|\/dev\/null|\S+\s)|\+\+\+ (?:b\/|\/dev\/null|\S+\s)|index [0-9a-f]{6,}\.\.[0-9a-f]{6,}|(?:new|deleted) file mode |old mode |new mode |similarity index |rename (?:from|to) |copy (?:from|to) |Binary files .* differ|={60,}$)/u
const HUNK = /^@@ -\d+(?:,(?<old>\d+))? \+\d+(?:,(?<new>\d+))? @@/u
const STAT =
  /^ \S.*\|\s+(?:\d+ ?[+-]*|Bin .*)$|^ \d+ files? changed(?:, .*)?$|^ (?:create|delete|rename|copy) (?:mode )?.+|^ \.\.\. \S.*\|/u

/** How lines of patches begin: what else there is in a mail is not looked at. */
const STARTS = codeSet(" @dI-+inosrcB=")

/** Diffs, diffstats and the dividing `---` of git mails. Notes that people write below the `---` stay theirs. */
export function markPatches(lines: DraftLine[]): void {
  let next: Int32Array | undefined
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isLegible(line)) continue
    if (line.text === "") continue
    const first = codeAt(line.text, 0)
    if (!isIn(STARTS, first)) continue
    if (line.text.startsWith("@@ ")) at = markHunk(lines, at)
    else if (line.text === "---") {
      next ??= nextMarks(lines)
      if (isDivider(lines, at, next)) line.zone = "patch"
    } else if (first === 0x20 ? isStat(line.text) : isHeader(lines, at)) line.zone = "patch"
  }
}

function isHeader(lines: readonly DraftLine[], at: number): boolean {
  const { text } = lineAt(lines, at)
  if (!FILE_HEADER.test(text)) return false
  if (text.startsWith("--- ")) return lineAt(lines, at + 1).text.startsWith("+++ ")
  if (text.startsWith("+++ ")) return lineAt(lines, at - 1).text.startsWith("--- ")
  return !text.startsWith("===") || lineAt(lines, at - 1).text.startsWith("Index: ")
}

// A git mail ends its message with "---"; a diffstat or a diff follows before long.
const LINES_TO_STAT = 200

/** For each line the next one that is a divider, a diffstat or a diff, looked up from the end in one pass. */
function nextMarks(lines: readonly DraftLine[]): Int32Array {
  const next = new Int32Array(lines.length + 1).fill(lines.length)
  for (let at = lines.length - 1; at >= 0; at--) {
    const { text } = lineAt(lines, at)
    const isMark = text === "---" || text.startsWith("diff --git ") || (text.startsWith(" ") && isStat(text))
    next[at] = isMark ? at : (next[at + 1] ?? lines.length)
  }
  return next
}

function isDivider(lines: readonly DraftLine[], at: number, next: Int32Array): boolean {
  const mark = next[at + 1] ?? lines.length
  return mark < lines.length && mark - at <= LINES_TO_STAT && lineAt(lines, mark).text !== "---"
}

function isStat(text: string): boolean {
  return text.length <= LONGEST_STAT && STAT.test(text)
}

// Paths are cut by git to fit a line; this leaves room for those that are not.
const LONGEST_STAT = 300

/** A hunk holds as many lines as its head says, unless a mail program broke them: then it ends at the first foreign one. */
function markHunk(lines: DraftLine[], start: number): number {
  const { text } = lineAt(lines, start)
  const counts = HUNK.exec(text)?.groups
  const left = { old: countOf(counts, "old"), fresh: countOf(counts, "new") }
  claim(lines, { first: start, last: start }, "patch")
  let at = start + 1
  for (; at < lines.length && (left.old > 0 || left.fresh > 0); at++) {
    const line = lineAt(lines, at)
    if (line.depth > 0 || !countOff(line.text, left)) break
    if (line.text !== "") claim(lines, { first: at, last: at }, "patch")
  }
  return at - 1
}

function countOf(counts: Readonly<Record<string, string | undefined>> | undefined, side: string): number {
  return counts === undefined ? 0 : Number(counts[side] ?? 1)
}

function countOff(text: string, left: { old: number; fresh: number }): boolean {
  const sign = text[0] ?? " "
  if (!" \t-+\\".includes(sign)) return false
  if (sign !== "+" && sign !== "\\") left.old--
  if (sign !== "-" && sign !== "\\") left.fresh--
  return true
}
