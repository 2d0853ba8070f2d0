import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { drawCard, drawNote } from "../../../adapters/slack/blocks.ts"
import { escapeText, lineToMrkdwn, link } from "../../../adapters/slack/card/mrkdwn.ts"
import { wholeView } from "../../../adapters/slack/views/whole-view.ts"
import { watchView } from "../../../adapters/slack/views/watch-view.ts"
import { wrongView } from "../../../adapters/slack/views/wrong-view.ts"
import { toOutline } from "../../../src/index.ts"
import type { Card } from "../../../src/index.ts"
import { aQuestion } from "../../support/threads/a-summary.ts"
import { aBigSummary, aSmallSummary } from "../../support/slack/slack-cards.ts"
import { findBlockFaults, findViewFaults, textLengthOf } from "../../support/slack/server/slack-schemas.ts"

describe("a card in Block Kit", () => {
  it("says first what is open and whose turn it is, then the choice, then who stands where", () => {
    const { text, blocks } = drawCard(aCard())

    expect(findBlockFaults(blocks)).toEqual([])
    expect(text).toBe("Where “Eviction of cache entries” stands: Waiting for Ada Lovelace to answer a question.")
    expect(outlineOf(blocks)).toMatchInlineSnapshot(`
      "-- header
      Eviction of cache entries
      -- section
      *Waiting for Ada Lovelace to answer a question.*
      <https://lists.example.org/cache/m1/|Open the thread>
      -- section
      *Still open (2)*
      •  1. *ada@example.org* asks: “LRU or the clock?” <https://lists.example.org/cache/m1/|[1]>
      •  2. *Grace Hopper* asks *Ada Lovelace*: “Did you measure the lock under load?” <https://lists.example.org/cache/m2/|[2]>
      •  \`next\`: *Ada Lovelace*, asked <!date^1767261600^{ago}|2026-01-01 10:00 UTC> <https://lists.example.org/cache/m2/|[2]>
      -- section
      *Choices*
      •  \`LRU\` or \`clock\`, asked by *ada@example.org* <https://lists.example.org/cache/m1/|[1]>
            ◦  *Grace Hopper* for \`LRU\`: “LRU locks.” <https://lists.example.org/cache/m2/|[2]>
            ◦  *Ada Lovelace* for \`clock\` (before for LRU): “I prefer the clock now.” <https://lists.example.org/cache/m3/|[3]>
      -- section
      *Who stands where*
      •  *Grace Hopper* \`opposes\`: “LRU locks.” <https://lists.example.org/cache/m2/|[2]>
      •  *Ada Lovelace* \`prefers another way\`: “I prefer the clock now.” <https://lists.example.org/cache/m3/|[3]>
            ◦  before: \`supports\` ~“LRU is simple.”~ <https://lists.example.org/cache/m1/|[1]>
      -- context
      3 messages read; from <!date^1767258000^{date_short_pretty}, {time}|2026-01-01 09:00 UTC> to <!date^1767344400^{date_short_pretty}, {time}|2026-01-02 09:00 UTC>
      -- actions
      [Share in channel]
      [This is wrong…]"
    `)
  })

  it("keeps a thread of 40 people and 60 questions within every limit, and says what it leaves out", () => {
    const card = aCard(aBigSummary())
    const { blocks } = drawCard(card)
    const written = outlineOf(blocks)

    expect(findBlockFaults(blocks)).toEqual([])
    expect(textLengthOf(blocks)).toBeLessThan(10_000)
    expect(blocks.length).toBeLessThanOrEqual(50)
    expect(written).toContain("`next`: *Person 1*")
    expect(written).toContain("Who stands where")
    expect(written).toMatch(/Not shown here: \d+ of “Still open”, \d+ of “Who stands where”/)
    expect(written).toContain("[Show all]")
  })

  it("shows every line in the window of Show all", () => {
    const card = aCard(aBigSummary())
    const view = wholeView(card)
    const written = JSON.stringify(view)

    expect(findViewFaults(view)).toEqual([])
    for (let number = 1; number <= 60; number += 1) expect(written).toContain(`Question number ${number} of all?`)
    for (let number = 1; number <= 40; number += 1) expect(written).toContain(`Person ${number}*`)
  })

  it("says how much of a still longer thread goes into no window of Slack's, and which questions into no list", () => {
    const words = "ö".repeat(290)
    const questions = Array.from({ length: 1_000 }, (_, index) => aQuestion(`${index} ${words}?`, { id: `q${index}` }))
    const card = aCard({ ...aBigSummary(), questions })

    const whole = wholeView(card)
    const wrong = wrongView(card, { source: "x", channel: "C1" })

    expect(findViewFaults(whole)).toEqual([])
    expect(Buffer.byteLength(JSON.stringify(whole))).toBeLessThan(250_000)
    expect(JSON.stringify(whole)).toMatch(/\d+ more parts do not go into a window/)
    expect(findViewFaults(wrong)).toEqual([])
    expect(JSON.stringify(wrong)).toContain("The first 90 of 1000. For another, say its number in the thread")
  })

  it("offers no button whose address would be cut", () => {
    const source = `https://lists.example.org/${"x".repeat(2_000)}/`
    const { blocks } = drawCard({
      ...aCard(),
      source,
      actions: [{ label: "Watch", words: `watch ${source}`, style: "plain" }],
    })

    expect(findBlockFaults(blocks)).toEqual([])
    expect(JSON.stringify(blocks)).not.toContain("xxxxx")
  })

  it("is short where a workspace takes no long messages", () => {
    const { blocks } = drawCard(aCard(aBigSummary()), { budget: 3_500 })

    expect(findBlockFaults(blocks)).toEqual([])
    expect(textLengthOf(blocks)).toBeLessThan(3_500)
  })

  it("draws windows for corrections and watches within Slack's limits", () => {
    expect(findViewFaults(wrongView(aCard(aBigSummary()), { source: "x", channel: "C1" }))).toEqual([])
    expect(findViewFaults(wrongView(aCard(), { source: "x", channel: "C1" }))).toEqual([])
    expect(findViewFaults(watchView("C1"))).toEqual([])
  })

  it("lets nobody's words become markup, mentions or links", () => {
    expect(escapeText("<!channel> & <@U1> <https://evil.example|bank>")).toBe(
      "&lt;!channel&gt; &amp; &lt;@U1&gt; &lt;https://evil.example|bank&gt;",
    )
    expect(escapeText("*loud* _slanted_ ~gone~ `code` snake_case_name")).toBe(
      "*\u200Bloud* _\u200Bslanted_ ~\u200Bgone~ `\u200Bcode` snake_case_name",
    )
  })

  it("links addresses of the web and nothing else", () => {
    expect(link("https://lists.example.org/a?b=1&c=<2>|3", "[1]")).toBe(
      "<https://lists.example.org/a?b=1&amp;c=%3C2%3E%7C3|[1]>",
    )
    expect(link("javascript:alert(1)", "[1]")).toBe("[1]")
  })

  it("gives times to each reader in their own zone", () => {
    const spans = [{ kind: "time", at: "2026-01-01T00:00:00Z", relative: false }] as const

    expect(lineToMrkdwn({ spans, indent: 0 }, 300)).toBe(
      "•  <!date^1767225600^{date_short_pretty}, {time}|2026-01-01 00:00 UTC>",
    )
  })

  it("strikes what was overtaken", () => {
    const spans = [{ kind: "excerpt", text: "I prefer LRU.", isOvertaken: true }] as const

    expect(lineToMrkdwn({ spans, indent: 1 }, 300)).toBe("      ◦  ~“I prefer LRU.”~")
  })

  it("keeps to Slack's limits whatever people write", () => {
    const word = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.constantFrom("<!channel>", "*", "`", "<@U1>"),
    )
    fc.assert(
      fc.property(word, word, fc.string({ maxLength: 5_000 }), (title, name, text) => {
        const card = aCard({ ...aSmallSummary({ title, name, text }) })

        const { blocks, text: sentence } = drawCard(card)

        expect(findBlockFaults(blocks)).toEqual([])
        expect(JSON.stringify([blocks, sentence])).not.toMatch(/<!(?:channel|here|everyone)|<@/)
      }),
      { numRuns: 60 },
    )
  })
})

