import type { DraftLine } from "../lines/line-table.ts"
import { endOfIndented, isIndented } from "../printed/commit-logs.ts"
import { isBlank, lineAt, startOfWords } from "../lines/line-table.ts"
import { claim, isOpen } from "../lines/open-lines.ts"

/**
 * Words of others that a line of the sender's introduces ("The manual says:") and that are set off in place of marks:
 * indented, between rules, behind bars, or in quotation marks from end to end. They are pasted, as a log is.
 */
export function markIntroducedBlocks(lines: readonly DraftLine[]): void {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!isOpen(line) || !ENDS_INTRODUCTION.test(line.content) || !isIntroduction(lines, at)) continue
    const first = filledBelow(lines, at)
    const block = first === undefined ? undefined : blockAt(lines, first, startOfWords(line.content))
    if (block === undefined) continue
    claim(lines, block, "log")
    at = block.last
  }
}

const ENDS_INTRODUCTION = /(?::|\b(?:said|says|saying|wrote|writes|answered|replied),?)\s*$/iu
/** Somebody speaks, or a text does. */
const SPEAKS =
  /\b(?:said|says?|saying|states?|stated|reads|wrote|writes|answers|answered|replies|replied|(?:his|her|their|\w+['’]s) (?:answer|reply)|asked|asks|told|mentions|claims|comment(?:s|ed| (?:from|by|of))|quot(?:es|ed|ing)|explains|warns|recommends|describes|according to|manual|man ?page|documentation|docs|standard|spec(?:ification)?|rfc ?\d+|readme|changelog|commit (?:log|message)|release notes|faq|wiki|policy)\b/iu
/** What its writer says themselves, or would have others say. */
const OWN =
  /\b(?:I|we|I['’]\w+|we['’]\w+)(?: \w+)? (?:sa(?:y|id)|wrote|write|ask|quote|mean|meant|suggest\w*|propos\w*|recommend\w*)\b|\b(?:should|could|would|must|might|please|suggest\w*|propos\w*|instead|reword\w*|rewrite|rephrase|how about|what about|something like|(?<!this )to (?:say|read|ask|answer|reply|comment|explain))\b|\bnow (?:says?|reads)\b|\b(?:my|our) (?!\w+ (?:said|says|wrote|answered))/iu

/** Whether the line above a paragraph introduces what its writer says themselves, or would have others say. */
export function introducesOwnWords(lines: readonly DraftLine[], first: number): boolean {
  let above = first - 1
  while (above >= 0 && isBlank(lineAt(lines, above))) above--
  return isOpen(lines[above]) && /:\s*$/u.test(lineAt(lines, above).content) && OWN.test(sentenceEnding(lines, above))
}

function isIntroduction(lines: readonly DraftLine[], last: number): boolean {
  const sentence = sentenceEnding(lines, last)
  return SPEAKS.test(sentence) && !OWN.test(sentence)
}

/** The sentence that a line ends, which may have begun on the two above; an item of a list introduces what its writer found. */
function sentenceEnding(lines: readonly DraftLine[], last: number): string {
  let text = ""
  for (let at = last; at > last - 3 && isOpen(lines[at]) && !isBlank(lineAt(lines, at)); at--)
    text = `${lineAt(lines, at).content.trim()} ${text}`
  if (LIST_ITEM.test(text)) return ""
  return (
    text
      .trimEnd()
      .split(/[.?!]\s/u)
      .at(-1) ?? ""
  )
}

function filledBelow(lines: readonly DraftLine[], above: number): number | undefined {
  for (let at = above + 1; at <= above + 3; at++) if (!isBlank(lineAt(lines, at))) return at
  return undefined
}

interface Block {
  readonly first: number
  readonly last: number
}

function blockAt(lines: readonly DraftLine[], first: number, margin: number): Block | undefined {
  const line = lines[first]
  if (line?.zone === "greeting") return signedMail(lines, first)
  if (!isOpen(line)) return undefined
  if (RULE.test(line.content)) return ruledBlock(lines, first)
  if (isIndented(line.content, margin + LEAST_INDENT) && !LIST_ITEM.test(line.content)) {
    const last = endOfIndented(lines, first, margin + LEAST_INDENT)
    return last === first && LINK.test(line.content) ? undefined : { first, last }
  }
  return barredBlock(lines, first) ?? quotedParagraph(lines, first)
}

const LEAST_INDENT = 2
const LIST_ITEM = /^\s*(?:[-*+•]|\(?\w{1,2}[.)])\s/u
const LINK = /^\s*<?(?:https?|ftp):\/\/\S+\s*$/u
const RULE = /^\s*(?:[-=_~*]{3,}|[-\s]*(?:>8|8<|>%|%<)[-\s>8<]*)\s*$/u
const MOST_LINES = 60

function ruledBlock(lines: readonly DraftLine[], first: number): Block | undefined {
  for (let at = first + 1; at < first + MOST_LINES && at < lines.length; at++) {
    const { content, depth } = lineAt(lines, at)
    if (depth > 0) return undefined
    if (RULE.test(content)) return { first, last: at }
  }
  return undefined
}

/** A whole mail, from its salutation to the name under its closing. */
function signedMail(lines: readonly DraftLine[], first: number): Block | undefined {
  for (let at = first + 1; at < first + MOST_LINES && at < lines.length; at++) {
    if (lineAt(lines, at).depth > 0) return undefined
    if (lineAt(lines, at).zone !== "greeting") continue
    return lineAt(lines, at + 1).zone === "greeting" ? { first, last: at + 1 } : undefined
  }
  return undefined
}

const BARRED = /^\|\s[^|]*$/u

function barredBlock(lines: readonly DraftLine[], first: number): Block | undefined {
  let last = first - 1
  while (isOpen(lines[last + 1]) && BARRED.test(lineAt(lines, last + 1).content)) last++
  return last < first ? undefined : { first, last }
}

const OPENS = /^\s*["“„«»]/u
const CLOSES = /["”“»«][.,]?\s*$/u

/** A paragraph that stands in quotation marks from its first letter to its last, with none between. */
function quotedParagraph(lines: readonly DraftLine[], first: number): Block | undefined {
  if (!OPENS.test(lineAt(lines, first).content)) return undefined
  let last = first
  while (isOpen(lines[last + 1]) && !isBlank(lineAt(lines, last + 1)) && last < first + MOST_LINES) last++
  return CLOSES.test(lineAt(lines, last).content) ? { first, last } : undefined
}
