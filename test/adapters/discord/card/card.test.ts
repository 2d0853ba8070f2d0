import fc from "fast-check"
import { MessageCreateRequestSchema } from "discord-api-spec/zod"
import { describe, expect, it } from "vitest"
import { fromCustomId, toCustomId } from "../../../../adapters/discord/card/custom-id.ts"
import { drawCard } from "../../../../adapters/discord/card/draw-card.ts"
import { drawNote, drawNotePost } from "../../../../adapters/discord/card/draw-note.ts"
import { escapeText, toLink } from "../../../../adapters/discord/card/escape.ts"
import { hasMarker, sourceOf } from "../../../../adapters/discord/card/read-card.ts"
import { toMarkdown } from "../../../../adapters/discord/card/to-markdown.ts"
import type { Card, Note, OutlineLine, Span } from "../../../../src/index.ts"
import { textOf } from "../../../support/discord/discord-bot.ts"
import { aBigCard } from "../../../support/discord/discord-cards.ts"
import { allNodes, asStored, refusalOf } from "../../../support/discord/server/discord-limits.ts"

const refusal = (drawn: object) => refusalOf(drawn, MessageCreateRequestSchema)

function allPages(card: Card) {
  const first = drawCard(card)
  const count = Number(/Overview of (?<count>\d+) pages/.exec(textOf(first))?.groups?.["count"] ?? 0)
  return { first, pages: Array.from({ length: count }, (_, index) => drawCard(card, { page: index + 1 })) }
}

