import type { Message } from "../../../model/message.ts"
import { readSubject } from "./subjects.ts"

// People who answer at once without quoting change subjects too; every mail program shows those as one
// thread. Who digs out a mail this old to write to its list wants the address.
const MIN_DAYS = 14
const DAY_MS = 86_400_000

/**
 * Whether somebody pressed "reply" on an old mail to write to the list about something else: another
 * subject, no mark of a reply or of a series, nothing quoted, and not a word in common.
 */
export function isNewTopic(message: Message, parent: Message | undefined): boolean {
  if (parent === undefined || message.medium === "chat" || message.body.includes(">")) return false
  if (daysBetween(parent, message) < MIN_DAYS || message.subject.trimStart().startsWith("[")) return false
  const subject = readSubject(message.subject)
  const former = readSubject(parent.subject)
  const isMarked = subject.isReply || subject.isPatch || former.isPatch || subject.formerly !== undefined
  if (isMarked || subject.base === "" || former.base === "") return false
  const words = new Set(wordsOf(former.base))
  return !wordsOf(subject.base).some((word) => words.has(word))
}

function daysBetween(one: Message, other: Message): number {
  if (one.sentAt === undefined || other.sentAt === undefined) return 0
  return (Date.parse(other.sentAt) - Date.parse(one.sentAt)) / DAY_MS
}

function wordsOf(base: string): readonly string[] {
  return base.match(/[\p{L}\p{N}]{3,}/gu) ?? []
}
