import type { Message } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { foldedOf, isBlank, lineAt, splitLines } from "../lines/line-table.ts"
import type { OwnLines } from "../lines/own-lines.ts"
import type { WordRuns } from "../lines/word-runs.ts"
import { indexRuns, knownRuns, runsOf } from "../lines/word-runs.ts"

/**
 * Gives answers back to the sender that stand between the lines of a mail quoted without marks, as Outlook and Apple's
 * program quote in plain text: nothing sets them off, and all of it would be taken for the mail that is answered. Where
 * that mail is here, a paragraph below its attribution whose words stand neither in it nor in any above it is the sender's.
 */
export function giveAnswersBack(lines: readonly DraftLine[], ancestors: readonly OwnLines[], sender: Message): void {
  const lastTied = lastTiedOf(lines)
  const end = startOfOlder(lines)
  let isAnswering = false
  for (let first = 0; first < end && (first < lastTied || isAnswering); first++) {
    if (!isQuotedBare(lineAt(lines, first))) continue
    const last = endOfParagraph(lines, first)
    const paragraph = lines.slice(first, last + 1)
    if (isProse(paragraph) && isNowhere(paragraph, ancestors)) {
      isAnswering = true
      for (const line of paragraph) giveBack(line, sender)
    }
    first = last
  }
}

// So many lines found in a mail that is here show that it is the one quoted.
const MIN_TIED = 4

/** The last line that was found in a mail above; below it stand what programs add, and the end of an answer. -1 where too few were. */
function lastTiedOf(lines: readonly DraftLine[]): number {
  let tied = 0
  let last = -1
  for (let at = 0; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (line.origin === undefined || !isQuotedBare(line)) continue
    tied++
    last = at
  }
  return tied >= MIN_TIED ? last : -1
}

/** Where a second attribution begins: what stands below it is older than the mail that is answered, and may be in none that is here. */
function startOfOlder(lines: readonly DraftLine[]): number {
  const first = lines.findIndex(isQuotedBare)
  const older =
    first === -1 ? -1 : lines.findIndex(({ zone, depth }, at) => at > first && zone === "attribution" && depth === 0)
  return older === -1 ? lines.length : older
}

/** Below an attribution on the sender's own level, without a mark. */
function isQuotedBare(line: DraftLine): boolean {
  return line.zone === "quote" && line.marks === 0 && line.depth === 1 && !isBlank(line)
}

function endOfParagraph(lines: readonly DraftLine[], first: number): number {
  let last = first
  while (isQuotedBare(lineAt(lines, last + 1))) last++
  return last
}

const SPEAKS = /^ {0,3}[\p{L}\p{N}"'“‘(*]/u
const ADDRESS = /https?:\/\/|\S@\S|\bwww\./i

/** What lists and other programs put below a mail begins with a rule, or holds an address. */
function isProse(paragraph: readonly DraftLine[]): boolean {
  return SPEAKS.test(paragraph[0]?.content ?? "") && !paragraph.some(({ content }) => ADDRESS.test(content))
}

// Shorter paragraphs hold too few words to tell whose they are.
const MIN_RUNS = 3
// "I think that we should" is said by anybody.
const BY_CHANCE = 0.2
// Each is looked through whole.
const MAX_LOOKED_AT = 8

function isNowhere(paragraph: readonly DraftLine[], ancestors: readonly OwnLines[]): boolean {
  if (paragraph.some(({ origin }) => origin !== undefined)) return false
  const runs = runsOf(paragraph.map(foldedOf).join(" "))
  if (runs === undefined || runs.count < MIN_RUNS) return false
  return ancestors
    .slice(0, MAX_LOOKED_AT)
    .every(({ message }) => knownRuns(runs, wholeRuns(message)) <= BY_CHANCE * runs.count)
}

function giveBack(line: DraftLine, { author }: Message): void {
  line.zone = undefined
  line.depth = 0
  line.author = author
  line.level = undefined
}

// Of whoever is answered so: kept as long as the message itself.
const WHOLE = new WeakMap<Message, WordRuns>()

/** The runs of all that stands in a message, quotes included. */
function wholeRuns(message: Message): WordRuns {
  const kept = WHOLE.get(message)
  if (kept !== undefined) return kept
  const runs = indexRuns(
    splitLines(message.body)
      .filter((line) => !isBlank(line))
      .map(foldedOf),
  )
  WHOLE.set(message, runs)
  return runs
}
