import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { isOpen } from "../lines/open-lines.ts"
import { isSignedName } from "./signed-names.ts"

const SALUTATION_TO_ALL = /^(?:all|folks|everyone|everybody|gentlemen|colleagues)\s*[,!:]$/iu
const SALUTATION =
  /^(?:hi|hello|hey|hiya|dear|greetings|good (?:morning|afternoon|evening|day)|hallo|liebe[r]?|guten (?:tag|morgen)|moin|servus|bonjour|salut|hola|buenos días|olá|oi|ciao|hej|hei|cześć|witam|ahoj|привет|здравствуйте|добрый день|你好|您好|こんにちは)(?:[\s,]+(?<whom>[^.?!:;,]{0,40}))?\s*[,!.:;)\-–—]*\s*(?::-?\))?$/iu
/** "Ada, Bo," opens a mail as "Hi Ada" does; "Yes, Bo," answers it. */
const NAMES_CALLED = /^\p{Lu}\p{Ll}[\p{L}'’-]*(?:(?:, and|,| and| &) \p{Lu}\p{Ll}[\p{L}'’-]*){1,4}\s*,$/u
const NO_NAMES =
  /\b(?:Yes|Yeah|Yep|No|Nope|Ok|Okay|Sure|Right|Agreed|Done|True|Exactly|Correct|Thanks|Thank|Sorry|Well|Great|Good|Fine|Nice|Cheers|Acked)\b/u
// One of them says it in two languages at once, as a shell would: "Gr{eet,üß}e,".
const CLOSING =
  /^(?:(?:many |much |lots of )?thanks(?: (?:a lot|again|in advance|and (?:best )?regards|,? and regards|so much|very much|everyone|all|for (?:reading|your (?:help|time|attention))))?|thank you(?: (?:very much|in advance|again|all))?|thx|tia|hth|(?:i )?hope (?:that )?(?:this|that|it) helps(?: you)?|cheers|ciao|bye|(?:best|kind|kindest|warm|with (?:best|kind)|sincere|many) (?:regards|wishes)|best|regards|br|rgds|sincerely(?: yours)?|yours(?: (?:truly|sincerely|faithfully))?|respectfully|take care|as (?:always|ever)|have a (?:nice|good|great) (?:day|weekend|evening|one)|(?:mit )?(?:freundlichen?|besten?|vielen?|viele|schöne|liebe|beste) (?:grüßen?|gruß|dank|grüsse)|mfg|gruß|grüße|lg|cordialement|bien cordialement|amicalement|merci|saludos(?: cordiales)?|un saludo|gracias|atenciosamente|abraços|obrigado|cordiali saluti|saluti|grazie|met vriendelijke groet(?:en)?|groet(?:en)?|mvh|med vänliga? hälsning(?:ar)?|hilsen|terveisin|pozdrawiam|s pozdravem|с уважением|спасибо|love|\p{L}{1,6}\{\p{L}{1,10}(?:,\p{L}{1,10}){1,3}\}\p{L}{0,3})[\s,.!;:)-]*$/iu
// A name under a closing: a few words that begin with a capital, or initials, or a nick.
const NAME =
  /^[\s\-–—~/*<]*(?:\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{L}[\p{L}.'’-]*|\([^)]*\))){0,4}|\p{Ll}{2,12}|\p{L}{1,3})[\s.,;:)>-]*$/u
const MAX_LINE = 60

/** Salutations, closings and the names below them: the sender's, and no sentences. */
export function markGreetings(lines: DraftLine[], author: Identity): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || line.text.length > MAX_LINE) continue
    const text = line.text.trim()
    if (startsBlock(lines, at) && (isSalutation(text) || isCall(lines, at, text))) line.zone = "greeting"
    else if (CLOSING.test(text) && endsBlock(lines, at, author)) markClosing(lines, at)
    else if (isLoneName(lines, at, author)) line.zone = "greeting"
  }
}

function isSalutation(text: string): boolean {
  if (SALUTATION_TO_ALL.test(text)) return true
  const greeted = SALUTATION.exec(text)
  return greeted !== null && !SAYS_MORE.test(greeted.groups?.["whom"] ?? "")
}

