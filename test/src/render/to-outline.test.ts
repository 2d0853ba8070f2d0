import { describe, expect, it } from "vitest"
import type { OutlineLine, Summary } from "../../../src/index.ts"
import type { Participant, Question, Stance } from "../../../src/model/summary.ts"
import { toOutline } from "../../../src/index.ts"
import { renderMarkdown } from "../../../src/render/render-markdown.ts"
import { renderText } from "../../../src/render/render-text.ts"
import { aParticipant, aQuestion, aStance, aSummary } from "../../support/threads/a-summary.ts"

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

/** A thread of one message a day, by Ada, Ben and Cleo, with what a test needs in it. */
function sixDays(parts: Partial<Summary> = {}): Summary {
  const messages = ["ada", "ben", "cleo", "ada", "ben", "cleo"].map((author, index) => ({
    id: `m${index + 1}@example.org`,
    author,
    origin: "received" as const,
    sentAt: `2026-11-0${index + 1}T12:00:00.000Z`,
  }))
  return aSummary({ messages, participants: ["ada", "ben", "cleo"].map((id) => personOf(id)), ...parts })
}

function personOf(id: string, parts: Partial<Participant> = {}): Participant {
  return aParticipant(id.charAt(0).toUpperCase() + id.slice(1), { id, ...parts })
}

function stanceOn(position: Stance["position"], day: number, parts: Partial<Stance> = {}): Stance {
  const stance = aStance(position, `Words of ${day}.`, `m${day}@example.org`)
  return { ...stance, sentAt: `2026-11-0${day}T12:00:00.000Z`, ...parts }
}

function questionOn(id: string, day: number, parts: Partial<Question> = {}): Question {
  const statement = { messageId: `m${day}@example.org`, text: `Question ${id}?` }
  return aQuestion(statement.text, { id, askedBy: "ada", statement, ...parts })
}

describe("toOutline", () => {
  it("begins with what is open, ends with what was read, and leaves out what is empty", () => {
    const kinds = toOutline(sixDays()).sections.map(({ kind }) => kind)

    expect(kinds).toEqual(["open", "coverage"])
  })

  it("says that nothing is open only where everything was read", () => {
    const partly = sixDays({ coverage: { read: 5, skipped: [{ id: "m6", reason: "no text" }], complete: false } })

    expect(linesOf(sixDays(), "open")).toEqual(["No open questions found"])
    expect(linesOf(partly, "open")).toEqual(["No open question was found, but not everything could be read or judged"])
    expect(linesOf(partly, "coverage")).toContain("  m6: no text")
  })

  it("calls people by their names, without what an archive left of a hidden address", () => {
    const ada = personOf("ada", { name: "Ada Holm (hoim-t)" })
    const summary = sixDays({ participants: [ada], questions: [questionOn("q1", 1)] })

    expect(linesOf(summary, "open").join(" ")).toContain("Ada Holm asks")
    expect(linesOf(summary, "open").join(" ")).not.toContain("hoim")
  })

  it("numbers open questions, choices first, with asker, those asked and a reference", () => {
    const summary = sixDays({
      questions: [
        questionOn("q1", 1),
        questionOn("q2", 2, { askedBy: "ben", kind: "choice", options: ["A", "B"], addressedTo: ["ada", "cleo"] }),
        questionOn("q3", 3, { status: "answered" }),
      ],
    })

    expect(linesOf(summary, "open")).toEqual([
      '1. Ben asks Ada and Cleo: "Question q2?" 2026-11-02 [2]',
      '2. Ada asks: "Question q1?" 2026-11-01 [1]',
    ])
  })

  it("says whose turn it is, with the questions that wait for them", () => {
    const questions = [questionOn("q1", 1, { addressedTo: ["ben"] }), questionOn("q2", 4, { addressedTo: ["ben"] })]
    const waiting = [{ on: "ben", since: "2026-11-01T12:00:00.000Z", questionIds: ["q1", "q2"] }]

    expect(linesOf(sixDays({ questions, waiting }), "open").at(-1)).toBe("next: Ben, asked 2026-11-01 [1] [4]")
  })

  it("puts those first who stand in the way, marks what is inferred, and strikes what was overtaken", () => {
    const summary = sixDays({
      participants: [
        personOf("ada", { stance: stanceOn("supports", 4), earlierStances: [stanceOn("opposes", 1)] }),
        personOf("ben", { stance: stanceOn("opposes", 2, { basis: "inferred", on: "v2" }) }),
        personOf("cleo"),
        personOf("robot", { isBot: true, stance: stanceOn("opposes", 3) }),
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
    const summary = sixDays({
      participants: people.map((id, index) => personOf(id, { stance: stanceOn("supports", index + 1) })),
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
    const summary = sixDays({
      questions: [questionOn("q1", 1, { kind: "choice", options: ["A", "B"] })],
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
    const summary = sixDays({
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
    const summary = sixDays({
      questions: [questionOn("q1", 1, { status: "answered", answers }), questionOn("q2", 4, { status: "withdrawn" })],
    })

    expect(linesOf(summary, "answered")).toEqual([
      "Ada: ~Question q2?~ withdrawn 2026-11-04 [4]",
      'Ada: "Question q1?" 2026-11-01 [1]',
      '  Cleo: "Yes." 2026-11-03 [3]',
    ])
  })

  it("says of a settled question that no words can be shown for it", () => {
    const summary = sixDays({ questions: [questionOn("q1", 1, { status: "answered", answers: [] })] })

    expect(linesOf(summary, "answered")).toEqual(['Ada: "Question q1?" not in so many words 2026-11-01 [1]'])
  })
})

describe("renderText", () => {
  it("cuts what can grow without end, says how much is left, and lists no message that it does not refer to", () => {
    const questions = Array.from({ length: 9 }, (_, index) =>
      questionOn(`q${index}`, index === 0 ? 6 : 1, { status: "answered" }),
    )
    const outline = toOutline(sixDays({ questions }))
    const options = { ...reader, width: 80, colorLevel: 0 } as const

    const short = renderText(outline, options)
    const whole = renderText(outline, { ...options, isWhole: true })

    expect(short).toContain("… and 4 more; --all shows them")
    expect(short).not.toContain("[6]")
    expect(whole).toContain("Question q0?")
    expect(whole).toContain("[6] Cleo")
  })

  it("names a thread without subject after whoever began it", () => {
    const summary = sixDays()

    const outline = toOutline({ ...summary, thread: { ...summary.thread, subject: "" } })

    expect(outline.title).toBe("Thread begun by Ada")
  })
})

describe("renderMarkdown", () => {
  it("links only what leads to the web, and strikes what was overtaken", () => {
    const summary = sixDays({
      participants: [personOf("ada", { stance: stanceOn("supports", 4), earlierStances: [stanceOn("opposes", 1)] })],
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
