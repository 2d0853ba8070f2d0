import type { Identity } from "../../../model/message.ts"
import type { DraftLine } from "../lines/line-table.ts"
import { codeAt } from "../../patterns/code-at.ts"
import { codeSet, isIn } from "../../patterns/code-set.ts"
import { markArchiveNotices } from "./archive-notices.ts"
import { markDisclaimers } from "./disclaimers.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"
import { isNamedIn, startsWithName } from "./signatures.ts"
import { claim, isLegible, isOpen } from "../lines/open-lines.ts"

const LIST_RULE = /^(?:_{20,}|-{20,}|={20,}|\*{20,}|(?:-\.){10,}-?|(?:-=){10,}-?)\s*$/u
const LIST_WORDS =
  /mailing list|listinfo|unsubscribe|list archives?|subscription|https?:\/\/\S*(?:list|mailman|group)|^-=-=-|--~--~-|discuss(?:ion)? group|this sf\.net email|sponsored by|\b(?:msn|ninemsn|hotmail|yahoo)\.\w/iu
const STANDALONE =
  /^(?:to unsubscribe(?: from this (?:list|group)|, | send)|to post to this group, |for more options, visit|you received this message because|(?:this message was |virus ?)?(?:checked|scanned) (?:for (?:viruses|malware)[\w ]{0,20} )?by |more majordomo info at|sent from my (?:iphone|ipad|android|samsung|blackberry|mobile|htc|phone|galaxy)|sent from (?:mail for windows|yahoo mail|outlook|proton)|get outlook for|von meinem \S+ gesendet|envoyé de mon|this (?:e-?mail|message) (?:and any|\(including|may contain|is (?:intended|confidential)|has been (?:checked|scanned))|important notice: the contents|confidentiality (?:notice|note)|\*+ ?(?:disclaimer|confidential)|the information (?:contained )?in this (?:e-?mail|message)|\[ ?message (?:clipped|truncated) ?\]|for additional commands, e-?mail|\[(?:amd (?:public|official) use.*|public|amd confidential.*)\]|intel (?:deutschland|finland|technology|corporation)|registered (?:office|address))/iu

/** List footers and disclaimers. */
export function markFooters(lines: DraftLine[], author: Identity): void {
  markArchiveNotices(lines)
  markListFooter(lines, author)
  markDisclaimers(lines)
  for (const line of lines) {
    if (isLegible(line) && mayStand(line.text) && STANDALONE.test(line.text.trim())) line.zone = "footer"
  }
}

const FIRST_LETTERS = codeSet("tfymsgveicdrTFYMSGVEICDR*[")

/** A cheap look before the dear one: the first letters that the notices begin with. */
function mayStand(text: string): boolean {
  const start = startOfWords(text)
  return start < text.length && isIn(FIRST_LETTERS, codeAt(text, start))
}

// Mailman's footer is four lines, commercial ones run to thirty; what is longer is somebody's text below a rule.
const MAX_FOOTER_LINES = 30

function isRule(text: string): boolean {
  return text.length >= SHORTEST_RULE && isIn(RULED, codeAt(text, 0)) && LIST_RULE.test(text)
}

const SHORTEST_RULE = 20
const RULED = codeSet("_-=*")

function markListFooter(lines: DraftLine[], author: Identity): void {
  const from = Math.max(0, lines.length - MAX_FOOTER_LINES)
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || !isRule(line.text)) continue
    if (isAdvert(lines, at, author)) {
      claim(lines, { first: at, last: lines.length - 1 }, "footer")
      return
    }
    const below = lines.slice(at + 1)
    const isFooter =
      below.some((other) => isLegible(other) && LIST_WORDS.test(other.text)) &&
      below.every((other) => other.depth === 0)
    if (!isFooter) continue
    claim(lines, { first: at, last: lines.length - 1 }, "footer")
    return
  }
}

/** A rule, and to the end of the mail no more than a few short lines that nobody says: a program's or a company's. */
function isAdvert(lines: readonly DraftLine[], rule: number, author: Identity): boolean {
  if (isNamedIn(author, lineAt(lines, rule + 1).text) || startsWithName(lineAt(lines, rule + 1).text, author))
    return false
  let filled = 0
  for (let at = rule + 1; at < lines.length; at++) {
    const line = lineAt(lines, at)
    if (isBlank(line)) continue
    if (!isOpen(line) || ++filled > MOST_OF_ADVERT || isSaid(line.text.trim())) return false
  }
  return filled > 0
}

const MOST_OF_ADVERT = 4
const LONGEST_ADVERT = 70

function isSaid(text: string): boolean {
  return text.length > LONGEST_ADVERT || PROSE.test(text) || SAID.test(text)
}

/** Four plain words in a row, or somebody of whom something is said. */
const PROSE = /(?:^|\s)(?:(?:\p{Ll}+[,;]? ){4}|(?:I|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)(?:['’]\p{Ll}{1,3})?\s)/u
/** A sentence's end, a word to somebody, an item of a list, code. */
const SAID = /\.["')]*$|^(?:yes|no|ok|agreed|thanks?|done|applied|\+1|-1)\b|-by:|^[-+*•]\s|^\(?\w{1,2}[.)]\s|[=;{}]/iu
