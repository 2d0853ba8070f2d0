import { describe, expect, it } from "vitest"
import type { OutlineLine, Summary } from "../../../src/index.ts"
import { toOutline } from "../../../src/index.ts"
import { renderMarkdown } from "../../../src/render/render-markdown.ts"
import { renderText } from "../../../src/render/render-text.ts"
import { aParticipant, aQuestion, aStance, aSummary } from "../../support/a-summary.ts"

const reader = { now: new Date("2026-11-24T12:00:00Z"), timeZone: "UTC" }

function linesOf(summary: Summary, kind: string): readonly string[] {
  return (toOutline(summary).sections.find((section) => section.kind === kind)?.lines ?? []).map(wordsOf)
}

function wordsOf({ spans, indent }: OutlineLine): string {
  const words = spans.map((span) => {
    if (span.kind === "time") return span.at.slice(0, 10)
    if (span.kind === "excerpt") return span.isOvertaken === true ? `~${span.text}~` : `"${span.text}"`
    return span.text
  })
  return `${"  ".repeat(indent)}${words.join("")}`
}

describe("toOutline", () => {
  it("begins with what is open, ends with what was read, and leaves out what is empty", () => {
    const kinds = toOutline(aSummary()).sections.map(({ kind }) => kind)

    expect(kinds).toEqual(["open", "coverage"])
  })

  it("says that nothing is open only where everything was read", () => {
    const partly = aSummary({ coverage: { read: 5, skipped: [{ id: "m6", reason: "no text" }], complete: false } })

    expect(linesOf(aSummary(), "open")).toEqual(["No open questions"])
    expect(linesOf(partly, "open")).toEqual(["No open question was found, but not everything could be read or judged"])
    expect(linesOf(partly, "coverage")).toContain("  m6: no text")
  })

  it("numbers open questions, choices first, with asker, those asked and a reference", () => {
    const summary = aSummary({
      questions: [
        aQuestion("q1", 1),
        aQuestion("q2", 2, { askedBy: "ben", kind: "choice", options: ["A", "B"], addressedTo: ["ada", "cleo"] }),
        aQuestion("q3", 3, { status: "answered" }),
      ],
    })

    expect(linesOf(summary, "open")).toEqual([
      '1. Ben asks Ada and Cleo: "Question q2?" 2026-11-02 [2]',
      '2. Ada asks: "Question q1?" 2026-11-01 [1]',
    ])
  })

  it("says whose turn it is, with the questions that wait for them", () => {
    const questions = [aQuestion("q1", 1, { addressedTo: ["ben"] }), aQuestion("q2", 4, { addressedTo: ["ben"] })]
    const waiting = [{ on: "ben", since: "2026-11-01T12:00:00.000Z", questionIds: ["q1", "q2"] }]

    expect(linesOf(aSummary({ questions, waiting }), "open").at(-1)).toBe("next: Ben, asked 2026-11-01 [1] [4]")
  })

  it("puts those first who stand in the way, marks what is inferred, and strikes what was overtaken", () => {
    const summary = aSummary({
      participants: [
        aParticipant("ada", { stance: aStance("supports", 4), earlierStances: [aStance("opposes", 1)] }),
        aParticipant("ben", { stance: aStance("opposes", 2, { basis: "inferred", on: "v2" }) }),
        aParticipant("cleo"),
        aParticipant("robot", { isBot: true, stance: aStance("opposes", 3) }),
      ],
    })

    expect(linesOf(summary, "stances")).toEqual([
      'Ben opposes? (on v2): "Words of 2." 2026-11-02 [2]',
      'Ada supports: "Words of 4." 2026-11-04 [4]',
      "  before: opposes ~Words of 1.~ 2026-11-01 [1]",
    ])
  })

  it("puts those in one line who gave a trailer and no more", () => {
    const people = ["ada", "ben", "cleo"]
    const summary = aSummary({
      participants: people.map((id, index) => aParticipant(id, { stance: aStance("supports", index + 1) })),
      trailers: people.map((by, index) => ({
        token: "Acked-by",
        by,
        statement: { messageId: `m${index + 1}@example.org`, text: `Words of ${index + 1}.` },
      })),
    })

    expect(linesOf(summary, "stances")).toEqual(["supports by trailer: Cleo [3], Ben [2], Ada [1]"])
    expect(linesOf(summary, "trailers")).toEqual(["Acked-by Ada [1], Ben [2], Cleo [3]"])
  })

  it("shows a choice as options and who favours each, who moved, and who has not said", () => {
    const summary = aSummary({
      questions: [aQuestion("q1", 1, { kind: "choice", options: ["A", "B"] })],
      choices: [
        {
          questionId: "q1",
          options: ["A", "B"],
          favours: [
            {
              participant: "ben",
              option: "B",
              movedFrom: "A",
              statement: { messageId: "m5@example.org", text: "B then." },
            },
          ],
          silent: ["cleo"],
        },
      ],
    })

    expect(linesOf(summary, "choices")).toEqual([
      "A or B, asked by Ada 2026-11-01 [1]",
      '  Ben for B (before for A): "B then." 2026-11-05 [5]',
      "  for none so far: Cleo [1]",
    ])
  })

  it("shows promises that are still to be kept before those that were", () => {
    const said = (message: number): { readonly messageId: string; readonly text: string } => ({
      messageId: `m${message}@example.org`,
      text: `I will do ${message}.`,
    })
    const summary = aSummary({
      commitments: [
        { by: "ada", statement: said(1), done: { messageId: "m4@example.org", text: "Here it is." } },
        { by: "ben", statement: said(2), due: "2026-11-20T00:00:00.000Z" },
      ],
    })

    expect(linesOf(summary, "commitments")).toEqual([
      'Ben: "I will do 2." due 2026-11-20, said 2026-11-02 [2]',
      "Ada: ~I will do 1.~ 2026-11-01 [1]",
      '  done "Here it is." 2026-11-04 [4]',
    ])
  })

  it("shows settled questions with the last answer, and strikes those that nobody needs answered", () => {
    const answers = [
      { by: "ben", statement: { messageId: "m2@example.org", text: "No." } },
      { by: "cleo", statement: { messageId: "m3@example.org", text: "Yes." } },
    ]
    const summary = aSummary({
      questions: [aQuestion("q1", 1, { status: "answered", answers }), aQuestion("q2", 4, { status: "withdrawn" })],
    })

    expect(linesOf(summary, "answered")).toEqual([
      "Ada: ~Question q2?~ withdrawn 2026-11-04 [4]",
      'Ada: "Question q1?" 2026-11-01 [1]',
      '  Cleo: "Yes." 2026-11-03 [3]',
    ])
  })
})

