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

function toBodyLine({ text, content, isSoftBroken, zone = "own", depth, author, tailOf, origin }: DraftLine): BodyLine {
  if (tailOf === undefined && origin === undefined && !isSoftBroken)
    return author === undefined ? { text, content, zone, depth } : { text, content, zone, depth, author }
  return {
    text,
    content,
    zone,
    depth,
    ...(isSoftBroken ? { isSoftBroken } : {}),
    ...(author === undefined ? {} : { author }),
    ...(tailOf === undefined ? {} : { tailOf }),
    ...(origin === undefined ? {} : { origin }),
  }
}
