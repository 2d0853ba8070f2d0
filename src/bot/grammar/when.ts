import { DateTime } from "luxon"
import type { DurationLikeObject } from "luxon"

const UNITS: Readonly<Record<string, "minutes" | "hours" | "days" | "weeks">> = {
  m: "minutes",
  min: "minutes",
  minute: "minutes",
  minutes: "minutes",
  h: "hours",
  hour: "hours",
  hours: "hours",
  d: "days",
  day: "days",
  days: "days",
  w: "weeks",
  week: "weeks",
  weeks: "weeks",
}
const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
// Longer than any thread is put aside; without a bound a typing slip gives the year 275760, and no date beyond it.
const MAX_AMOUNT = 10_000

/** Reads `3h`, `2 days`, `tomorrow`, `friday`, `2026-12-01`, `2026-12-01T09:00` as a time that is still to come. */
export function readFuture(words: readonly string[], now: Date, timeZone: string): string | undefined {
  const start = DateTime.fromJSDate(now, { zone: timeZone })
  const text = words.join(" ").toLowerCase()
  const amount = readAmount(text)
  if (amount !== undefined) return toIso(start.plus(amount))
  if (text === "tomorrow") return toIso(start.plus({ days: 1 }).startOf("day").set({ hour: 9 }))
  const weekday = WEEKDAYS.findIndex((name) => name === text || name.slice(0, 3) === text) + 1
  if (weekday > 0) {
    const days = (weekday - start.weekday + 7) % 7 || 7
    return toIso(start.plus({ days }).startOf("day").set({ hour: 9 }))
  }
  const date = readDate(text, timeZone, 9)
  return date !== undefined && date > start ? toIso(date) : undefined
}

/** Reads `yesterday`, `today`, `3h`, `2 days`, `monday`, `2026-11-20` as a time that has been. */
export function readPast(words: readonly string[], now: Date, timeZone: string): string | undefined {
  const start = DateTime.fromJSDate(now, { zone: timeZone })
  const text = words.join(" ").toLowerCase()
  const amount = readAmount(text.replace(/ ago$/, ""))
  if (amount !== undefined) return toIso(start.minus(amount))
  if (text === "today") return toIso(start.startOf("day"))
  if (text === "yesterday") return toIso(start.minus({ days: 1 }).startOf("day"))
  const weekday = WEEKDAYS.findIndex((name) => name === text || name.slice(0, 3) === text) + 1
  if (weekday > 0) return toIso(start.minus({ days: (start.weekday - weekday + 7) % 7 || 7 }).startOf("day"))
  const date = readDate(text, timeZone, 0)
  return date !== undefined && date < start ? toIso(date) : undefined
}

function readAmount(text: string): DurationLikeObject | undefined {
  const groups = /^(?<count>\d{1,5}) ?(?<unit>[a-z]+)$/.exec(text)?.groups
  const unit = UNITS[groups?.["unit"] ?? ""]
  const count = Number(groups?.["count"])
  return unit === undefined || count < 1 || count > MAX_AMOUNT ? undefined : { [unit]: count }
}

function readDate(text: string, timeZone: string, hour: number): DateTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined
  const date = DateTime.fromISO(text.replace(" ", "T").toUpperCase(), { zone: timeZone })
  if (!date.isValid) return undefined
  return text.length === "2026-01-01".length ? date.set({ hour }) : date
}

function toIso(date: DateTime): string | undefined {
  return date.isValid ? (date.toUTC().toISO({ suppressMilliseconds: true }) ?? undefined) : undefined
}