describe("renderText", () => {
  it("cuts what can grow without end, says how much is left, and lists no message that it does not refer to", () => {
    const questions = Array.from({ length: 9 }, (_, index) =>
      aQuestion(`q${index}`, index === 0 ? 6 : 1, { status: "answered" }),
    )
    const outline = toOutline(aSummary({ questions }))
    const options = { ...reader, width: 80, colorLevel: 0 } as const

    const short = renderText(outline, options)
    const whole = renderText(outline, { ...options, isWhole: true })

    expect(short).toContain("… and 4 more; --all shows them")
    expect(short).not.toContain("[6]")
    expect(whole).toContain("Question q0?")
    expect(whole).toContain("[6] Cleo")
  })

  it("names a thread without subject after whoever began it", () => {
    const summary = aSummary()

    const outline = toOutline({ ...summary, thread: { ...summary.thread, subject: "" } })

    expect(outline.title).toBe("Thread begun by Ada")
  })
})

describe("renderMarkdown", () => {
  it("links only what leads to the web, and strikes what was overtaken", () => {
    const summary = aSummary({
      participants: [aParticipant("ada", { stance: aStance("supports", 4), earlierStances: [aStance("opposes", 1)] })],
    })
    const messages = summary.messages.map((message, index) => ({
      ...message,
      permalink: index === 0 ? "javascript:alert(1)" : `https://lists.example.org/${message.id}`,
    }))

    const markdown = renderMarkdown(toOutline({ ...summary, messages }), reader)

    expect(markdown).toContain("[\\[4\\]](<https://lists.example.org/m4@example.org>)")
    expect(markdown).toContain("~~“Words of 1.”~~")
    expect(markdown).not.toContain("javascript:")
  })
})