/** "Hey, that's not a bad idea." says something to nobody by name. */
const SAYS_MORE =
  /['’](?:s|re|m|ll|ve|d|t)\b|\b(?:i|is|are|was|were|am|be|do|does|did|have|has|had|can|could|will|would|should|this|that|it|works?)\b/iu

function isCall(lines: readonly DraftLine[], at: number, text: string): boolean {
  return text.endsWith(",") && NAMES_CALLED.test(text) && !NO_NAMES.test(text) && !hasOwnAbove(lines, at)
}

function startsBlock(lines: readonly DraftLine[], at: number): boolean {
  const before = lines[at - 1]
  return before === undefined || isBlank(before) || before.depth > 0 || before.zone !== undefined
}

/** Whether nothing but a name follows in this paragraph, or that of the sender. */
function endsBlock(lines: readonly DraftLine[], at: number, author: Identity): boolean {
  const next = lines[at + 1]
  if (!isOpen(next) || isBlank(next)) return true
  if (next.text.length <= MAX_LINE && (isSignedName(next.text, author) || isInitials(next.text, author))) return true
  const after = lines[at + 2]
  return (!isOpen(after) || isBlank(after)) && NAME.test(next.text)
}

// Blank lines, and the name below them.
const MOST_BELOW = 3

function markClosing(lines: DraftLine[], at: number): void {
  const closing = lines[at]
  if (closing !== undefined) closing.zone = "greeting"
  for (let next = at + 1; next <= at + MOST_BELOW; next++) {
    const line = lines[next]
    if (line === undefined || line.depth > 0) return
    if (isBlank(line)) continue
    if (!isOpen(line) || line.text.length > MAX_LINE || !NAME.test(line.text)) return
    line.zone = "greeting"
    return
  }
}

const DASHED = /^\s*[-–—~]+\s?\p{L}[\p{L}. ]{0,20}\s*$/u
const ONE_WORD = /^\s*\p{Lu}\p{Ll}+\.?\s*$/u

/** "-ada" or "Ada" as the last own words of a mail. One word right under a quote answers it ("Agreed."), unless it is their name. */
function isLoneName(lines: readonly DraftLine[], at: number, author: Identity): boolean {
  const { text } = lineAt(lines, at)
  if (!startsBlock(lines, at)) return false
  const isSigned =
    DASHED.test(text) ||
    (ONE_WORD.test(text) && (!isUnderQuote(lines, at) || isSignedName(text, author))) ||
    ((isInitials(text, author) || isShortName(text, author)) && !isUnderQuote(lines, at))
  return isSigned && !hasOwnBelow(lines, at) && hasOwnAbove(lines, at)
}

/** "jo" of Johanna's. */
function isShortName(text: string, { name = "" }: Identity): boolean {
  const short = text.trim()
  return SMALL_NAME.test(short) && (name.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => word.startsWith(short))
}

const SMALL_NAME = /^\p{Ll}{2,12}$/u

/** "R." or "JB", where the author's names begin so. */
function isInitials(text: string, { name = "" }: Identity): boolean {
  const letters = INITIALS.exec(text)?.[0].replaceAll(/[^\p{L}]/gu, "")
  if (letters === undefined) return false
  const own = (name.match(/\p{L}+/gu) ?? []).map((word) => word.charAt(0)).join("")
  return own.toLowerCase().startsWith(letters.toLowerCase())
}

const INITIALS = /^\s*(?:\p{L}\.? ?){1,3}\s*$/u

function isUnderQuote(lines: readonly DraftLine[], at: number): boolean {
  let above = at - 1
  while (above > 0 && isBlank(lineAt(lines, above))) above--
  return lineAt(lines, above).depth > 0
}

function hasOwnBelow(lines: readonly DraftLine[], at: number): boolean {
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next]
    if (line !== undefined && isOpen(line) && !isBlank(line)) return true
  }
  return false
}

function hasOwnAbove(lines: readonly DraftLine[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const line = lines[before]
    if (line !== undefined && isOpen(line) && !isBlank(line)) return true
  }
  return false
}
