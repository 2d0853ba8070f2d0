import type { DraftLine } from "./line-table.ts"
import { claim, isOpen } from "./open-lines.ts"

const FILE_HEADER = /^(?:diff --git |diff -[\w-]+ |Index: \S|--- (?:a\/|\/dev\/null|\S+\s)|\+\+\+ (?:b\/|\/dev\/null|\S+\s)|index [0-9a-f]{6,}\.\.[0-9a-f]{6,}|(?:new|deleted) file mode |old mode |new mode |similarity index |rename (?:from|to) |copy (?:from|to) |Binary files .* differ|={60,}$)/u
const HUNK = /^@@ -\d+(?:,(?<old>\d+))? \+\d+(?:,(?<new>\d+))? @@/u
const STAT = /^ \S.*\|\s+(?:\d+ ?[+-]*|Bin .*)$|^ \d+ files? changed(?:, .*)?$|^ (?:create|delete|rename|copy) (?:mode )?.+|^ \.\.\. \S.*\|/u

/** Diffs, diffstats and the dividing `---` of git mails. Notes that people write below the `---` stay theirs. */
export function markPatches(lines: DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line)) continue
    const first = line.text.codePointAt(0)
    if (first === undefined) continue
    if (line.text.startsWith("@@ ")) at = markHunk(lines, at)
    else if (line.text === "---" && isDivider(lines, at)) line.zone = "patch"
    else if (first === 0x20 ? STAT.test(line.text) : isHeader(lines, at)) line.zone = "patch"
  }
}

function isHeader(lines: readonly DraftLine[], at: number): boolean {
  const text = lines[at]?.text ?? ""
  if (!FILE_HEADER.test(text)) return false
  if (text.startsWith("--- ")) return lines[at + 1]?.text.startsWith("+++ ") ?? false
  if (text.startsWith("+++ ")) return lines[at - 1]?.text.startsWith("--- ") ?? false
  if (text.startsWith("===")) return lines[at - 1]?.text.startsWith("Index: ") ?? false
  return true
}

// A git mail ends its message with "---"; a diffstat or a diff follows before long.
const LINES_TO_STAT = 200

function isDivider(lines: readonly DraftLine[], at: number): boolean {
  for (let next = at + 1; next < lines.length && next < at + LINES_TO_STAT; next++) {
    const text = lines[next]?.text ?? ""
    if (text === "---") return false
    if (text.startsWith("diff --git ") || (text.startsWith(" ") && STAT.test(text))) return true
  }
  return false
}

/** A hunk holds as many lines as its head says; a mailer may have broken some, so a foreign line ends nothing at once. */
function markHunk(lines: DraftLine[], start: number): number {
  const counts = HUNK.exec(lines[start]?.text ?? "")?.groups
  const head = lines[start]
  if (head !== undefined) head.zone = "patch"
  let old = Number(counts?.["old"] ?? (counts === undefined ? 0 : 1))
  let fresh = Number(counts?.["new"] ?? (counts === undefined ? 0 : 1))
  let at = start + 1
  for (; at < lines.length && (old > 0 || fresh > 0); at++) {
    const line = lines[at]
    const first = line?.text[0]
    if (line === undefined || line.depth > 0) break
    if (first === undefined || first === " " || first === "\t") (old--, fresh--)
    else if (first === "-") old--
    else if (first === "+") fresh--
    else if (first !== "\\") break
    if (first !== undefined) claim(lines, { first: at, last: at }, "patch")
  }
  return at - 1
}
