import type { BodyLine } from "../../model/body.ts"
import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import type { OwnLines } from "./own-lines.ts"
import { guessAuthors } from "./author-guesses.ts"
import { markChatLines } from "./chat-lines.ts"
import { splitLines } from "./line-table.ts"
import { tieToAncestors } from "./origins.ts"
import { ownLinesOf } from "./own-lines.ts"
import { markOwnZones } from "./own-zones.ts"
import { markQuotes } from "./quotes.ts"
import { giveTailsBack } from "./wrapped-tails.ts"

/**
 * Every line of a body in exactly one zone, with depth and author.
 *
 * `ancestors` (nearest first) tie quoted lines to the lines that they were copied from; without
 * them the mail is read as if it were the only one.
 */
export function readBody(message: Message, ancestors: readonly Message[] = []): readonly BodyLine[] {
  const lines = message.medium === "chat" ? readChat(message) : readMail(message, ancestors)
  return lines.map(toBodyLine)
}

// Nothing quotes further back than this; each quoted line may look at every ancestor once.
const MAX_ANCESTORS = 24

function readMail(message: Message, ancestors: readonly Message[]): readonly DraftLine[] {
  const lines = splitLines(message.body)
  const owners = ancestors.slice(0, MAX_ANCESTORS).map(keptOwnLines)
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

function keptOwnLines(message: Message): OwnLines {
  const kept =
    KEPT.get(message) ?? ownLinesOf(message, message.medium === "chat" ? readChat(message) : readMail(message, []))
  KEPT.set(message, kept)
  return kept
}

function toBodyLine(line: DraftLine): BodyLine {
  return {
    text: line.text,
    content: line.content,
    zone: line.zone ?? "own",
    depth: line.depth,
    ...(line.author === undefined ? {} : { author: line.author }),
    ...(line.tailOf === undefined ? {} : { tailOf: line.tailOf }),
    ...(line.origin === undefined ? {} : { origin: line.origin }),
  }
}
