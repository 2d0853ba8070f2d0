import type { DraftLine } from "../lines/line-table.ts"
import { isBlank } from "../lines/line-table.ts"
import { isLegible } from "../lines/open-lines.ts"

/** `Acked-by: …` and its like, as git-interpret-trailers reads them. */
const TRAILER =
  /^\s{0,2}(?<token>[A-Z][A-Za-z]+(?:-[A-Za-z]+)*-(?:by|By|BY)|NAK(?:ed)?-by|Fixes|Closes|Link|Cc|CC|BugLink|Bug|References|Change-Id|Message-Id|Message-ID|Suggested-By|Depends-on|Cc-stable)\s?:\s?(?<value>\S.*)$/u
const NEEDS_VALUE = /^\s{0,2}(?:Fixes|Closes|Link|Cc|CC|Bug|BugLink|References|Depends-on)\s?:\s?(?<value>.*)$/u
const LOOKS_LIKE_VALUE = /@|https?:\/\/|^#?\d+$|^[0-9a-f]{7,}|<.*>/u

/** The sender's own trailers. A line "Link: we need it" is a sentence, not a trailer. */
export function markTrailers(lines: DraftLine[]): void {
  for (const [at, line] of lines.entries()) {
    if (!isLegible(line) || !line.text.includes(":") || !TRAILER.test(line.text)) continue
    const value = NEEDS_VALUE.exec(line.text)?.groups?.["value"]
    if (value !== undefined && !LOOKS_LIKE_VALUE.test(value)) continue
    line.zone = "trailer"
    if (OPEN_SUBJECT.test(line.text)) markRest(lines, at)
  }
}

/** `Fixes: 8c1f0e2ad7b1 ("heating: shut` */
const OPEN_SUBJECT = /: [0-9a-f]{7,40} \("(?!.*"\))/u
// The longest subjects fill two lines.
const MOST_BELOW = 2

/** What a mail program broke off a commit's subject in brackets. */
function markRest(lines: readonly DraftLine[], first: number): void {
  const below: DraftLine[] = []
  for (let at = first + 1; at <= first + MOST_BELOW; at++) {
    const line = lines[at]
    if (!isLegible(line) || isBlank(line)) return
    below.push(line)
    if (!/"\)\s*$/u.test(line.text)) continue
    for (const part of below) part.zone = "trailer"
    return
  }
}
