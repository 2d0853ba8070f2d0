import type { BodyLine } from "../../model/body.ts"
import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import { draftBody } from "./draft-body.ts"

/**
 * Every line of a body in exactly one zone, with depth and author.
 *
 * `ancestors` (nearest first) tie quoted lines to the lines that they were copied from; without
 * them the mail is read as if it were the only one.
 */
export function readBody(message: Message, ancestors: readonly Message[] = []): readonly BodyLine[] {
  return draftBody(message, ancestors).map(toBodyLine)
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