describe("a note in Block Kit", () => {
  it("goes over as many messages as it needs, none of it lost", () => {
    const lines = Array.from({ length: 300 }, (_, index) => ({
      spans: [{ kind: "text" as const, text: `Line ${index} ${"x".repeat(60)}` }],
      indent: 0 as const,
    }))
    const messages = drawNote({ kind: "note", lines })
    const written = JSON.stringify(messages)

    expect(messages.length).toBeGreaterThan(1)
    for (const { blocks } of messages) expect(findBlockFaults(blocks)).toEqual([])
    for (const [index] of lines.entries()) expect(written).toContain(`Line ${index} `)
  })
})

function aCard(summary = aSmallSummary()): Card {
  return {
    kind: "card",
    threadId: summary.thread.id,
    source: "https://lists.example.org/cache/1/",
    outline: toOutline(summary),
    actions: [{ label: "Share in channel", words: "share https://lists.example.org/cache/1/", style: "primary" }],
  }
}

/** What a reader sees of some blocks, one text a line. */
function outlineOf(blocks: readonly unknown[]): string {
  return blocks
    .flatMap((block) => {
      const {
        type,
        text,
        fields = [],
        elements = [],
      } = block as {
        readonly type: string
        readonly text?: { readonly text: string }
        readonly fields?: readonly { readonly text: string }[]
        readonly elements?: readonly { readonly text: string | { readonly text: string } }[]
      }
      const inside = elements.map((element) =>
        typeof element.text === "string" ? element.text : `[${element.text.text}]`,
      )
      return [
        `-- ${type}`,
        ...(text === undefined ? [] : [text.text]),
        ...fields.map((field) => `| ${field.text}`),
        ...inside,
      ]
    })
    .join("\n")
}
