import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import type { OwnLines } from "./own-lines.ts"
import { correctMarks } from "./false-marks.ts"
import { guessAuthors } from "./author-guesses.ts"
import { markChatLines } from "./chat-lines.ts"
import { splitLines } from "./line-table.ts"
import { tieToAncestors } from "./origins.ts"
import { ownLinesOf } from "./own-lines.ts"
import { markOwnZones } from "./own-zones.ts"
import { markSoftBreaks } from "./soft-breaks.ts"
import { markQuotes } from "./quotes.ts"
import { giveTailsBack } from "./wrapped-tails.ts"

/** The lines of a body with all that the steps of reading found out. */
export function draftBody(message: Message, ancestors: readonly Message[]): readonly DraftLine[] {
  return message.medium === "chat" ? readChat(message) : readMail(message, ancestors)
}

// Nothing quotes further back than this; each quoted line may look at every ancestor once.
const MAX_ANCESTORS = 24

function readMail(message: Message, ancestors: readonly Message[]): readonly DraftLine[] {
  const lines = splitLines(message.body)
  const owners = ancestors.slice(0, MAX_ANCESTORS).map(keptOwnLines)
  correctMarks(lines)
  markSoftBreaks(lines, message)
  giveTailsBack(lines, owners)
  markQuotes(lines, message)
  if (owners.length > 0) tieToAncestors(lines, owners)
  guessAuthors(lines, message)
  markOwnZones(lines)
  return lines
}

function readChat(message: Message): readonly DraftLine[] {
  const lines = splitLines(message.body)
  markChatLines(lines, message.author)
  return lines
}

// An ancestor is asked by everybody who answers it. What is kept goes with the message itself.
const KEPT = new WeakMap<Message, OwnLines>()

/** What a message has of its own; read once for all who ask. */
export function keptOwnLines(message: Message): OwnLines {
  const kept =
    KEPT.get(message) ?? ownLinesOf(message, message.medium === "chat" ? readChat(message) : readMail(message, []))
  KEPT.set(message, kept)
  return kept
}
