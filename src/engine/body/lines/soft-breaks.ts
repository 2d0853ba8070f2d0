import type { Message } from "../../../model/message.ts"
import type { DraftLine } from "./line-table.ts"
import { setMarks } from "./line-table.ts"

const FLOWED = /;\s*format\s*=\s*"?flowed\b/iu
const DELETES_SPACE = /;\s*delsp\s*=\s*"?yes\b/iu

/**
 * Finds the lines that a program broke in a mail that says so (RFC 3676, format=flowed): they end in a
 * space and go on in the next line of the same quote depth. With DelSp the space is the program's own.
 */
export function markSoftBreaks(lines: readonly DraftLine[], { headers }: Message): void {
  const type = headers["content-type"] ?? ""
  if (!FLOWED.test(type)) return
  const deletesSpace = DELETES_SPACE.test(type)
  unstuff(lines)
  for (const [at, line] of lines.entries()) {
    if (!goesOn(line, lines[at + 1])) continue
    line.isSoftBroken = true
    if (deletesSpace) line.content = line.content.slice(0, -1)
  }
}

/** The signature's "-- " is a fixed line (4.3), and so is one whose quote ends below it (4.5). */
function goesOn({ content, depth, isBlank }: DraftLine, next: DraftLine | undefined): boolean {
  return !isBlank && content.endsWith(" ") && content !== "-- " && next?.depth === depth && !next.isBlank
}

/**
 * Such a mail puts a space before each line of its own that begins with ">" (4.4), while its quote marks
 * stand at the start of the line. Where none stands there, somebody's program quotes with " >" all the same.
 */
function unstuff(lines: readonly DraftLine[]): void {
  if (!lines.some(({ text }) => text.startsWith(">"))) return
  for (const line of lines) if (line.marks > 0 && line.text.startsWith(" ")) setMarks(line, 0)
}
