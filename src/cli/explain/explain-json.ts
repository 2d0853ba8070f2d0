import type { BodyLine } from "../../model/body.ts"
import type { Identity, Message } from "../../model/message.ts"

/** One message as one line of JSON: its id, and each line's text, kind, depth and author. */
export function explainAsJson(message: Message, lines: readonly BodyLine[]): string {
  const shown = lines.map((line) => ({
    text: line.text,
    kind: line.zone,
    depth: line.depth,
    ...(line.author === undefined ? {} : { author: displayed(line.author) }),
    ...(line.origin === undefined ? {} : { origin: line.origin }),
  }))
  return `${JSON.stringify({ messageId: message.id, lines: shown })}\n`
}

function displayed(author: Identity): string {
  if (author.name === undefined || author.name === "") return author.address
  return author.address === "" ? author.name : `${author.name} <${author.address}>`
}
