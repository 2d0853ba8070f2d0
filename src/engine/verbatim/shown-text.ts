import { codeAt } from "../patterns/code-at.ts"

/**
 * The words of a sentence without what stands about them and says nothing: the mark of a list, a tag such as `<rant>`, and
 * one half of a pair of brackets whose other half is in another sentence. Still verbatim: only its edges go.
 */
export function shownText(text: string): string {
  const code = codeAt(text, 0)
  const isWord = code > 0x60 && code < 0x7b && text[1] !== ")" && text[1] !== "."
  const said = isWord ? text : text.replace(ITEM, "").replace(TAG, "")
  const shown = withoutHalf(said)
  return LETTER.test(shown) ? shown : text
}

const ITEM = /^(?:[-*•·–—]|=>|->|\(?(?:\d{1,2}|[a-h])[).])\s+(?=[^\s\d])/u
const TAG = /^<\/?[a-z][a-z-]{2,19}>\s+(?=\S)/u
const LETTER = /\p{L}|\d/u

function withoutHalf(text: string): string {
  if (!text.includes("(") && !text.includes(")")) return text
  const open = openBrackets(text)
  if (open > 0 && text.startsWith("(")) return text.slice(1).trimStart()
  if (open < 0 && text.endsWith(")") && !SMILEY_AT_END.test(text)) return text.slice(0, -1).trimEnd()
  return text
}

const SMILEY_AT_END = /[:;=8]['o-]?\)+$/u
const SMILEYS = /(?<!\S)[:;=8]['o-]?[()]/gu
const LETTERED = /(?<!\S)(?:\d{1,2}|[a-z])\)/giu

/** How many brackets open and do not close; below 0 where more close. Smileys and "a)" are none. */
function openBrackets(text: string): number {
  const bare = text.replaceAll(SMILEYS, "")
  return surplus(bare) === 0 ? 0 : surplus(bare.replaceAll(LETTERED, ""))
}

function surplus(text: string): number {
  return text.split("(").length - text.split(")").length
}

/** Whether one half of a pair is missing: then a text is part of what somebody said, or ends in somebody else's words. */
export function isHalf(text: string): boolean {
  if (text.includes('"') && !INCHES.test(text) && text.split('"').length % 2 === 0) return true
  if (
    (text.includes("“") || text.includes("”")) &&
    !text.includes("„") &&
    text.split("“").length !== text.split("”").length
  )
    return true
  if (endsQuotation(text)) return true
  return (text.includes("(") || text.includes(")")) && openBrackets(shownText(text)) !== 0
}

/** "did they sign?'": the end of a quotation that an earlier sentence opened is said by somebody else. */
export function endsQuotation(text: string): boolean {
  const mark = text.at(-1) ?? ""
  if (mark === "" || !"\"”'’".includes(mark) || !/[.?!]$/u.test(text.slice(0, -1))) return false
  if (mark === '"') return text.split('"').length === 2
  return !OPENS_QUOTATION.test(text)
}

const OPENS_QUOTATION = /(?:^|[\s(])['‘“„"]/u

/** Whether a text goes on with what stands above it: no sentence of prose begins so. */
export function goesOn(text: string): boolean {
  return GOES_ON.test(text)
}

const GOES_ON = /^(?:and|or|nor|which|than)[ ,](?!\+1)/u
const INCHES = /\d"/u
