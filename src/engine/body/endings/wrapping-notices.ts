import type { DraftLine } from "../lines/line-table.ts"
import { isBlank } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"

/** How the notice begins that Mailman puts above a mail which it sends on in its own name. */
const BEGINNINGS = [
  "The sender domain has a DMARC Reject/Quarantine policy",
  "To mitigate this problem, the original message has been wrapped",
]

export function markWrappingNotices(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (!BEGINNINGS.some((beginning) => lines[at]?.text.startsWith(beginning))) continue
    for (let line = lines[at]; isOpen(line) && !isBlank(line); line = lines[++at]) line.zone = "footer"
  }
}
