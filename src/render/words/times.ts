/** When and where the reader is: rendering looks at no clock of its own. */
export interface ReaderTime {
  readonly now: Date
  /** IANA name. */
  readonly timeZone: string
}

interface Step {
  readonly unit: Intl.RelativeTimeFormatUnit
  readonly ms: number
  /** Up to this many of the unit people count in it; beyond, the next one reads better. */
  readonly upTo: number
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const STEPS: readonly Step[] = [
  { unit: "minute", ms: MINUTE_MS, upTo: 59 },
  { unit: "hour", ms: 60 * MINUTE_MS, upTo: 35 },
  { unit: "day", ms: DAY_MS, upTo: 13 },
  { unit: "week", ms: 7 * DAY_MS, upTo: 8 },
  { unit: "month", ms: 30.44 * DAY_MS, upTo: 23 },
  { unit: "year", ms: 365.25 * DAY_MS, upTo: Infinity },
]
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "always" })

/** "3 weeks ago", "in 2 days", "just now". An unusable date comes back as it is. */
export function relativeTime(at: string, { now }: ReaderTime): string {
  const elapsedMs = now.getTime() - Date.parse(at)
  if (Number.isNaN(elapsedMs)) return at
  if (Math.abs(elapsedMs) < MINUTE_MS) return "just now"
  const step = STEPS.find(({ ms, upTo }) => Math.floor(Math.abs(elapsedMs) / ms) <= upTo)
  if (step === undefined) return at
  const count = Math.floor(Math.abs(elapsedMs) / step.ms)
  return RELATIVE.format(elapsedMs < 0 ? count : -count, step.unit)
}

/** "28 Aug 2019", in the reader's zone. */
export function calendarDate(at: string, reader: ReaderTime): string {
  return format(at, reader, { day: "numeric", month: "short", year: "numeric" })
}

/** "28 Aug 2019, 14:18", in the reader's zone. */
export function dateAndTime(at: string, reader: ReaderTime): string {
  const options = { day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" } as const
  return format(at, reader, { ...options, hourCycle: "h23" })
}

/** "14:18", in the reader's zone. */
export function clockTime(at: string, reader: ReaderTime): string {
  return format(at, reader, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
}

function format(at: string, { timeZone }: ReaderTime, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return at
  // en-GB says "Sept"; everybody else's three letters are what a reader of mail headers knows.
  return new Intl.DateTimeFormat("en-GB", { ...options, timeZone }).format(date).replace("Sept", "Sep")
}
