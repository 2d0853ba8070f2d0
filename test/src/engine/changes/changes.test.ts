import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { citedMessages, excerptsOf, withoutWords } from "../../../../src/engine/changes/cited.ts"
import { deadlineChanges } from "../../../../src/engine/changes/deadline-changes.ts"
import { emptySummary, findChanges } from "../../../../src/engine/changes/find-changes.ts"
import { topicOf } from "../../../../src/engine/changes/topic.ts"
import { TOPICS } from "../../../../src/model/change.ts"
import type { Summary } from "../../../../src/model/summary.ts"
import { POSITIONS } from "../../../../src/model/summary.ts"
import { aParticipant, aQuestion, aStance, aSummary } from "../../../support/threads/a-summary.ts"

const supports = aSummary({ participants: [aParticipant("Ada", { stance: aStance("supports", "I am for it.") })] })
const opposes = aSummary({
  participants: [aParticipant("Ada", { stance: aStance("opposes", "On reflection, no.", "m4") })],
})
const silent = aSummary({ participants: [aParticipant("Ada")] })
const open = aSummary({ questions: [aQuestion("Why a lock?")] })
const answered = aSummary({
  participants: [aParticipant("Bob")],
  questions: [
    aQuestion("Why a lock?", {
      status: "answered",
      answers: [{ by: "bob@example.org", statement: { messageId: "m2", text: "For the reader side." } }],
    }),
  ],
})
const withdrawn = aSummary({ questions: [aQuestion("Why a lock?", { status: "withdrawn" })] })
const overtaken = aSummary({ questions: [aQuestion("Why a lock?", { status: "overtaken" })] })
const ruledOut = aSummary({ questions: [aQuestion("Why a lock?", { status: "withdrawn", ruledBy: "Bob" })] })
const choice = (option: string, messageId: string): Summary =>
  aSummary({
    participants: [aParticipant("Ada")],
    choices: [
      {
        questionId: "q1",
        options: ["panic", "warn"],
        favours: [{ participant: "ada@example.org", option, statement: { messageId, text: `${option} it is.` } }],
      },
    ],
  })
const decided = aSummary({ decisions: [{ by: "ada@example.org", statement: { messageId: "m3", text: "Applied." } }] })
const acked = aSummary({
  trailers: [{ token: "Acked-by", by: "ada@example.org", statement: { messageId: "m3", text: "Acked-by: Ada" } }],
})
const promise = { by: "ada@example.org", statement: { messageId: "m3", text: "I will send a v2." } }
const promised = aSummary({ commitments: [promise] })
const kept = aSummary({ commitments: [{ ...promise, done: { messageId: "m9", text: "Here is v2." } }] })

describe("findChanges", () => {
  it.each([
    ["a stance taken", silent, supports, ["stance-taken"]],
    ["a stance changed", supports, opposes, ["stance-changed"]],
    ["a stance withdrawn", supports, silent, ["stance-withdrawn"]],
    ["a stance of somebody who is gone", supports, aSummary(), ["stance-withdrawn"]],
    ["a question opened", aSummary(), open, ["question-opened"]],
    ["a question answered", open, answered, ["question-answered"]],
    ["a question that came with its answer", aSummary(), answered, ["question-answered"]],
    ["a question opened again", answered, open, ["question-reopened"]],
    ["a question withdrawn", open, withdrawn, ["question-withdrawn"]],
    ["a question overtaken by events", open, overtaken, ["question-overtaken"]],
    ["a question that somebody else says is none", open, ruledOut, ["question-gone"]],
    ["a question whose message is gone", open, aSummary(), ["question-gone"]],
    ["an answered question whose message is gone", answered, aSummary(), []],
    ["somebody coming out for an option", aSummary(), choice("panic", "m2"), ["favour-taken"]],
    ["somebody going over to the other option", choice("panic", "m2"), choice("warn", "m5"), ["favour-moved"]],
    ["a decision", aSummary(), decided, ["decision-made"]],
    ["a trailer", aSummary(), acked, ["trailer-given"]],
    ["a promise", aSummary(), promised, ["commitment-made"]],
    ["a promise kept", promised, kept, ["commitment-kept"]],
  ])("tells %s", (_, before, after, kinds) => {
    expect(findChanges(before, after).map((change) => change.kind)).toEqual(kinds)
  })

  it("says nothing when somebody says the same again elsewhere", () => {
    const again = aSummary({
      participants: [aParticipant("Ada", { stance: aStance("supports", "Still for it.", "m7") })],
    })

    expect(findChanges(supports, again)).toEqual([])
  })

  it("says nothing when two addresses turn out to be one person's", () => {
    const merged = aSummary({
      participants: [
        aParticipant("Ada", {
          id: "ada@home.example",
          addresses: ["ada@home.example", "ada@example.org"],
          stance: aStance("supports", "I am for it."),
        }),
      ],
    })

    expect(findChanges(supports, merged)).toEqual([])
  })

  it("says nothing when questions are only numbered anew", () => {
    expect(findChanges(open, aSummary({ questions: [aQuestion("Why a lock?", { id: "q-other" })] }))).toEqual([])
  })

  it("names who answered, not who asked", () => {
    expect(findChanges(open, answered)[0]).toMatchObject({
      by: { name: "Bob" },
      asker: { id: "ada@example.org" },
      answer: { statement: { text: "For the reader side." } },
    })
  })

  it("tells that a long silence is broken, but not by a bot", () => {
    const before = aSummary({ thread: { ...aSummary().thread, lastActivityAt: "2026-01-01T00:00:00Z" } })
    const message = { id: "m9", author: "ada@example.org", sentAt: "2026-02-01T00:00:00Z", origin: "received" } as const

    const byPerson = aSummary({ messages: [message], participants: [aParticipant("Ada")] })
    const byBot = aSummary({ messages: [message], participants: [aParticipant("Ada", { isBot: true })] })

    expect(findChanges(before, byPerson)).toMatchObject([{ kind: "silence-broken", days: 31, by: { name: "Ada" } }])
    expect(findChanges(before, byBot)).toEqual([])
  })

  it("keeps to the order of the messages", () => {
    const both = aSummary({
      messages: [
        { id: "m1", author: "ada@example.org", origin: "received" },
        { id: "m3", author: "ada@example.org", origin: "received" },
      ],
      decisions: decided.decisions,
      questions: open.questions,
    })

    expect(findChanges(emptySummary(both), both).map((change) => change.kind)).toEqual([
      "question-opened",
      "decision-made",
    ])
  })
})

