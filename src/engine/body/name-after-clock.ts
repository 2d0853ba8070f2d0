import { datePart } from "./dates-in-lines.ts"
import { isProper } from "./proper-names.ts"

const CLOCK = /\d[:.h]\d\d/u
// "AM,", "+0200," and "CEST" follow a clock, and in some languages a word for the sender.
const MAX_BETWEEN = 3
const MAX_NAME_WORDS = 5

/**
 * The name that stands behind the hour: "…, 18:20 Ada Lindqvist <ada@…>". Programs put it there in every
 * language, also in those whose months nobody listed here. Undefined where anything but a name follows.
 */
export function nameAfterClock(text: string): string | undefined {
  const words = text.split(/[\s\u00a0，]+/u).filter((word) => word !== "")
  if (!words.some((word) => CLOCK.test(word))) return undefined
  // In some languages the day follows the hour.
  const clock = words.findLastIndex((word) => /\d/u.test(word))
  let from = clock + 1
  while (from < words.length && from <= clock + MAX_BETWEEN && isBetween(words[from] ?? "")) from++
  const name = words.slice(from)
  const isName = name.length > 0 && name.length <= MAX_NAME_WORDS && name.every(isProper)
  return isName ? name.join(" ") : undefined
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
