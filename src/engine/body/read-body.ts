import type { BodyLine } from "../../model/body.ts"
import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import { guessAuthors } from "./author-guesses.ts"
import { markChatLines } from "./chat-lines.ts"
import { splitLines } from "./line-table.ts"
import { markOwnZones } from "./own-zones.ts"
import { markQuotes } from "./quotes.ts"
import { giveTailsBack } from "./wrapped-tails.ts"

/**
 * Every line of a body in exactly one zone, with depth and author.
 *
 * `ancestors` (nearest first) tie quoted lines to the lines that they were copied from; without
 * them the mail is read as if it were the only one.
 */
export function readBody(message: Message, _ancestors: readonly Message[] = []): readonly BodyLine[] {
  const lines = splitLines(message.body)
  if (message.medium === "chat") {
    markChatLines(lines, message.author)
  } else {
    giveTailsBack(lines)
    markQuotes(lines, message)
    guessAuthors(lines, message)
    markOwnZones(lines)
  }
  return lines.map(toBodyLine)
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
