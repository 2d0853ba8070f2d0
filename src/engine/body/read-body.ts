import type { BodyLine } from "../../model/body.ts"
import type { Message } from "../../model/message.ts"
import type { DraftLine } from "./lines/line-table.ts"
import type { Unread } from "./draft-body.ts"
import { draftBodies, forgetDraft } from "./draft-body.ts"
import { markOthersText } from "./others-text.ts"
import { EMPTY_LINE, textsBehind, toListed } from "./lines/line-table.ts"

/**
 * Every line of a body in exactly one zone, with depth and author.
 *
 * `ancestors` (nearest first) tie quoted lines to the lines that they were copied from; without
 * them the mail is read as if it were the only one.
 */
export function readBody(message: Message, ancestors: readonly Message[] = []): readonly BodyLine[] {
  return readBodies([{ message, ancestors }])[0] ?? []
}

/** The same of several messages, each after those that it answers. */
export function readBodies(unread: readonly Unread[]): readonly (readonly BodyLine[])[] {
  const drafts = draftBodies(unread)
  for (const [at, { message }] of unread.entries())
    if (message.medium === "mail") markOthersText(drafts[at] ?? [], message)
  return unread.map(({ message }, at) => {
    const lines = (drafts[at] ?? []).map(toBodyLine)
    forgetDraft(message)
    const behind = textsBehind(message.body, lines)
    return behind.length === 0 ? lines : lines.concat(behind.map(toListedLine))
  })
}

// What many lines say alike is handed out as one.
const EMPTY: BodyLine = toFilledLine(EMPTY_LINE)

function toBodyLine(line: DraftLine): BodyLine {
  return line === EMPTY_LINE ? EMPTY : toFilledLine(line)
}

function toListedLine(text: string): BodyLine {
  return text === "" ? EMPTY : toBodyLine(toListed(text))
}

/** One shape for all: the steps that follow read them quickest so. */
function toFilledLine(line: DraftLine): BodyLine {
  const { text, content, zone = "own", depth, isSoftBroken, author, tailOf, origin } = line
  return { text, content, zone, depth, isSoftBroken, author, tailOf, origin }
}
