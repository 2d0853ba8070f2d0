import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"
import { isSignedName } from "./signed-names.ts"

/** Words in quotation marks from the first letter on. */
const SAYING = /^["“„«][^"“”„«»]{8,300}["”“»]/u
/** Who said them, behind a dash, and when. */
const SAYER = /^\s*[-–—~]{1,3}\s*\p{Lu}[\p{L}\p{M}\p{N}.,'’()/\s-]{1,60}$/u
/** Below the name of whoever wrote the mail it needs no dash, and nobody. */
const REMARK = /^(?:\s*[-–—~]{1,3}|\s*\(|$)[\p{L}\p{M}\p{N}.,'’()/\s-]{0,60}$/u
const MOST_LINES = 5

/** A motto that ends a mail is part of its signature, though no dashes stand above it; so is the name above it. */
export function markMottos(lines: readonly DraftLine[], author: Identity): void {
  let last = lines.length - 1
  while (last >= 0 && !isFilled(lines[last])) last--
  let text = ""
  for (let first = last; isFilled(lines[first]) && last - first <= MOST_LINES; first--) {
    text = `${lineAt(lines, first).content.trim()} ${text}`.trimEnd()
    const saying = SAYING.exec(text)?.[0]
    const start = saying === undefined ? undefined : startOfMotto(lines, first, author)
    const sayer = start === first ? SAYER : REMARK
    if (start !== undefined && sayer.test(text.slice(saying?.length))) claim(lines, { first: start, last }, "signature")
  }
}

/** A saying begins its paragraph, or stands below the writer's name. */
function startOfMotto(lines: readonly DraftLine[], first: number, author: Identity): number | undefined {
  if (!isFilled(lines[first - 1])) return first
  return isName(lineAt(lines, first - 1).content, author) ? first - 1 : undefined
}

function isFilled(line: DraftLine | undefined): boolean {
  return isOpen(line) && !isBlank(line)
}

function isName(content: string, author: Identity): boolean {
  return isSignedName(content.replace(/^[\s\-–—~*]{1,8}/u, ""), author)
}
