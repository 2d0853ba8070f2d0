import type { DraftLine } from "./line-table.ts"
import { isBlank } from "./line-table.ts"
import { claim, isLegible, isOpen } from "./open-lines.ts"

const LIST_RULE = /^(?:_{20,}|-{20,}|={20,}|\*{20,})\s*$/u
const LIST_WORDS =
  /mailing list|listinfo|unsubscribe|list archives?|subscription|https?:\/\/\S*(?:list|mailman|group)|^-=-=-|--~--~-|discuss(?:ion)? group|this sf\.net email|sponsored by/iu
const STANDALONE =
  /^(?:to unsubscribe(?: from this (?:list|group)|, | send)|for more options, visit|you received this message because|more majordomo info at|sent from my (?:iphone|ipad|android|samsung|blackberry|mobile|htc|phone|galaxy)|sent from (?:mail for windows|yahoo mail|outlook|proton)|get outlook for|von meinem \S+ gesendet|envoyé de mon|this (?:e-?mail|message) (?:and any|\(including|may contain|is (?:intended|confidential)|has been (?:checked|scanned))|important notice: the contents|confidentiality (?:notice|note)|disclaimer:?|\*+ ?(?:disclaimer|confidential)|the information (?:contained )?in this (?:e-?mail|message)|\[(?:amd (?:public|official) use.*|public|amd confidential.*)\]|intel (?:deutschland|finland|technology|corporation)|registered (?:office|address))/iu
const PGP_START = /^-----BEGIN PGP SIGNED MESSAGE-----\s*$/u
const PGP_SIGNATURE = /^-----BEGIN (?:PGP|S\/MIME|SMIME) SIGNATURE-----\s*$/u
const PGP_END = /^-----END (?:PGP|S\/MIME|SMIME) SIGNATURE-----\s*$/u

/** List footers and disclaimers. */
export function markFooters(lines: DraftLine[]): void {
  markListFooter(lines)
  for (const line of lines) {
    if (isLegible(line) && mayStand(line.text) && STANDALONE.test(line.text.trim())) line.zone = "footer"
  }
}

// The bit that tells small letters from capital ones; signs keep their own.
const LOWER_CASE = 0x20
const FIRST_LETTERS = new Set(Array.from("tfymsgveicd*[r", (letter) => letter.charCodeAt(0) | LOWER_CASE))

/** A cheap look before the dear one: the first letters that the notices begin with. */
function mayStand(text: string): boolean {
  return FIRST_LETTERS.has(text.trimStart().charCodeAt(0) | LOWER_CASE)
}

/** The armour of signed mail is the sender's own machine text, hence code: it is never a sentence and never part of one. */
export function markWrappers(lines: DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || !line.text.startsWith("-----BEGIN ")) continue
    if (PGP_START.test(line.text)) {
      claim(lines, { first: at, last: endOfArmour(lines, at) }, "code")
    } else if (PGP_SIGNATURE.test(line.text)) {
      let end = at + 1
      while (end < lines.length && !PGP_END.test(lines[end]?.text ?? "")) end++
      claim(lines, { first: at, last: end }, "code")
    }
  }
}

// "Hash: SHA256" and, rarely, a few more armour headers stand above the blank line.
const MAX_ARMOUR = 4

function endOfArmour(lines: readonly DraftLine[], start: number): number {
  for (let at = start + 1; at <= start + MAX_ARMOUR; at++) {
    const line = lines[at]
    if (line === undefined || isBlank(line)) return at
  }
  return start
}

// Mailman's footer is four lines, commercial ones run to thirty; what is longer is somebody's text below a rule.
const MAX_FOOTER_LINES = 30

function markListFooter(lines: DraftLine[]): void {
  const from = Math.max(0, lines.length - MAX_FOOTER_LINES)
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || !LIST_RULE.test(line.text)) continue
    const below = lines.slice(at + 1)
    const isFooter =
      below.some((other) => isLegible(other) && LIST_WORDS.test(other.text)) &&
      below.every((other) => other.depth === 0)
    if (!isFooter) continue
    claim(lines, { first: at, last: lines.length - 1 }, "footer")
    return
  }
}
