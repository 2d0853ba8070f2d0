/**
 * The point in time that an attribution gives, in ISO 8601 UTC.
 *
 * Only where it tells the zone: the clocks of a list's people differ by hours, and a wrong time puts a
 * message before what it answers. Days in figures whose order cannot be told (3/4/2020) count as none.
 */
export function attributionDate(text: string): string | undefined {
  const words = text.toLowerCase()
  const day = namedDay(words) ?? figureDay(words)
  const clock = CLOCK.exec(words)?.groups
  const minutes = zoneMinutes(words)
  if (day === undefined || clock === undefined || minutes === undefined) return undefined
  const hour = hourOf(Number(clock["hour"]), clock["half"])
  const at = Date.UTC(
    day.year,
    day.month,
    day.day,
    hour,
    Number(clock["minute"]) - minutes,
    Number(clock["second"] ?? 0),
  )
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const CLOCK = /(?<!\d)(?<hour>\d{1,2})[:.](?<minute>\d\d)(?:[:.](?<second>\d\d))?\s?(?<half>am|pm)?(?!\d)/u
const DAY_FIRST = /(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[\s,-]+(?<month>[a-z]{3})[a-z]*\.?,?[\s,-]+(?<year>\d{4})/u
const MONTH_FIRST = /(?<month>[a-z]{3})[a-z]*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:at\s+)?(?<year>\d{4})/u
const ISO_DAY = /(?<!\d)(?<year>\d{4})[-/](?<month>\d\d?)[-/](?<day>\d\d?)(?!\d)/u

function namedDay(words: string): Day | undefined {
  const found = (DAY_FIRST.exec(words) ?? MONTH_FIRST.exec(words))?.groups
  const month = MONTHS.indexOf(found?.["month"] ?? "")
  if (found === undefined || month === -1) return undefined
  return { year: Number(found["year"]), month, day: Number(found["day"]) }
}

function figureDay(words: string): Day | undefined {
  const found = ISO_DAY.exec(words)?.groups
  if (found === undefined) return undefined
  return { year: Number(found["year"]), month: Number(found["month"]) - 1, day: Number(found["day"]) }
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  return (hour % 12) + (half === "pm" ? 12 : 0)
}

// RFC 5322 4.3, and the European names that mean one offset only. IST, BST and CST elsewhere mean several.
const ZONES: ReadonlyMap<string, number> = new Map([
  ["utc", 0],
  ["gmt", 0],
  ["z", 0],
  ["est", -300],
  ["edt", -240],
  ["cdt", -300],
  ["mst", -420],
  ["mdt", -360],
  ["pst", -480],
  ["pdt", -420],
  ["wet", 0],
  ["west", 60],
  ["cet", 60],
  ["cest", 120],
  ["mez", 60],
  ["mesz", 120],
  ["eet", 120],
  ["eest", 180],
  ["msk", 180],
  ["jst", 540],
])
const OFFSET = /(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})(?!\d)/u

function zoneMinutes(words: string): number | undefined {
  const clock = CLOCK.exec(words)
  const after = clock === null ? words : words.slice(clock.index)
  const offset = OFFSET.exec(after)?.groups
  if (offset !== undefined) {
    const minutes = Number(offset["hours"]) * 60 + Number(offset["minutes"])
    return offset["sign"] === "-" ? -minutes : minutes
  }
  for (const word of after.match(/[a-z]{1,4}/gu) ?? []) {
    const minutes = ZONES.get(word)
    if (minutes !== undefined) return minutes
  }
  return undefined
}
