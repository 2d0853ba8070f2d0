import type { DraftLine } from "../lines/line-table.ts"
import { isIndented } from "./commit-logs.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isLegible, isOpen } from "../lines/open-lines.ts"

/** What interpreters and helpers print when they are called, and what a program said before it broke off. */
export function markSessions(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line === undefined || line.depth > 0 || isBlank(line)) continue
    const { text } = line
    if (HELP.test(text)) at = markHelp(lines, at)
    else if (!isLegible(line)) continue
    else if (BANNER.test(text)) line.zone = "log"
    else if (text.trimEnd().endsWith(":") && PRINTS.test(text.slice(-LONGEST_LEAD))) markUpToBreak(lines, at)
  }
}

const HELP =
  /^\s{0,4}(?:Help on (?:built-in )?(?:method|function|class|module|package|property|\w+ object)\b.*|Python Library Documentation: .*)\S/u
const BANNER =
  /^\s{0,4}(?:Python \d+\.\d\S* \(.*|(?:Type|Use) ["'][\w()]+["'].{0,20}["'][\w().]+["'].*|Type ["']\w+\(?\)?["'] for \w+.*|R version \d+\.\d+\.\d+ \(.*|(?:GNU gdb|psql|IPython|SQLite version|Octave|GNU Octave)\b.{0,20}\d+\.\d.*)$/u

/** A page of help: what is called with its arguments, what is indented below it, headings in capitals. */
function markHelp(lines: readonly DraftLine[], first: number): number {
  let last = first
  for (let at = first + 1; at < Math.min(lines.length, first + MOST_OF_HELP); at++) {
    const line = lineAt(lines, at)
    if (isBlank(line)) continue
    if (line.depth > 0 || !isOfHelp(line.content)) break
    last = at
  }
  claim(lines, { first, last }, "log")
  return last
}

const MOST_OF_HELP = 80

function isOfHelp(content: string): boolean {
  return isIndented(content, 2) || CALLED.test(content) || TITLE.test(content)
}

const CALLED = /^[\w.]{1,60}\(|^[\w.]{1,60} = |^ ?\|/u
const TITLE = /^[A-Z][A-Z ]{2,30}$/u

/** "It shows this on the console:" */
const PRINTS =
  /\b(?:prints?|printed|shows?|showed|displays?|displayed|gives?|gave|gets?|got|throws?|threw|outputs?|returns?|returned|says|reports?|fails with)\b[^.?!]{0,60}\b(?:following|messages?|errors?|output|console|warnings?|screen)\b[^.?!:]{0,40}:\s*$/iu
const LONGEST_LEAD = 160
const FIRST_PERSON = /\b(?:I|we|my|our)\b/u
const MOST_BEFORE_BREAK = 30

/** All between such a line and the trace that the program left is the program's, unless somebody speaks there. */
function markUpToBreak(lines: readonly DraftLine[], above: number): void {
  for (let at = above + 1; at < Math.min(lines.length, above + MOST_BEFORE_BREAK); at++) {
    const line = lineAt(lines, at)
    if (line.zone === "log") return claim(lines, { first: above + 1, last: at - 1 }, "log")
    if (isBlank(line) || line.zone === "code") continue
    if (!isOpen(line) || FIRST_PERSON.test(line.content)) return
  }
}
