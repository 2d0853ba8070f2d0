import { DateTime } from "luxon"

/** A message id without angle brackets and white space; undefined where nothing is left. */
export function bareId(value: string | undefined): string | undefined {
  const bare = value?.replaceAll(/[<>\s]/g, "")
  return bare === "" ? undefined : bare
}

// A field of references longer than this is cut: 200 ids are more than any client keeps.
const MAX_REFERENCE_CHARACTERS = 32_000

/** The ids of References or In-Reply-To in their order. Old clients write prose around them ("Your message of …"). */
export function idsOf(value: string | undefined): readonly string[] {
  const text = (value ?? "").slice(0, MAX_REFERENCE_CHARACTERS)
  const bracketed = [...text.matchAll(/<(?<id>[^<>]{1,990})>/g)].map((match) => bareId(match.groups?.["id"]) ?? "")
  const ids = bracketed.length > 0 ? bracketed : text.split(/[\s,]+/).filter((word) => word.includes("@"))
  return ids.map((id) => bareId(id) ?? "").filter((id) => id !== "")
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
// RFC 5322 4.3; other letters say nothing that is known.
const NAMED_ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  edt: -240,
  est: -300,
  cdt: -300,
  cst: -360,
  mdt: -360,
  mst: -420,
  pdt: -420,
  pst: -480,
}
const MAIL_DATE =
  /(?<day>\d{1,2})[ -](?<month>[a-z]{3})[a-z]{0,6}[ -](?<year>\d{2,4})[ ,]{1,3}(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?(?: (?<zone>[+-]\d{2}:?\d{2}|[a-z]{1,5}))?/i
/** As ctime prints it, and Debbugs, hypermail and some gateways: `Wed Aug 28 10:18:05 2019 +0200`. */
const CTIME_DATE =
  /(?<month>[a-z]{3})[a-z]{0,6} (?<day>\d{1,2})(?:,? (?<yearFirst>\d{4}) ?[-,]?)? (?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?: (?<zoneFirst>[a-z]{1,5}))?(?: (?<year>\d{4}))?(?: (?<zone>[+-]\d{2}:?\d{2}|[a-z]{1,5}))?/i

/**
 * A Date: field as ISO 8601 in UTC, or undefined where it names no usable moment.
 *
 * A date without a zone, or with letters that RFC 5322 does not know, is none: it may be half a day
 * off, and an order of messages that is half a day off is worse than none. Only what ctime printed is
 * believed without one: old archives put that in the place of every date, all by one clock.
 */
export function parseMailDate(value: string | undefined): string | undefined {
  const text = (value ?? "")
    .slice(0, 200)
    .replaceAll(/\([^()]*\)/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
  return fromIso(text) ?? fromGroups(MAIL_DATE.exec(text)?.groups) ?? fromCtime(text)
}

function fromCtime(text: string): string | undefined {
  const groups = CTIME_DATE.exec(text)?.groups
  return fromGroups(groups && { ...groups, zone: groups["zone"] ?? groups["zoneFirst"] ?? "z" })
}

/**
 * The date of an archive's page. Its letters for a zone are those of the archive's machine, which
 * says "EST" all summer: only an offset or UTC itself is believed.
 */
export function parsePageDate(value: string | undefined): string | undefined {
  const zone = /\d{1,2}:\d{2}(?::\d{2})?(?: \d{4})?(?: [AP]M)? \(?(?<zone>[A-Za-z]{1,5})\)?/.exec(value ?? "")?.groups
  const isVague = zone?.["zone"] !== undefined && !/^(?:ut|utc|gmt|z)$/i.test(zone["zone"])
  return isVague ? undefined : parseMailDate(value)
}

function fromIso(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})? ?(?:Z|UTC|[+-]\d{2}:?\d{2})$/i.test(text))
    return undefined
  const iso = text
    .replace(" ", "T")
    .replace(/ ?(?:UTC|Z)$/i, "Z")
    .replace(" ", "")
  return toUtc(DateTime.fromISO(iso, { setZone: true }))
}

function fromGroups(groups: Readonly<Record<string, string | undefined>> | undefined): string | undefined {
  if (groups === undefined) return undefined
  const month = MONTHS.indexOf((groups["month"] ?? "").toLowerCase()) + 1
  const offset = offsetOf(groups["zone"])
  const year = fullYear(groups["year"] ?? groups["yearFirst"])
  if (month === 0 || offset === undefined || year === undefined) return undefined
  const [day, hour, minute, second] = ["day", "hour", "minute", "second"].map((name) => Number(groups[name] ?? 0))
  if (day === undefined || hour === undefined || minute === undefined || second === undefined) return undefined
  const local = DateTime.utc(year, month, day, hour, minute, Math.min(second, 59))
  return toUtc(local.minus({ minutes: offset }))
}

function offsetOf(zone: string | undefined): number | undefined {
  const numeric = /^(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})$/.exec(zone ?? "")?.groups
  if (numeric === undefined) return NAMED_ZONES[(zone ?? "").toLowerCase()]
  const minutes = Number(numeric["hours"]) * 60 + Number(numeric["minutes"])
  if (minutes > 24 * 60) return undefined
  return numeric["sign"] === "-" ? -minutes : minutes
}

/** RFC 5322 4.3: two digits up to 49 are of this century, three digits are years since 1900. */
function fullYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined
  const year = Number(digits)
  if (digits.length === 4) return year
  return digits.length === 2 && year < 50 ? 2000 + year : 1900 + year
}

function toUtc(moment: DateTime): string | undefined {
  return moment.isValid ? (moment.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined) : undefined
}
