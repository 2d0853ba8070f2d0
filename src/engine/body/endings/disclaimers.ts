import type { DraftLine } from "../lines/line-table.ts"
import { isBlank, lineAt } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"
import { speaksOfPeople } from "../lines/spoken-lines.ts"

/** What the notices say that companies put below every mail, each in the languages that lists hold; two of them make one. */
const SIGNS: readonly RegExp[] = [
  /\b(?:intended|named|wrong|unintended) recipients?|\baddressees?\b|\b(?:sole|exclusive) use|\bintended (?:only|solely)|\bonly (?:for|intended)|\bindividual or entity|\brichtige[rn]? (?:Adressat|Empfänger)|\bdestinataires?\b/iu,
  /\bconfidential|\bprivileged|\bvertraulich|\bconfidentiel|保密/iu,
  /\b(?:notify|contact|inform|advise|tell) (?:the (?:sender|originator|system manager)|us|me)\b|\bAbsender\b|\bexpéditeur\b/iu,
  /\b(?:in|by) (?:error|mistake)\b|\birrtümlich|\bpar erreur\b/iu,
  /\b(?:delete|destroy)\b|\bvernichten|\blöschen|\bdétrui|\bsupprim/iu,
  /\bdisclos|\bdisseminat|\bunauthori[sz]ed|\bstrictly prohibited|\bis prohibited|\bnicht gestattet|\binterdit/iu,
  /\bliabilit|\bviruses\b|\bHaftung\b|\bresponsabilité/iu,
  /\bconsider the environment\b|\bconfidentiality (?:notice|note)\b/iu,
]
/** They speak of the mail itself. */
const OF_ITSELF =
  /\b(?:this|the|these) (?:\w+ )?(?:e-?mail|message|communication|transmission)\b|\bcontained (?:in|herein)\b|\bDiese[rn]? (?:E-?Mail|Mail|Nachricht)\b|\bCe(?:t|tte)? (?:e-?mail|message|courriel|communication)\b|本邮件/iu
/** In capitals: whoever disclaims something of their own writes small. */
const HEADED = /^[\s*:_-]*DISCLAIMER\b/u
/** Nobody who says "I" is a company. */
const BY_A_PERSON = /(?:^|\s)I(?:['’]\w+)?\s/u

/** What the law of some countries wants below a company's letters. */
const REGISTERED: readonly RegExp[] = [
  /\bGesch(?:ä|ae)ftsf(?:ü|ue)hr|\bVorstand\b|\bAufsichtsrat|\bGF: /u,
  /\bAmtsgericht\b|\bRegistergericht\b|\bHRB \d/u,
  /\bSitz(?: der Gesellschaft)?: ?\p{Lu}/u,
  /\bUSt-?Id|\bUst-?ID|\bVAT (?:no|reg|number)/iu,
  /\bregistered (?:office|address|in (?:England|Scotland|Ireland))\b/iu,
]

// A notice in two languages, a print request and an address stand below the last words.
const MOST_PARAGRAPHS = 6
const MOST_LETTERS = 6_000

/** The notices below a mail, from the first of them to the end. */
export function markDisclaimers(lines: readonly DraftLine[]): void {
  let first: number | undefined
  let seen = 0
  let letters = 0
  for (let last = lines.length - 1; last >= 0 && seen < MOST_PARAGRAPHS && letters < MOST_LETTERS; last--) {
    if (!isFilled(lines[last])) continue
    let start = last
    while (isFilled(lines[start - 1])) start--
    const text = textOf(lines, start, last)
    if (isNotice(text)) first = startOfNotice(lines, { first: start, last })
    letters += text.length
    seen++
    last = start
  }
  if (first !== undefined) claim(lines, { first, last: lines.length - 1 }, "footer")
}

/**
 * Where the notice begins in its paragraph: what was said may stand right above. It takes along what little stands there
 * that is no sentence (a name, a rule, a motto, what somebody will not read); the first words of a mail, or below a quote,
 * are no such thing unless more follows.
 */
function startOfNotice(lines: readonly DraftLine[], { first, last }: Range): number {
  let sign = first
  while (sign < last && !isSign(lineAt(lines, sign).text)) sign++
  let start = sign
  while (start > first && !isSaid(lineAt(lines, start - 1).text.trim())) start--
  const isFirst = start === first && sign > first && !isBlank(lineAt(lines, first - 1))
  return isFirst && sign - first < LEAST_LITTLE ? first + 1 : start
}

const LEAST_LITTLE = 3

interface Range {
  readonly first: number
  readonly last: number
}

function isSign(text: string): boolean {
  return HEADED.test(text) || OF_ITSELF.test(text) || countOf(SIGNS, text) > 0 || countOf(REGISTERED, text) > 0
}

const SAID = /(?:^|\s)(?:\p{Ll}+[,;]? ){5}|[.?!:)]["')]*$/u

function isSaid(text: string): boolean {
  return !/^["“]/u.test(text) && (text.length > LONGEST_LINE || SAID.test(text) || speaksOfPeople(text))
}

// Above a notice stand names and mottos.
const LONGEST_LINE = 90

function isFilled(line: DraftLine | undefined): boolean {
  return isOpen(line) && !isBlank(line)
}

function textOf(lines: readonly DraftLine[], first: number, last: number): string {
  let text = ""
  for (let at = first; at <= last && text.length < MOST_LETTERS; at++) text += ` ${lines[at]?.text.trim() ?? ""}`
  return text.slice(0, MOST_LETTERS)
}

function isNotice(text: string): boolean {
  if (HEADED.test(text) || countOf(REGISTERED, text) > 1) return true
  return OF_ITSELF.test(text) && !BY_A_PERSON.test(text) && countOf(SIGNS, text) > 1
}

function countOf(signs: readonly RegExp[], text: string): number {
  let count = 0
  for (const sign of signs) if (sign.test(text)) count++
  return count
}
