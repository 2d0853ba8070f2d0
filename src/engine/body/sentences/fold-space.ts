import { codeAt } from "../../patterns/code-at.ts"

/** Runs of white space as one space each, none at the ends. Most lines are so as they stand, and looking is cheaper than doing. */
export function foldSpace(text: string): string {
  if (isFolded(text)) return text
  // What is indented, or ends in a space, is most of the rest.
  const trimmed = text.trim()
  return isFolded(trimmed) ? trimmed : oneSpaced(trimmed)
}

/** Runs of white space as one space each: only those are touched that are anything else. */
export function oneSpaced(text: string): string {
  return text.replaceAll(/ \s+|[^\S ]\s*/gu, " ")
}

const SPACE = 0x20
const NO_BREAK_SPACE = 0xa0
/** From here on there are wide spaces among the letters. */
const WIDE = 0x1680

/** Whether there is certainly nothing to fold. */
function isFolded(text: string): boolean {
  let isBehindSpace = true
  const { length } = text
  for (let at = 0; at < length; at++) {
    const code = codeAt(text, at)
    if (code < SPACE || code === NO_BREAK_SPACE || code >= WIDE) return false
    if (code === SPACE && isBehindSpace) return false
    isBehindSpace = code === SPACE
  }
  return !isBehindSpace || text === ""
}
