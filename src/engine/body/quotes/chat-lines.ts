import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { EMPTY_LINE, isBlank } from "../lines/line-table.ts"

const FENCE = "```"

/** Chat has three zones besides the writer's words: what they quote with `>`, code between fences, and blanks. */
export function markChatLines(lines: DraftLine[], author: Identity): void {
  let isFenced = false
  let isQuotedToEnd = false
  for (const [at, line] of lines.entries()) {
    const fences = line.text.split(FENCE).length - 1
    const isCode = isFenced || line.text.trimStart().startsWith(FENCE) || fences % 2 === 1
    if (fences % 2 === 1) isFenced = !isFenced
    // Discord: ">>> " quotes everything to the end of the message.
    isQuotedToEnd ||= !isCode && line.text.startsWith(">>> ")
    if (isCode) lines[at] = { ...line, content: line.text, isBlank: false, depth: 0, zone: "code", author }
    else if (line !== EMPTY_LINE) markLine(line, { isQuoted: isQuotedToEnd || line.marks > 0, author })
  }
}

function markLine(line: DraftLine, { isQuoted, author }: { isQuoted: boolean; author: Identity }): void {
  if (isBlank(line)) Object.assign(line, { depth: line.marks > 0 ? 1 : 0, zone: "blank" })
  else if (isQuoted) Object.assign(line, { depth: 1, zone: "quote" })
  else line.author = author
}
