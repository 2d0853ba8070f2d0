import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"

const COMMIT = /^\s*commit [0-9a-f]{7,40}\b/u
const FIELD = /^\s*(?:Author|Merge|Date|AuthorDate|Commit|CommitDate|Signed-off-by): *\S/u
const AUTHOR = /^\s*Author: *\S/u

/** What `git log` printed: a commit's head, and below it, indented, the words of whoever made it. */
export function markCommitLogs(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || !COMMIT.test(line.content)) continue
    const head = endOfHead(lines, at)
    if (head === undefined) continue
    const subject = endOfSubject(lines, head)
    const last = endOfIndented(lines, subject + 1, startOfWords(line.content) + 1)
    claim(lines, { first: at, last }, "log")
    at = last
  }
}

function endOfHead(lines: readonly DraftLine[], first: number): number | undefined {
  let last = first
  let isNamed = false
  for (; isOpen(lines[last + 1]) && FIELD.test(lineAt(lines, last + 1).content); last++)
    isNamed ||= AUTHOR.test(lineAt(lines, last + 1).content)
  return isNamed ? last : undefined
}

// Longer ones are no subjects: somebody wrote on below what they pasted.
const MOST_OF_SUBJECT = 2

/** The subject right below a head, as it stands where the blank line between them and its margin were lost in pasting. */
function endOfSubject(lines: readonly DraftLine[], head: number): number {
  let last = head
  while (isOpen(lines[last + 1]) && !isBlank(lineAt(lines, last + 1))) last++
  return last - head <= MOST_OF_SUBJECT ? last : head
}

/** The last of the lines from `from` on that are indented by so much at least; blank ones among them count, not those behind. */
export function endOfIndented(lines: readonly DraftLine[], from: number, least: number): number {
  let last = from - 1
  for (let at = from; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (line.depth > 0) break
    if (isBlank(line)) continue
    if (!isIndented(line.content, least)) break
    last = at
  }
  return last
}

/** Whether so many spaces, or a tab, stand before the words. */
export function isIndented(content: string, least: number): boolean {
  return startOfWords(content) >= least || content.startsWith("\t")
}
