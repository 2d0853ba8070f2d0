import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"
import { claim, isLegible } from "../lines/open-lines.ts"
import { isProse } from "../code/listings.ts"

/**
 * What programs printed and somebody pasted: package managers, consoles, build tools. Lines are told by their form, and
 * a paragraph that has several of them, and no sentence among the others, was printed whole.
 */
export function markPrinted(lines: readonly DraftLine[]): void {
  for (let first = 0; first < lines.length; first++) {
    if (isBlank(lineAt(lines, first))) continue
    let last = first
    while (last + 1 < lines.length && !isBlank(lineAt(lines, last + 1))) last++
    markParagraph(lines, first, last)
    first = last
  }
}

const PRINTED = new RegExp(
  [
    String.raw`^\*{2,3} \p{Ll}|^\* (?:DONE|installing|removing|restoring|building|checking|creating|preparing)\b`,
    String.raw`\.\.\. ?(?:done|ok|yes|no|failed)\s*$`,
    String.raw`^(?:Get|Hit|Err|Ign):\d+ \S|^[WEN]: \S|^(?:ERROR|WARNING|FATAL|INFO|DEBUG):`,
    String.raw`^(?:trying URL|Content type|opened URL|downloaded \d|Loading required package|Warning messages?:|In addition: Warning)`,
    String.raw`\bError in .{1,80} ?: *$|^In \S{1,60}\(.*\) ?: *$|^Error ?: `,
    String.raw`^\d+ (?:packages )?upgraded, |^Need to get \d|^After (?:this operation|unpacking)[ ,]|^The following .{0,30}(?:packages|actions|dependencies)\b`,
    String.raw`^(?:Reading|Building|Setting up|Unpacking|Selecting|Processing triggers|Preparing to unpack|Adding|Found existing) \S.{0,60}(?:\.\.\.|:|\(.*\)|tree|\bto /|\bin /)`,
    String.raw`\[[yn](?:/[yn?q])+\]|\(y/n(?:/\w)?\)|^Press \[\w+\]`,
    String.raw`\?\?\?[^\s?]+\?\?\?`,
    String.raw`(?:"[^"\s]*"\s+){2}"`,
    String.raw`^[\w-]{1,30} version \d+\.\d|^Copyright \(C\) \d{4}|^Platform: \S`,
  ].join("|"),
  "iu",
)
/** One of these signs is in each form, or it begins with a word of programs. */
const MAY_BE_PRINTED = /\*\* |\.\.\.|[:[("?/]|\d|^(?:opened|Loading|Copyright|Adding)/u
/** The window of a program that has come to its end. */
const CRASHED = /\bhas (?:encountered a problem and needs to close|stopped working|unexpectedly quit)\b/u

/** "Pump Warning:" on a line of its own: what stands below it is the warning. */
const HEADED =
  /^\s*(?!(?:the|this|that|an?|my|our|your|one|another|same|only|first|last|next)\b)(?:[\w.-]{1,30} ){1,2}(?:warning|error)s?:\s*$/iu
const FIRST_PERSON = /\b(?:I|we|my|our|you)\b|\?\s*$/u

function isHeaded(lines: readonly DraftLine[], first: number, last: number): boolean {
  if (!isLegible(lines[first]) || !HEADED.test(lineAt(lines, first).text)) return false
  for (let at = first + 1; at <= last; at++) if (FIRST_PERSON.test(lineAt(lines, at).text)) return false
  return last > first
}

function markParagraph(lines: readonly DraftLine[], first: number, last: number): void {
  if (isHeaded(lines, first, last)) claim(lines, { first, last }, "log")
  const crashed = crashIn(lines, first, last)
  if (crashed !== undefined) claim(lines, { first: crashed, last }, "log")
  let [printed, said, begin, end] = [0, 0, last + 1, last]
  let kind: Kind = "unknown"
  for (let at = first; at <= last; at++) {
    kind = kindOf(lineAt(lines, at), kind)
    if (kind === "printed") {
      if (isLegible(lines[at])) printed++
      begin = Math.min(begin, at)
      end = last
    } else if (kind === "said") {
      if (begin < at) said++
      end = Math.min(end, at - 1)
    }
  }
  if (printed > 1 && printed > 2 * said)
    claim(lines, { first: isIntroduced(lines, begin) ? begin : first, last: end }, "log")
}

function crashIn(lines: readonly DraftLine[], first: number, last: number): number | undefined {
  for (let at = first; at <= last; at++) if (isLegible(lines[at]) && CRASHED.test(lineAt(lines, at).text)) return at
  return undefined
}

type Kind = "printed" | "said" | "unknown"

/** What is indented below a line that was printed goes on with it. */
function kindOf(line: DraftLine, above: Kind): Kind {
  if (line.zone === "log") return "printed"
  if (!isLegible(line)) return "unknown"
  if (hasForm(line.text) || (above === "printed" && startOfWords(line.text) > 1)) return "printed"
  return isSaid(line.text) ? "said" : "unknown"
}

function isSaid(text: string): boolean {
  return isProse(text) || SENTENCE.test(text)
}

const SENTENCE = /^\p{Lu}\p{Ll}* \p{Ll}.*[.?!]\s*$/u

function hasForm(text: string): boolean {
  return MAY_BE_PRINTED.test(text) && PRINTED.test(text)
}

/** "Then I tried this:" right above, or a sentence, is the sender's; "packages:" is not. */
function isIntroduced(lines: readonly DraftLine[], begin: number): boolean {
  const above = lines[begin - 1]
  if (!isLegible(above)) return false
  return isSaid(above.text) || /\p{L}\s+[\p{L}\s,]*\p{L}:\s*$/u.test(above.text.slice(-LONGEST_END))
}

// Three words and the colon.
const LONGEST_END = 40
