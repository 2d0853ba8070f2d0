import type { BodyLine, Zone } from "../../model/body.ts"
import { isArchiveNotice } from "../body/endings/archive-notices.ts"
import type { MessageFacts } from "../facts.ts"

/** Why what somebody wrote is not in their mail, or not all of it: it was sent along as a file, or is lost. */
export function missingWords(facts: MessageFacts): string | undefined {
  const { message, lines, sentences } = facts
  if (message.medium !== "mail" || message.isRebuilt === true || message.isDeleted === true) return undefined
  const files = message.attachments.filter((name) => !SAYS_NOTHING.test(name))
  if (sentences.length > 0) return isPointing(facts) && files.some(isDocument) ? PARTLY_ATTACHED : undefined
  if (lines.some(holdsWords)) return undefined
  if (files.length > 0 || lines.some(isScrubbed)) return ATTACHED_ALONE
  if (message.attachments.length > 0 || !lines.every(isSilent)) return undefined
  return lines.every(({ depth }) => depth === 0) ? EMPTY : QUOTES_ALONE
}

/** Says little more than that something is attached. */
function isPointing({ sentences }: MessageFacts): boolean {
  const said = sentences.map(({ text }) => text).join(" ")
  return said.length <= MAX_POINTER && ATTACHED.test(said)
}

function isDocument(name: string): boolean {
  return DOCUMENT.test(name)
}

const ATTACHED_ALONE = "its text is in an attachment that is not read"
const PARTLY_ATTACHED = "part of its text is in an attachment that is not read"
const EMPTY = "it is empty"
const QUOTES_ALONE = "no words of its author were found below its quotes"

/** Patches speak for themselves, and signatures and cards say nothing. */
const SAYS_NOTHING = /\.(?:patch|diff|asc|sig|p7s|p7m|vcf|gpg)$|patch|diff|signature|pkcs7|pgp/iu
/** People write these; a log or a picture is not what they say. */
const DOCUMENT =
  /\.(?:pdf|docx?|odt|rtf|eml|msg)$|^message\/rfc822$|(?:comment|review|reply|answer|feedback|response)[^/]*\.(?:txt|md|html?)$/iu
const ATTACHED = /\b(?:attach(?:ed|ment)|enclosed)\b/iu
/** Whoever says more than this says something. */
const MAX_POINTER = 200

const SPEAKING: ReadonlySet<Zone> = new Set(["trailer", "patch", "code", "log"])
const SILENT: ReadonlySet<Zone> = new Set(["blank", "signature", "footer", "attribution"])

/** Whoever sends a mail on or answers with nothing but this: what they wrote was lost, or taken for a notice. */
function isSilent({ zone, depth }: BodyLine): boolean {
  return depth > 0 || SILENT.has(zone)
}

/** A greeting is one as well: who says no more than "Thanks, Bo" has said it. */
function holdsWords({ zone, depth, content }: BodyLine): boolean {
  return depth === 0 && SPEAKING.has(zone) && !(zone === "log" && isArchiveNotice(content))
}

function isScrubbed({ zone, depth, content }: BodyLine): boolean {
  return depth === 0 && zone === "log" && /attachment was scrubbed\.\.\.|^Skipped content of type /u.test(content)
}