describe("discord: the card", () => {
  it("is one message in Components V2 where the thread is small", () => {
    const drawn = drawCard(aBigCard({ people: 3, questions: 2 }))

    expect(refusal(drawn)).toBeUndefined()
    expect(textOf(drawn)).toMatchInlineSnapshot(`
      "## [Dropping Python 3.9](https://discord.com/channels/800000000000000001/810000000000000001)
      Waiting for an answer of Person 3.
      ### Open \\(2\\)
      - \`question\` **Person 0** “question 0: word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13” [↗](https://discord.com/channels/800000000000000001/810000000000000001/820000000000001000) <t:1795168800:R>
      - \`question\` **Person 1** “question 1: word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14” [↗](https://discord.com/channels/800000000000000001/810000000000000001/820000000000001001) <t:1795168800:R>
      ### Who stands where \\(3\\)
      - \`supports\` **Person 0** “supports 0: word0 word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13” [↗](https://discord.com/channels/800000000000000001/810000000000000001/820000000000001000) <t:1795168800:R>
      - \`supports\` **Person 1** “supports 1: word1 word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14” [↗](https://discord.com/channels/800000000000000001/810000000000000001/820000000000001001) <t:1795168800:R>
      - \`supports\` **Person 2** “supports 2: word2 word3 word4 word5 word6 word7 word8 word9 word10 word11 word12 word13 word14 word15” [↗](https://discord.com/channels/800000000000000001/810000000000000001/820000000000001002) <t:1795168800:R>
      ### Read
      - 52 messages read
      -# \`discord:810000000000000001\`
      Share in channel
      Watch"
    `)
  })

  it("shows of 40 people and 60 questions the first of each section, and all of them on further pages", () => {
    const card = aBigCard({ people: 40, questions: 60 })

    const { first, pages } = allPages(card)

    expect([first, ...pages].map(refusal)).toEqual([first, ...pages].map(() => undefined))
    expect(textOf(first)).toContain("question 0")
    expect(textOf(first)).toContain("supports 0")
    expect(textOf(first)).toMatch(/… and \d+ more/)
    expect(textOf(first)).toContain("52 messages read")
    const everything = pages.map((page) => textOf(page)).join("\n")
    for (let i = 0; i < 60; i++) expect(everything).toContain(`question ${i}:`)
    for (let i = 0; i < 40; i++) expect(everything).toContain(`supports ${i}:`)
  })

  it("counts in the overview exactly what it leaves out", () => {
    const { first } = allPages(aBigCard({ people: 40, questions: 60 }))

    const text = textOf(first)
    const more = [...text.matchAll(/… and (?<more>\d+) more/g)].map((match) => Number(match.groups?.["more"]))
    const shown = text.match(/^- `/gm)?.length ?? 0

    expect(more.reduce((sum, count) => sum + count, 0) + shown).toBe(100)
  })

  it("keeps within every limit whatever is in it", () => {
    const span: fc.Arbitrary<Span> = fc.oneof(
      fc.record({ kind: fc.constant("text" as const), text: fc.string({ maxLength: 300, unit: "binary" }) }),
      fc.record({ kind: fc.constant("name" as const), text: fc.string({ maxLength: 80 }) }),
      fc.record({
        kind: fc.constant("excerpt" as const),
        text: fc.string({ minLength: 1, maxLength: 6_000 }),
        permalink: fc.webUrl(),
      }),
      fc.record({
        kind: fc.constant("time" as const),
        at: fc.constant("2026-11-20T10:00:00Z"),
        relative: fc.boolean(),
      }),
    )
    const line: fc.Arbitrary<OutlineLine> = fc.record({
      indent: fc.constantFrom(0 as const, 1 as const),
      spans: fc.array(span, { maxLength: 5 }),
    })
    const section = fc.record({
      kind: fc.constant("open" as const),
      title: fc.string({ minLength: 1, maxLength: 60 }),
      lines: fc.array(line, { maxLength: 30 }),
    })
    fc.assert(
      fc.property(
        fc.string({ maxLength: 900 }),
        fc.array(span, { maxLength: 4 }),
        fc.array(section, { maxLength: 8 }),
        fc.array(
          fc.record({
            label: fc.string({ minLength: 1, maxLength: 120 }),
            words: fc.string({ minLength: 1, maxLength: 200 }),
          }),
          { maxLength: 20 },
        ),
        (title, headline, sections, actions) => {
          const card: Card = {
            kind: "card",
            threadId: `mail:${"x".repeat(120)}@example.org`,
            outline: { title, headline, sections },
            actions: actions.map((action) => ({ ...action, style: "plain" as const })),
          }
          const { first, pages } = allPages(card)
          for (const page of [first, ...pages]) expect(refusal(page)).toBeUndefined()
        },
      ),
      { numRuns: 150 },
    )
  })

  it("brings the actions that one row does not hold into a menu", () => {
    const card = aBigCard({ people: 1, questions: 1 })
    const actions = Array.from({ length: 12 }, (_, i) => ({
      label: `Do ${i}`,
      words: `answered ${i} in ${card.threadId}`,
      style: "plain" as const,
    }))

    const nodes = allNodes(drawCard({ ...card, actions }).components)

    expect(nodes.filter((node) => node.type === 2)).toHaveLength(4)
    expect(nodes.find((node) => node.type === 3)).toMatchObject({ options: { length: 8 } })
  })

  it("says words that are too long for a button as a command to type", () => {
    const card = aBigCard({ people: 1, questions: 1 })
    const words = `answered 1 by ${"m".repeat(120)}`

    const drawn = drawCard({ ...card, actions: [{ label: "Answered", words, style: "plain" }] })

    expect(textOf(drawn)).toContain(`\`/standpoint ${words}\``)
  })

  it("carries the thread's name on itself, so that its buttons are understood after a restart", () => {
    const card: Card = { ...aBigCard({ people: 1, questions: 1 }), threadId: `mail:${"long".repeat(40)}@example.org` }
    const actions = [{ label: "Watch", words: `watch ${card.threadId}`, style: "plain" as const }]

    const stored = asStored(drawCard({ ...card, actions }).components)
    const id = allNodes(stored).find((node) => node.custom_id?.includes("watch"))?.custom_id ?? ""

    expect(id.length).toBeLessThanOrEqual(100)
    expect(fromCustomId(id, sourceOf(stored))).toEqual({ kind: "ask", words: `watch ${card.threadId}` })
  })

  it("is found again by its marker", () => {
    const marker = { first: 1_234_567_890, second: 1_345_678_901 }

    const stored = asStored(drawCard(aBigCard({ people: 1, questions: 1 }), { marker }).components)

    expect(hasMarker(stored, marker)).toBe(true)
    expect(hasMarker(stored, { ...marker, second: 1_345_678_902 })).toBe(false)
  })

  it.each(["", "x", "sp1:q:1", "sp1:p:x", "other"])("takes custom_id %j for nobody's button", (id) => {
    expect(fromCustomId(id, undefined)).toBeUndefined()
  })

  it("reads back every press that it writes", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 90 }).filter((words) => !words.includes("{}")),
        (words) => {
          const id = toCustomId({ kind: "ask", words }, "discord:1")
          expect(id === undefined ? undefined : fromCustomId(id, "discord:1")).toEqual({ kind: "ask", words })
        },
      ),
    )
  })
})

