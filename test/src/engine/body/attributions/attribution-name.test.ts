import { describe, expect, it } from "vitest"
import { readBody } from "../../../../../src/index.ts"
import { attributionDate } from "../../../../../src/engine/body/attributions/attribution-date.ts"
import { aMessage } from "../../../../support/threads/a-message.ts"

function authorUnder(attribution: string): string | undefined {
  const body = `${attribution}\n> words that are quoted below it\n\nown words`
  const author = readBody(aMessage({ body })).find((line) => line.zone === "quote")?.author
  return author && [author.name, author.address === "" ? "" : `<${author.address}>`].join(" ").trim()
}

describe("names in attributions", () => {
  it.each([
    ["On Wednesday, 4 March 2026 3:41:07 AM CEST Bo Marchetti wrote:", "Bo Marchetti"],
    ["On Tue, Mar 03, 2026 at 10:00:00AM +0100, Bo Marchetti wrote:", "Bo Marchetti"],
    ["On 3/3/26 5:35 PM, Bo Marchetti wrote:", "Bo Marchetti"],
    ["On Tuesday, Jan Hus wrote:", "Jan Hus"],
    ["On Mon, Jan 5, 2026 at 10:00 AM Jan Hus <jan@heron.example> wrote:", "Jan Hus <jan@heron.example>"],
    ["On Fri 16-01-26 09:32:46, Mai Thi wrote:", "Mai Thi"],
    ["Su Yan wrote:", "Su Yan"],
    ["Marchetti, Bo wrote:", "Bo Marchetti"],
    ['"Michael S. Holm" <m@curlew.example> writes:', "Michael S. Holm <m@curlew.example>"],
    ["On Fri, 3 Jul 2026, Bo Marchetti via rooms wrote:", "Bo Marchetti"],
    ["On 11:02 pm, bo at heron.example wrote:", "bo at heron.example <bo@heron.example>"],
    ["At Mon, 12 Jan 2026 10:11:12 +0200,\nBo Marchetti wrote:", "Bo Marchetti"],
    ["Bo Marchetti, le lun. 12 janv. 2026 13:00:11 +0200, a ecrit:", "Bo Marchetti"],
    [
      "---- On Mon, 12 Jan 2026 10:11:12 +0200 Bo Marchetti <bo@heron.example> wrote ----",
      "Bo Marchetti <bo@heron.example>",
    ],
    ["----- On Jan 4, 2026, at 10:11 AM, Bo Marchetti bo@heron.example wrote:", "Bo Marchetti <bo@heron.example>"],
    ["--- Comment #4 from Bo Marchetti <bo@heron.example> 2026-01-02 ---", "Bo Marchetti <bo@heron.example>"],
    ["2026-01-02 15:08 GMT+01:00 Bo Marchetti <bo@heron.example>:", "Bo Marchetti <bo@heron.example>"],
    ["thus spake Bo Marchetti (2026-01-02 10:11):", "Bo Marchetti"],
    ["Bo Marchetti wrote in <20260101.12345678@heron.example>:", "Bo Marchetti"],
    ["As Bo Marchetti wrote:", "Bo Marchetti"],
    ["I wrote:", "Ada Lindqvist <ada@tern.example>"],
    ["bo wrote:", "bo"],
    ["The 8472 wrote:", "The 8472"],
    ["2026年3月4日(水) 10:11 Bo Marchetti <bo@heron.example>:", "Bo Marchetti <bo@heron.example>"],
    ["2026年3月4日 10:11，Bo Marchetti <bo@heron.example> 写道：", "Bo Marchetti <bo@heron.example>"],
    ["2026년 3월 4일 (수) 오후 6:20, Bo Marchetti <bo@heron.example>님이 작성:", "Bo Marchetti <bo@heron.example>"],
    ["st 4. 3. 2026 v 10:11 odesílatel Bo Marchetti <bo@heron.example> napsal:", "Bo Marchetti <bo@heron.example>"],
    ["ср, 4 мар. 2026 г. в 10:11, Bo Marchetti <bo@heron.example>:", "Bo Marchetti <bo@heron.example>"],
    ["ke 4. maalisk. 2026 klo 10.11 Bo Marchetti (bo@heron.example) kirjoitti:", "Bo Marchetti <bo@heron.example>"],
    [
      "Στις Τετ 4 Μαρ 2026 στις 6:20 μ.μ., ο/η Bo Marchetti <bo@heron.example> έγραψε:",
      "Bo Marchetti <bo@heron.example>",
    ],
    ["Vào 10:11, Th 4, 4 thg 3, 2026 Bo Marchetti <bo@heron.example> đã viết:", "Bo Marchetti <bo@heron.example>"],
    [
      "Pada tanggal Rab, 4 Mar 2026 pukul 10.11 Bo Marchetti <bo@heron.example> menulis:",
      "Bo Marchetti <bo@heron.example>",
    ],
    ["În mie., 4 mar. 2026 la 10:11, Bo Marchetti <bo@heron.example> a scris:", "Bo Marchetti <bo@heron.example>"],
    ["On Wed 04-03-26 15:40:37, Jan Hus wrote:", "Jan Hus"],
    ["On 2026-03-04 02:45, marchetti (M) wrote:", "marchetti"],
    ["Bo Marchetti\n(bo@heron.example) wrote:", "Bo Marchetti <bo@heron.example>"],
    ["(In reply to Bo Marchetti from comment #4)", "Bo Marchetti"],
  ])("%j names %j", (attribution, name) => {
    expect(authorUnder(attribution)).toBe(name)
  })

  it.each(["The manual says:", "Hi Bo,", "I have read what they and the others said:", "See the following:"])(
    "%j names nobody",
    (line) => {
      expect(authorUnder(line)).toBeUndefined()
    },
  )
})

describe("attributionDate", () => {
  it.each([
    ["Thursday, April 9, 2026 3:41:07 AM CEST", "2026-04-09T01:41:07.000Z"],
    ["Mon, 12 Jan 2026 10:11:12 +0200", "2026-01-12T08:11:12.000Z"],
    ["2026-01-02 15:08 GMT+01:00", "2026-01-02T14:08:00.000Z"],
    ["Jan 4, 2026, at 10:11 PM UTC", "2026-01-04T22:11:00.000Z"],
  ])("%j is %s", (text, at) => {
    expect(attributionDate(text)).toBe(at)
  })

  it.each(["8/26/18 6:45 PM", "Jan 4, 2026, at 10:11 AM", "3/4/2026 10:11 +0100", "Monday", "2 Mar 2026 10:11 IST"])(
    "%j tells no point in time",
    (text) => {
      expect(attributionDate(text)).toBeUndefined()
    },
  )
})
