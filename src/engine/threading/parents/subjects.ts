import { foldSpace } from "../../body/sentences/fold-space.ts"
import { remembering } from "../../patterns/remember.ts"

/** What a subject line says of its place in the discussion. */
export interface Subject {
  /** Without reply marks, list tags and what it was before; white space folded, lower case. */
  readonly base: string
  readonly isReply: boolean
  /** The base of the subject that it replaced: "New topic (was: Old topic)". */
  readonly formerly: string | undefined
  /** Whether it carries a patch, or a word of one: `[PATCH v2 1/3]`. */
  readonly isPatch: boolean
  /** `[PATCH v3 …]`; 1 where no version is given. */
  readonly version: number
  /** `2/5` in a series; undefined outside one. */
  readonly part: number | undefined
}

// Subjects of 998 characters are legal; nobody tells two threads apart behind the five hundredth.
const MAX_SUBJECT = 500
const REPLY =
  /^\s*(?:re|aw|sv|vs|antw|antwort|odp|ref|res|rif|ynt|tr|fw|fwd|wg|vl|doorst|回复|回覆|答复|转发)(?:\[\d+\]|\^\d+)?\s*[:：]\s*/iu
const FORWARD = /^\s*(?:fw|fwd|wg|tr|转发)\s*[:：]/iu
const TAG = /^\s*\[(?<tag>[^\]]{1,60})\]\s*/u
const FORMERLY = /\s*[([]\s*was\s*[:：]?\s*(?<old>\S.{0,300}?)[)\]]?\s*$/iu
const PATCH_TAG = /\b(?:patch|rfc|rft|resend|pull)\b/iu

/** The same subject comes with every mail of a thread, and is asked for by many. */
export const readSubject: (raw: string) => Subject = remembering(findSubject)

function findSubject(raw: string): Subject {
  const text = foldSpace(raw.slice(0, MAX_SUBJECT))
  const formerly = FORMERLY.exec(text)?.groups?.["old"]
  const { base, tags, isReply } = takeMarks(text.replace(FORMERLY, ""))
  const patch = tags.filter((tag) => PATCH_TAG.test(tag)).join(" ")
  return {
    base,
    isReply,
    formerly: formerly === undefined ? undefined : takeMarks(formerly).base,
    isPatch: patch !== "",
    version: Number(VERSION.exec(patch)?.groups?.["version"] ?? 1),
    part: partOf(patch),
  }
}

const VERSION = /\bv(?<version>\d{1,3})\b/iu

/** Reply marks and list tags taken off from the left, in whatever order they stand. */
function takeMarks(text: string): {
  readonly base: string
  readonly tags: readonly string[]
  readonly isReply: boolean
} {
  let rest = text
  const tags: string[] = []
  let isReply = false
  for (;;) {
    const reply = REPLY.exec(rest)
    const tag = TAG.exec(rest)
    if (reply !== null) isReply ||= !FORWARD.test(rest)
    else if (tag !== null) tags.push(tag[0])
    else return { base: rest.trim().toLowerCase(), tags, isReply }
    rest = rest.slice((reply ?? tag)?.[0].length)
  }
}

function partOf(patch: string): number | undefined {
  const part = /\b(?<part>\d{1,4})\/\d{1,4}\b/u.exec(patch)?.groups?.["part"]
  return part === undefined ? undefined : Number(part)
}
