import type { DraftLine } from "../lines/line-table.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"
import { isBlank } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"

const NOTICE =
  /^(?:-{10,} next part -{10,}|An? .{2,60} was scrubbed\.\.\.|Skipped content of type \S+|\[\[alternative HTML version deleted\]\]|(?:application|audio|image|message|multipart|text|video)\/[\w.+-]{1,60} attachment: \S.{0,200}|\[(?:application|audio|image|text|video)\/[\w.+-]{1,60}(?:, \d[\d.]* ?[kM]?B)?(?:, removed)?\]|Received on \p{Lu}\p{Ll}{2} \p{Lu}\p{Ll}{2} \d\d? \d{4} - \d\d?:\d\d:\d\d \S+)\s*$/u
/** What is known of a file. Whoever writes such lines themselves has no notice right above. */
const FIELD = /^(?:url ?: <?\w+:\/\/|(?:name|type|size|desc) ?: \S)/iu

/**
 * A program's words: what archives put in an attachment's place (a divider, a notice, and what is known of the file) and below a mail.
 * A quote may lie between a divider and the rest: the divider of an earlier mail reads the same, and is taken for a copy.
 * They stand in the place of something of the sender's, and are a log on their level.
 */
export function markArchiveNotices(lines: readonly DraftLine[]): void {
  let isWithin = false
  for (const line of lines) {
    if (line.marks > 0 || isBlank(line)) {
      isWithin &&= line.marks === 0
      continue
    }
    const text = line.content.trimStart()
    isWithin = (mayBeNotice(text) && NOTICE.test(text)) || (isWithin && FIELD.test(text))
    if (isWithin && isOpen(line)) line.zone = "log"
  }
}

/** Whether a line is what an archive says of what it took out of a mail. */
export function isArchiveNotice(text: string): boolean {
  return NOTICE.test(text) || FIELD.test(text)
}

const LONGEST = 200

/** A cheap look before the dear one: the first letters that the notices begin with. */
function mayBeNotice(text: string): boolean {
  return text.length > 0 && text.length <= LONGEST && isIn(FIRST, codeAt(text, 0))
}

const FIRST = codeSet("-AS[Raimtv")
