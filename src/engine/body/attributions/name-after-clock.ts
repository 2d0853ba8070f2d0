import { datePart } from "./dates-in-lines.ts"
import { isProper } from "./proper-names.ts"

const GAPS = /[\s，]+/u
const CLOCK = /\d[:.h]\d\d/u
// "AM,", "+0200," and "CEST" follow a clock, and in some languages a word for the sender.
const MAX_BETWEEN = 3
const MAX_NAME_WORDS = 5

/**
 * The name that stands behind the hour: "…, 18:20 Ada Lindqvist <ada@…>". Programs put it there in every
 * language, also in those whose months nobody listed here. Undefined where anything but a name follows.
 */
export function nameAfterClock(text: string): string | undefined {
  if (!CLOCK.test(text)) return undefined
  // In some languages the day follows the hour.
  const [, ...words] = text.slice(lastFigure(text)).split(GAPS)
  if (words.at(-1) === "") words.pop()
  const name = words.slice(between(words))
  const isName = name.length > 0 && name.length <= MAX_NAME_WORDS && name.every(isProper)
  return isName ? name.join(" ") : undefined
}

function lastFigure(text: string): number {
  let at = text.length - 1
  while (at >= 0 && !isFigure(text.charCodeAt(at))) at--
  return at
}

function isFigure(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** How many of the words lead from the hour to the name. */
function between(words: readonly string[]): number {
  let count = 0
  while (count < MAX_BETWEEN && count < words.length && isBetween(words[count] ?? "")) count++
  return count
}

/** What goes with the hour, and what some languages say before a name; a nick in plain letters is neither. */
function isBetween(word: string): boolean {
  const part = datePart(word)
  // "am" leads to a date in German, and follows a clock in English.
  if (
    part === "link" ||
    part === "clock" ||
    part === "zone" ||
    part === "number" ||
    part === "year" ||
    !/\p{L}/u.test(word)
  )
    return true
  return /[^\u0020-\u007e]/u.test(word) && !isProper(word)
}
