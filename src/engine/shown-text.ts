import { codeAt } from "./code-at.ts"

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
  return (text.includes("(") || text.includes(")")) && openBrackets(shownText(text)) !== 0
}

const INCHES = /\d"/u
