import { quick } from "../patterns/quick-pattern.ts"

const DAY_MS = 86_400_000
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
}

const IN_SOME_TIME =
  /\b(?:in|within|next|for(?: another)?|after) (?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|ten) (?<unit>hours?|days?|weeks?|months?)\b/i
const WEEKDAY = /\b(?<day>sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/i
const ISO_DAY = /\b(?<year>20\d\d)-(?<month>[01]\d)-(?<day>[0-3]\d)\b/
const DAY_MONTH =
  /\b(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? (?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i
const MONTH_DAY =
  /\b(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* (?<day>[0-3]?\d)(?:st|nd|rd|th)?\b/i

const EVENT = "(?:meeting|tele?con(?:ference)?|call|concert|party|conference|workshop|session|lunch|dinner|event)"
const DAY =
  "(?:the )?(?:[0-3]?\\d(?:st|nd|rd|th)?(?: of)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* [0-3]?\\d(?:st|nd|rd|th)?|(?:sun|mon|tues|wednes|thurs|fri|satur)day)"
/** "The call on 4 May", "the 9 May concert": when it takes place, not when something is done for it. */
const OF_AN_EVENTS = new RegExp(`\\b${EVENT} (?:for|on|of) ${DAY}|\\b${DAY}(?:'s)? ${EVENT}\\b`, "gi")
const EVENTS = quick(new RegExp(`\\b${EVENT}\\b`, "i"))

/**
 * The end of the day (UTC) that a sentence names as its term, seen from when it was written.
 *
 * Undefined where it names none, or where nobody knows when it was written.
 */
export function dueDate(said: string, sentAt: string | undefined): string | undefined {
  const text = EVENTS.test(said) ? said.replaceAll(OF_AN_EVENTS, " ") : said
  const from = sentAt === undefined ? Number.NaN : Date.parse(sentAt)
  if (Number.isNaN(from)) return undefined
  // "Friday, 7 December" may be any Friday.
  const found =
    (WEEKDAY.test(text) ? calendarDay(text, from) : undefined) ?? relativeDay(text, from) ?? calendarDay(text, from)
  return found === undefined || Number.isNaN(found) ? undefined : new Date(found).toISOString()
}

function relativeDay(text: string, from: number): number | undefined {
  const some = IN_SOME_TIME.exec(text)?.groups
  if (some !== undefined) return after(from, some["count"] ?? "1", some["unit"] ?? "days")
  const day = new Date(from).getUTCDay()
  const weekday = WEEKDAY.exec(text)?.groups?.["day"]
  if (weekday !== undefined) {
    const ahead = (WEEKDAYS.indexOf(weekday.toLowerCase()) - day + 7) % 7
    return endOfDay(from + (ahead === 0 ? 7 : ahead) * DAY_MS)
  }
  const toFriday = (5 - day + 7) % 7
  const days = NAMED_DAYS.find(([pattern]) => pattern.test(text))?.[1](toFriday)
  return days === undefined ? undefined : endOfDay(from + days * DAY_MS)
}

/** Days ahead that a word names; some count from the coming Friday. */
const NAMED_DAYS: readonly (readonly [RegExp, (toFriday: number) => number])[] = [
  [/\btomorrow\b/i, () => 1],
  [/\b(?:today|tonight|this (?:afternoon|evening)|eod|end of (?:the )?day)\b/i, () => 0],
  [/\b(?:end of (?:the |this )?week|this week|eow)\b/i, (toFriday) => toFriday],
  [/\bnext week\b/i, (toFriday) => toFriday + 7],
]

function after(from: number, count: string, unit: string): number {
  const number = NUMBERS[count.toLowerCase()] ?? Number(count)
  if (unit.startsWith("hour")) return from + number * 3_600_000
  const days = unit.startsWith("week") ? 7 : unit.startsWith("month") ? 30 : 1
  return endOfDay(from + number * days * DAY_MS)
}

function calendarDay(text: string, from: number): number | undefined {
  const iso = ISO_DAY.exec(text)?.groups
  if (iso !== undefined) return endOfDay(Date.UTC(Number(iso["year"]), Number(iso["month"]) - 1, Number(iso["day"])))
  const named = (DAY_MONTH.exec(text) ?? MONTH_DAY.exec(text))?.groups
  if (named === undefined) return undefined
  const month = MONTHS.indexOf((named["month"] ?? "").toLowerCase())
  const year = new Date(from).getUTCFullYear()
  const thisYear = endOfDay(Date.UTC(year, month, Number(named["day"])))
  return thisYear < from - DAY_MS ? endOfDay(Date.UTC(year + 1, month, Number(named["day"]))) : thisYear
}

function endOfDay(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS + DAY_MS - 1000
}
