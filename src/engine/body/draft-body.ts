import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import type { OwnLine, OwnLines } from "./own-lines.ts"
import { isClearSigned, unescapeDashes } from "./armour.ts"
import { correctMarks } from "./false-marks.ts"
import { guessAuthors } from "./author-guesses.ts"
import { markChatLines } from "./chat-lines.ts"
import { splitLines } from "./line-table.ts"
import { holdsIndentedMark, markIndented } from "./indented-marks.ts"
import { markMarkedAnswers } from "./marked-answers.ts"
import { tieToAncestors } from "./origins.ts"
import { indexOwnLines, pickOwnLines } from "./own-lines.ts"
import { markCopies } from "./unmarked-copies.ts"
import { markOwnZones } from "./own-zones.ts"
import { markSoftBreaks } from "./soft-breaks.ts"
import { markQuotes } from "./quotes.ts"
import { giveTailsBack } from "./wrapped-tails.ts"

/** The lines of a body with all that the steps of reading found out. */
export function draftBody(message: Message, ancestors: readonly Message[]): readonly DraftLine[] {
  if (message.medium === "chat") return readChat(message)
  if (ancestors.length > 0) return readMail(message, ancestors)
  const known = ALONE.get(message)
  if (known !== undefined) return known
  const lines = readMail(message, ancestors)
  ALONE.set(message, lines)
  return lines
}

// A mail that answers none that is here is read by whoever looks for its parent, and for lost mails in it, before its
// own words are; who reads those comes last and forgets it.
const ALONE = new WeakMap<Message, readonly DraftLine[]>()

/** To be called once a body's lines were handed out for good: so many lines are not kept for as long as their message is. */
export function forgetDraft(message: Message): void {
  ALONE.delete(message)
}

// Nothing quotes further back than this; each quoted line may look at every ancestor once.
const MAX_ANCESTORS = 24

function readMail(message: Message, ancestors: readonly Message[]): readonly DraftLine[] {
  const owners = ancestors.slice(0, MAX_ANCESTORS).map(keptOwnLines)
  const { lines, isProven } = readQuotes(message, owners)
  if (!isProven && !INDEXED.has(message)) PICKED.set(message, pickOwnLines(lines))
  if (owners.length > 0) {
    markCopies(lines, owners, message.author)
    tieToAncestors(lines, owners)
  }
  guessAuthors(lines, message)
  markOwnZones(lines, message)
  return lines
}

/** Which lines are the sender's and which are quoted; `isProven` where the ancestors had a word in it. */
function readQuotes(
  message: Message,
  owners: readonly OwnLines[],
): { readonly lines: DraftLine[]; readonly isProven: boolean } {
  const lines = splitLines(message.body)
  if (isClearSigned(message.body)) unescapeDashes(lines)
  correctMarks(lines, message.body)
  if (holdsIndentedMark(message.body)) markIndented(lines, owners)
  markSoftBreaks(lines, message)
  const isProven = lines.some(({ depth }) => depth > 0) && giveTailsBack(lines, owners)
  markQuotes(lines, message)
  markMarkedAnswers(lines, message.author)
  return { lines, isProven }
}

function readChat(message: Message): readonly DraftLine[] {
  const lines = splitLines(message.body)
  markChatLines(lines, message.author)
  return lines
}

// An ancestor is asked by everybody who answers it. What is kept goes with the message itself.
const INDEXED = new WeakMap<Message, OwnLines>()
// Of a mail that was read already; it is made ready only where somebody asks.
const PICKED = new WeakMap<Message, readonly OwnLine[]>()

/** What a message has of its own, taken by itself; read once for all who ask. */
export function keptOwnLines(message: Message): OwnLines {
  const kept = INDEXED.get(message)
  if (kept !== undefined) return kept
  const own =
    PICKED.get(message) ?? pickOwnLines(message.medium === "chat" ? readChat(message) : readQuotes(message, []).lines)
  PICKED.delete(message)
  const indexed = indexOwnLines(message, own)
  INDEXED.set(message, indexed)
  return indexed
}
