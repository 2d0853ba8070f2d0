import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isBlank } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"

/** Makes the lines from `first` up to and with `last` that are still open another's words, quoted without marks. */
export function claimQuote(
  lines: readonly DraftLine[],
  range: { readonly first: number; readonly last: number },
  author: Identity | undefined,
): void {
  for (let at = range.first; at <= range.last; at++) {
    const line = lines[at]
    if (!isOpen(line) || isBlank(line)) continue
    line.zone = "quote"
    line.depth = 1
    line.author = author
  }
}
