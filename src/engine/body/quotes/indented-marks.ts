import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt, setMarks, startOfWords } from "../lines/line-table.ts"
import { foldSpace } from "../sentences/fold-space.ts"
import type { OwnLines } from "../lines/own-lines.ts"
import { MIN_COPY } from "../copies/found-copies.ts"
import { findSaying } from "../attributions/verbs-of-saying.ts"

// Up to two spaces before a mark are a mail program's own; nobody indents a quote by more than twelve.
const [LEAST, MOST] = [3, 12]
// A shell's or a program's output may hold one such line by accident.
const MIN_LINES = 2
/** The attribution stands right above, or one of its own lines between. */
const NEAR = 3

/**
 * "    > words": some people's editors indent what they quote. Such lines are quotes where an attribution stands above the
 * first of them, or where an ancestor's author wrote what one of them holds; anything else may be a program's listing.
 */
export function markIndented(lines: readonly DraftLine[], owners: readonly OwnLines[]): void {
  for (const [indent, found] of byIndent(lines)) {
    if (found.length < MIN_LINES || !isQuoting(lines, found, owners)) continue
    for (const at of found) {
      const line = lineAt(lines, at)
      setMarks(line, marksFrom(line.text, indent))
    }
  }
}

/** Looks at the marks, not at the spaces: of those a body has ten times as many. */
export function holdsIndentedMark(body: string): boolean {
  for (let at = body.indexOf(">"); at !== -1; at = body.indexOf(">", at + 1)) if (body.endsWith(INDENT, at)) return true
  return false
}

const INDENT = " ".repeat(LEAST)

function byIndent(lines: readonly DraftLine[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (const [at, { text, marks }] of lines.entries()) {
    if (marks > 0 || !text.startsWith(INDENT)) continue
    const indent = startOfWords(text)
    if (indent < LEAST || indent > MOST || text[indent] !== ">") continue
    const same = found.get(indent)
    if (same === undefined) found.set(indent, [at])
    else same.push(at)
  }
  return found
}

function isQuoting(lines: readonly DraftLine[], found: readonly number[], owners: readonly OwnLines[]): boolean {
  return isAttributed(lines, found[0] ?? 0) || found.some((at) => isCopy(lineAt(lines, at).text, owners))
}

function isAttributed(lines: readonly DraftLine[], first: number): boolean {
  let seen = 0
  for (let at = first - 1; at >= 0 && seen < NEAR; at--) {
    const line = lineAt(lines, at)
    if (isBlank(line)) continue
    if (line.text.trimEnd().endsWith(":") && findSaying(line.text) !== null) return true
    seen++
  }
  return false
}

function isCopy(text: string, owners: readonly OwnLines[]): boolean {
  const words = foldSpace(text.replace(/^[\s>]+/u, ""))
  return words.length >= MIN_COPY && owners.some(({ firstByText }) => firstByText.has(words))
}

/** "> >" and ">>" behind the indent, in any mix. */
function marksFrom(text: string, indent: number): number {
  let marks = 0
  for (let at = indent; text[at] === ">" || (text[at] === " " && text[at + 1] === ">"); at++)
    if (text[at] === ">") marks++
  return marks
}
