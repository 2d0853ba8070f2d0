import fc from "fast-check"
import stringWidth from "string-width"
import { describe, expect, it } from "vitest"
import { cleanText } from "../../../src/render/words/clean-text.ts"
import { calendarDate, dateAndTime, relativeTime } from "../../../src/render/words/times.ts"
import { wrapPieces } from "../../../src/render/words/wrap.ts"

const now = new Date("2026-11-24T12:00:00Z")
const reader = { now, timeZone: "UTC" }

describe("relativeTime", () => {
  it.each([
    ["2026-11-24T11:59:30Z", "just now"],
    ["2026-11-24T11:59:00Z", "1 minute ago"],
    ["2026-11-24T11:01:00Z", "59 minutes ago"],
    ["2026-11-23T12:00:00Z", "24 hours ago"],
    ["2026-11-22T12:00:00Z", "2 days ago"],
    ["2026-11-03T12:00:00Z", "3 weeks ago"],
    ["2026-06-24T12:00:00Z", "5 months ago"],
    ["2019-08-28T10:18:05Z", "7 years ago"],
    ["2026-11-26T13:00:00Z", "in 2 days"],
    ["no date", "no date"],
  ])("says %s as %s", (at, words) => {
    expect(relativeTime(at, reader)).toBe(words)
  })
})

describe("dates", () => {
  it("are those of the reader's zone", () => {
    const auckland = { now, timeZone: "Pacific/Auckland" }

    expect(calendarDate("2026-11-24T23:30:00Z", reader)).toBe("24 Nov 2026")
    expect(calendarDate("2026-11-24T23:30:00Z", auckland)).toBe("25 Nov 2026")
    expect(dateAndTime("2026-09-01T00:05:00Z", reader)).toBe("1 Sep 2026, 00:05")
  })
})

describe("cleanText", () => {
  it("takes out what could steer a terminal or turn the direction of the words", () => {
    expect(cleanText("a\u001B[31mb\u202Ec\td\r\ne\u009B")).toBe("a [31mbc d e ")
  })
})

describe("wrapPieces", () => {
  const lines = (text: string, width: number): readonly string[] =>
    wrapPieces([{ text, look: "plain" }], { width, indent: 0, hanging: 2 }).map((line) =>
      line.map((piece) => piece.text).join(""),
    )

  it("breaks between words and keeps those together that a no-break space joins", () => {
    expect(lines("one two three four 3\u00A0weeks\u00A0ago", 24)).toEqual(["one two three four", "3 weeks ago"])
  })

  it("cuts a word that is longer than a line between characters that belong together", () => {
    expect(lines("👩‍👩‍👧‍👦".repeat(15), 22).map((line) => stringWidth(line))).toEqual([20, 10])
  })

  it("keeps every character and every line within the width", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 24, max: 100 }), (text, width) => {
        const clean = cleanText(text).replaceAll("\u00A0", " ")
        const out = lines(clean, width)

        for (const line of out) expect(stringWidth(line)).toBeLessThanOrEqual(width)
        expect(out.join("").replaceAll(" ", "")).toBe(clean.replaceAll(" ", ""))
      }),
    )
  })
})
