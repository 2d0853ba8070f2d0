import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isBlank } from "../lines/line-table.ts"

const TAG = /^\s*(?:\[(?<name>[^\]:]{2,40}):?\]|(?<initials>\p{Lu}{2,4}):)\s*\S/u

/**
 * "[AL] It is.": answers that their writer put into a mail quoted without marks, each with their own name or initials
 * before it. They reach to the end of the paragraph.
 */
export function markMarkedAnswers(lines: readonly DraftLine[], sender: Identity): void {
  const own = namesOf(sender)
  if (own.size === 0) return
  let isAnswer = false
  for (const line of lines) {
    if (!isQuotedBare(line)) {
      isAnswer = false
      continue
    }
    const tag = tagOf(line)
    if (tag !== undefined) isAnswer = own.has(folded(tag))
    if (isAnswer) takeBack(line, sender)
  }
}

/** The first name, the whole, and the initials; one word has none that tell it from others. */
function namesOf({ name }: Identity): ReadonlySet<string> {
  const words = name?.match(/\p{L}+/gu) ?? []
  if (words.length < 2) return new Set()
  return new Set([words.join(" "), words[0] ?? "", words.map((word) => word[0] ?? "").join("")].map(folded))
}

function isQuotedBare(line: DraftLine): boolean {
  return line.zone === "quote" && line.depth === 1 && line.marks === 0 && !isBlank(line)
}

function tagOf({ content }: DraftLine): string | undefined {
  const { name, initials } = TAG.exec(content.slice(0, LONGEST))?.groups ?? {}
  return name ?? initials
}

const LONGEST = 80

function folded(text: string): string {
  return (text.match(/\p{L}+/gu) ?? []).join(" ").toLowerCase()
}

function takeBack(line: DraftLine, sender: Identity): void {
  line.zone = undefined
  line.depth = 0
  line.author = sender
}
