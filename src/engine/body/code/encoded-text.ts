import type { DraftLine } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"

// Programs break base64 after 76 letters (RFC 2045, 6.8) or 64 (RFC 7468); no word of any language is as long as either.
const BASE64 = /^[A-Za-z\d+/]{60,76}$/
const MIN_ENCODED = 3

/** Whether a line is one of a base64 text, the last one aside. */
export function isEncoded(text: string): boolean {
  return text.length <= 80 && BASE64.test(text.trimEnd())
}

/** Text that an archive left in base64: nobody reads it, and it says nothing as it stands. */
export function markEncoded(lines: DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    let end = at
    while (isOpenAndEncoded(lines[end])) end++
    if (end - at >= MIN_ENCODED) claim(lines, { first: at, last: isTail(lines[end]) ? end : end - 1 }, "code")
    at = Math.max(at, end)
  }
}

function isOpenAndEncoded(line: DraftLine | undefined): boolean {
  return isOpen(line) && isEncoded(line.text)
}

function isTail(line: DraftLine | undefined): boolean {
  return isOpen(line) && /^[A-Za-z\d+/]{1,76}={0,2}$/.test(line.text.trimEnd())
}
