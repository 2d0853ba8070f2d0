import type { BodyLine } from "../../model/body.ts"
import type { Message } from "../../model/message.ts"

/**
 * Every line of a body in exactly one zone, with depth and author.
 *
 * `ancestors` (nearest first) tie quoted lines to the lines that they were copied from; without
 * them the mail is read as if it were the only one.
 */
export function readBody(message: Message, _ancestors: readonly Message[] = []): readonly BodyLine[] {
  return message.body.split("\n").map((text) => lineOf(text, message))
}

const QUOTE_MARKS = /^ {0,3}>(?:[ \t]?>)*/

function lineOf(text: string, message: Message): BodyLine {
  const marks = QUOTE_MARKS.exec(text)?.[0] ?? ""
  const depth = message.medium === "mail" ? marks.replaceAll(/[^>]/g, "").length : 0
  const content = depth > 0 ? text.slice(marks.length).replace(/^ /, "") : text
  if (depth > 0) return { text, content, zone: "quote", depth }
  if (text.trim() === "") return { text, content, zone: "blank", depth }
  return { text, content, zone: "own", depth, author: message.author }
}
