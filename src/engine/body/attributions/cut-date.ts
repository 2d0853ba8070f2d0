import type { DatePart } from "./dates-in-lines.ts"
import { datePart } from "./dates-in-lines.ts"

export interface DateCut {
  /** The words that are no date, punctuation kept. */
  readonly rest: string
  /** The words of the date, as they stood; empty where there is none. */
  readonly date: string
}

// "2026 3:41:07 AM CEST": a weekday or month counts only where figures are this near, else it is a
// name (Jan, Su, Mai, May).
const WORDS_TO_A_FIGURE = 3

/**
 * Parts a text into a date and what is left. A date may lead ("On Monday, 2 March 2020, Ada wrote")
 * or follow the name ("Ada, le lun. 2 mars 2020"); one that leads goes first.
 */
export function cutDate(text: string): DateCut {
  const words = text.trim().split(/\s+/u)
  const parts = words.map(datePart)
  if (parts.every((part) => part === undefined)) return { rest: words.join(" "), date: "" }
  const led = dateEnd(parts, 0)
  if (led > 0) {
    const tail = dateStart(parts, led)
    return { rest: words.slice(led, tail).join(" "), date: [...words.slice(0, led), ...words.slice(tail)].join(" ") }
  }
  const start = dateStart(parts, 0)
  return { rest: words.slice(0, start).join(" "), date: words.slice(start).join(" ") }
}

/** Index after the date that starts at `from`; `from` itself where no date with a figure or a weekday starts. */
function dateEnd(parts: readonly (DatePart | undefined)[], from: number): number {
  // Seven kinds at most: a list is searched faster than a set is made.
  const seen: DatePart[] = []
  let at = from
  while (at < parts.length && isDateWord(parts, at, seen)) {
    const part = parts[at]
    if (part !== undefined && !seen.includes(part)) seen.push(part)
    at++
  }
  const isDay = seen.includes("month") && seen.includes("number")
  return isDay || seen.some((part) => WHOLE.includes(part)) ? at : from
}

function isDateWord(parts: readonly (DatePart | undefined)[], at: number, seen: readonly DatePart[]): boolean {
  const part = parts[at]
  if (part === undefined) return false
  if (FIGURES.includes(part)) return true
  if (part === "zone") return FIGURES.some((figure) => seen.includes(figure))
  const leads = isFigureNear(parts, at)
  if (part === "link") return leads || at === 0 || at === parts.length - 1 || seen.length > 1
  // "mar" is a Tuesday and a month, so a month may come twice; a second one needs its figure.
  return part === "month" ? leads || (!seen.includes(part) && seen.includes("number")) : leads && !seen.includes(part)
}

/** Each of these alone makes a date. */
const WHOLE: readonly DatePart[] = ["clock", "year", "weekday"]
const FIGURES: readonly DatePart[] = ["clock", "year", "number"]

function isFigureNear(parts: readonly (DatePart | undefined)[], at: number): boolean {
  for (let next = at + 1; next <= at + WORDS_TO_A_FIGURE && next < parts.length; next++) {
    const part = parts[next]
    if (part === undefined) return false
    if (FIGURES.includes(part)) return true
  }
  return false
}

/** Index where a date begins that runs to the end of the words; their number where none does. */
function dateStart(parts: readonly (DatePart | undefined)[], from: number): number {
  for (let at = from + 1; at < parts.length; at++) {
    if (parts[at] === undefined) continue
    if (dateEnd(parts, at) > at) return at
  }
  return parts.length
}