describe("discord: words of others", () => {
  it.each([
    ["**bold** _it_ ~~no~~ `code` ||spoiler||", String.raw`\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|`],
    ["@everyone <@123> <@&9> <#4>", String.raw`\@everyone \<\@123\> \<\@&9\> \<#4\>`],
    ["[free nitro](https://evil.example)", String.raw`\[free nitro\]\(https\://evil.example\)`],
    ["# heading", String.raw`\# heading`],
    ["> quoted", String.raw`\> quoted`],
    ["- item\n- item", String.raw`\- item - item`],
    ["1. one", "1\u200B. one"],
  ])("shows %j as it stands", (text, shown) => {
    expect(escapeText(text)).toBe(shown)
  })

  it("links to web addresses alone, and lets no address end its own link", () => {
    expect(toLink("x", "javascript:alert(1)")).toBe("x")
    expect(toLink("x", "https://h.example/a_(b)>")).toBe("[x](https://h.example/a_%28b%29%3E)")
  })

  it("shows times in the reader's zone, and strikes through what was overtaken", () => {
    const spans: readonly Span[] = [
      { kind: "excerpt", text: "BUG_ON", permalink: "https://h.example/1", isOvertaken: true },
      { kind: "text", text: " " },
      { kind: "time", at: "2026-11-20T10:00:00Z", relative: true },
    ]

    expect(toMarkdown(spans)).toBe(String.raw`~~“BUG\_ON”~~ [↗](https://h.example/1) <t:1795168800:R>`)
  })
})

describe("discord: notes", () => {
  const aNote = (count: number): Note => ({
    kind: "note",
    lines: Array.from({ length: count }, (_, i) => ({
      indent: 0,
      spans: [{ kind: "text", text: `Line ${i} ${"x".repeat(80)}` }],
    })),
  })

  it("are content where they are short, embeds where they are long, and nothing of them is lost", () => {
    const [short, long, longer] = [drawNote(aNote(3)), drawNote(aNote(40)), drawNote(aNote(120))]

    expect(short).toMatchObject([{ embeds: [] }])
    expect(long).toMatchObject([{ content: "" }])
    expect(longer.length).toBeGreaterThan(1)
    for (const drawn of [...short, ...long, ...longer]) expect(refusal(drawn)).toBeUndefined()
    expect(longer.map((drawn) => textOf(drawn)).join("\n")).toContain("Line 119")
  })

  it("say as a post that there is more where one message does not hold it", () => {
    const drawn = drawNotePost(aNote(120), { marker: { first: 1_100_000_000, second: 1_100_000_001 }, lead: "<@1>" })

    expect(refusal(drawn)).toBeUndefined()
    expect(textOf(drawn)).toContain("There is more than fits one message")
  })

  it("cuts no letter of a long line in two", () => {
    const text = `a${"😀".repeat(3000)}`
    const note: Note = { kind: "note", lines: [{ indent: 0, spans: [{ kind: "text", text }] }] }

    const drawn = drawNote(note).map(({ embeds }) => embeds[0]?.description ?? "")

    expect(drawn.length).toBeGreaterThan(1)
    expect(drawn.filter((part) => !part.isWellFormed())).toEqual([])
    expect(drawn.join("")).toBe(text)
  })
})