const anySummary = fc
  .record({
    stances: fc.array(fc.constantFrom(undefined, ...POSITIONS), { maxLength: 4 }),
    questions: fc.uniqueArray(
      fc.record({ at: fc.nat(5), status: fc.constantFrom("open", "answered", "withdrawn", "overtaken") }),
      {
        selector: (question) => question.at,
        maxLength: 5,
      },
    ),
    decisions: fc.uniqueArray(fc.nat(4), { maxLength: 3 }),
  })
  .map(({ stances, questions, decisions }) =>
    aSummary({
      participants: stances.map((position, index) =>
        aParticipant(
          `P${index}`,
          position === undefined ? {} : { stance: aStance(position, `It is ${position}.`, `s${index}`) },
        ),
      ),
      questions: questions.map(({ at, status }) =>
        aQuestion(`Is it ${at}?`, { status, statement: { messageId: `q${at}`, text: `Is it ${at}?` } }),
      ),
      decisions: decisions.map((at) => ({
        by: "p0@example.org",
        statement: { messageId: `d${at}`, text: "Applied." },
      })),
    }),
  )

describe("laws of changes", () => {
  it("gives none for equal summaries", () => {
    fc.assert(
      fc.property(anySummary, (summary) => {
        expect(findChanges(summary, structuredClone(summary))).toEqual([])
      }),
    )
  })

  it("gives each change once, with a topic, and shows only words that one of the two summaries holds", () => {
    fc.assert(
      fc.property(anySummary, anySummary, (before, after) => {
        const changes = findChanges(before, after)
        const words = JSON.stringify([before, after])

        expect(new Set(changes.map((change) => JSON.stringify(change))).size).toBe(changes.length)
        for (const change of changes) {
          expect(TOPICS).toContain(topicOf(change))
          for (const excerpt of excerptsOf(change)) expect(words).toContain(JSON.stringify(excerpt.text))
        }
      }),
    )
  })

  it("loses the words of a message that was taken back, and only those", () => {
    fc.assert(
      fc.property(anySummary, anySummary, (before, after) => {
        for (const change of findChanges(before, after)) {
          const gone = citedMessages(change)[0]
          if (gone === undefined) continue
          const lost = excerptsOf(change).filter((excerpt) => excerpt.messageId === gone)
          const left = JSON.stringify(withoutWords(change, gone))

          for (const excerpt of lost) expect(left).not.toContain(excerpt.text)
        }
      }),
    )
  })
})

describe("deadlineChanges", () => {
  const summary = aSummary({
    participants: [aParticipant("Ada"), aParticipant("Bob")],
    choices: [{ questionId: "q1", options: ["a", "b"], favours: [], silent: ["bob@example.org"] }],
    state: { kind: "waiting", text: "Applied unless somebody objects", deadline: "2026-11-27T12:00:00Z" },
  })
  const between = (since: string, until: string): readonly string[] =>
    deadlineChanges(summary, { since: new Date(since), until: new Date(until) }).map((change) => change.kind)

  it.each([
    ["2026-11-25T00:00:00Z", "2026-11-26T11:59:00Z", []],
    ["2026-11-26T11:59:00Z", "2026-11-26T12:00:00Z", ["deadline-near"]],
    ["2026-11-26T12:00:00Z", "2026-11-26T12:01:00Z", []],
    ["2026-11-27T11:00:00Z", "2026-11-27T12:00:00Z", ["deadline-past"]],
    ["2026-11-20T00:00:00Z", "2026-11-30T00:00:00Z", ["deadline-past"]],
  ])("from %s to %s tells %j", (since, until, kinds) => {
    expect(between(since, until)).toEqual(kinds)
  })

  it("names who has not said a word", () => {
    const [change] = deadlineChanges(summary, {
      since: new Date("2026-11-27T11:00:00Z"),
      until: new Date("2026-11-28"),
    })

    expect(change?.silent).toEqual([{ id: "bob@example.org", name: "Bob" }])
  })
})
