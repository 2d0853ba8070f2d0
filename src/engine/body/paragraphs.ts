import type { BodyLine } from "../../model/body.ts"

/** Own lines that are read together: within one paragraph and one list item. */
export interface Passage {
  /** The lines joined by single spaces, white space folded. */
  readonly text: string
  /** Where each line begins in `text`, with its index in the body. */
  readonly starts: readonly { readonly at: number; readonly line: number }[]
  /** Number of the run of lines of one zone and depth, from 0. */
  readonly paragraph: number
}

const BULLET = /^\s*(?:[-*+•·o–—]|\(?[a-zA-Z\d][.)]|\(\d+\)|\[\d+\]|\d{1,2}[.)]|=>|->)\s+\S/u
const NUMBERED = /^\s*(?:\(?[a-zA-Z\d]{1,2}[.)])\s/u
const ENDS_STATEMENT = /[.:;?!,)]\s*$/u

/** The sender's own words in passages; nothing that quotes, lists, code or blank lines part is joined. */
export function ownPassages(lines: readonly BodyLine[]): readonly Passage[] {
  const passages: Passage[] = []
  let paragraph = -1
  let current: Draft | undefined
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    if (before === undefined || before.zone !== line.zone || before.depth !== line.depth) paragraph++
    if (line.zone !== "own" || line.depth !== 0) {
      current = undefined
      continue
    }
    const words = line.content.replaceAll(/\s+/gu, " ").trim()
    if (words === "") continue
    if (current === undefined || startsPassage(line.content, before)) {
      current = { text: words, starts: [{ at: 0, line: at }], paragraph }
      passages.push(current)
    } else {
      current.starts.push({ at: current.text.length + 1, line: at })
      current.text += ` ${words}`
    }
  }
  return passages
}

interface Draft extends Passage {
  text: string
  readonly starts: { at: number; line: number }[]
}

// A line with room for the next one's first word was ended by its writer, not by a mail program.
const NARROWEST_WRAP = 56

function startsPassage(content: string, before: BodyLine | undefined): boolean {
  if (before === undefined || before.zone !== "own") return true
  if (BULLET.test(content))
    return !NUMBERED.test(content) || ENDS_STATEMENT.test(before.content) || BULLET.test(before.content)
  const text = content.trimStart()
  const word = text.slice(0, text.indexOf(" ") === -1 ? text.length : text.indexOf(" "))
  const hadRoom = before.content.trimEnd().length + 1 + word.length < NARROWEST_WRAP
  return (
    hadRoom &&
    /^\p{Lu}/u.test(text) &&
    !/[,\-–(&]\s*$|\b(?:and|or|the|a|of|to|in|for|with|by|that)\s*$/iu.test(before.content)
  )
}
