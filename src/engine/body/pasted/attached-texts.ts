import type { DraftLine } from "../lines/line-table.ts"
import { isBlank } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"

/** How archives and mutt show what is attached, in the running text. */
const ATTACHMENT = /^\[-- Attachment #(?<number>\d+)(?:\.\d+)*: .* --\]\s*$/u
const NOTICE = /^\[-- .* --\]\s*$/u

/** A text that is attached is a file, not what its sender says in the mail; the notices about it are an archive's. */
export function markAttachedTexts(lines: readonly DraftLine[]): void {
  let isAttached = false
  for (const line of lines) {
    if (!isOpen(line) || isBlank(line)) continue
    const number = ATTACHMENT.exec(line.content)?.groups?.["number"]
    if (number !== undefined) isAttached = Number(number) > 1
    if (NOTICE.test(line.content)) line.zone = "footer"
    else if (isAttached) line.zone = "log"
  }
}
