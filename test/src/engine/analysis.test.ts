import { readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { buildThreads, createAnalysis, readBody, summarise } from "../../../src/index.ts"
import type { Message, Summary } from "../../../src/index.ts"
import { aLongThread } from "../../support/threads/a-long-thread.ts"
import { aMessage } from "../../support/threads/a-message.ts"

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
const isSummary = ajv.compile(JSON.parse(readFileSync("test/contract/summary.schema.json", "utf8")))

const SOURCE = { source: "mail", threadId: "mail:root" } as const

function summaryOf(messages: readonly Message[]): Summary {
  const [thread] = buildThreads({ ...SOURCE, messages, skipped: [], reasons: [] })
  if (thread === undefined) throw new Error("No thread")
  return summarise(thread)
}

/** Goes by an address alone, until somebody tells the name. */
const UNNAMED = { address: "eve.holm@example.org" }

/** Mails of any words, by a handful of people, each answering one before it; dates in order, one in ten missing. */
const someMails: fc.Arbitrary<readonly Message[]> = fc
  .array(
    fc.record({
      who: fc.integer({ min: 0, max: 4 }),
      parent: fc.nat(),
      hasDate: fc.boolean().chain((one) => fc.boolean().map((other) => one || other)),
      said: fc.array(
        fc.oneof(
          fc.constantFrom(
            "NAK.",
            "Looks good to me.",
            "Acked-by: Person C <c@example.org>",
            "> quoted words",
            "I'll send v2.",
            "Why is this needed?",
            "Fair enough.",
            "Eve Holm",
            "On Monday, Eve Holm <eve.holm@example.org> wrote:",
            "",
            "-- ",
          ),
          fc.string({ maxLength: 60, unit: "grapheme" }),
        ),
        { maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((entries) =>
    entries.map(({ who, parent, hasDate, said }, index) => {
      const letter = "abcde"[who] ?? "a"
      const answered = index === 0 ? undefined : `m${parent % index}@example.org`
      return {
        id: `m${index}@example.org`,
        medium: "mail" as const,
        author: letter === "e" ? UNNAMED : { name: `Person ${letter.toUpperCase()}`, address: `${letter}@example.org` },
        to: [],
        cc: [],
        subject: index === 0 ? "[PATCH] one thing" : "Re: [PATCH] one thing",
        body: said.join("\n"),
        sentAt: hasDate ? new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString() : undefined,
        inReplyTo: answered,
        references: answered === undefined ? [] : [answered],
        headers: {},
        reactions: [],
        mentions: [],
        attachments: [],
      }
    }),
  )

const SAID = [
  "NAK.",
  "Looks good to me, but please rename it.",
  "Acked-by: Person C <c@example.org>",
  "Person B, should we drop the lock or keep it?",
  "Person F, what do you think?",
  "Should this be a warning or an error?",
  "I'd prefer a warning.",
  "I agree with Dora.",
  "Drop the lock.",
  "I'll send v2.",
  "Applied, thanks.",
  "Never mind, I found it.",
  "Unless anybody objects by Friday, I'll merge it.",
  "Ping?",
  "Ja, das ist nicht so gut und auch nicht das, was ich mit der Idee wollte.",
] as const
const NAMES = ["Anna Berg", "Person B", "Person C", "Dora Lind", "D. Lind", "Person F", "Build Robot"] as const

/** What a mail of a busy thread says: some of it under quotes of what it answers. */
const aTurn = fc.record({
  who: fc.nat({ max: NAMES.length - 1 }),
  parent: fc.nat({ max: 6 }),
  quotes: fc.boolean(),
  said: fc.array(fc.constantFrom(...SAID), { minLength: 1, maxLength: 4 }),
  copied: fc.option(fc.nat({ max: NAMES.length - 1 }), { nil: undefined }),
  hour: fc.nat({ max: 3 }),
  fate: fc.constantFrom("stays", "stays", "comes twice", "is edited", "is deleted"),
})

/** A thread as it came in, in order, nearly so or in none, and as it is in the end. */
const aHistory = fc
  .tuple(
    fc.array(aTurn, { minLength: 2, maxLength: 14 }),
    fc.infiniteStream(fc.nat({ max: 99 })),
    fc.constantFrom(1, 20, 100),
  )
  .map(([turns, places, haste]) => {
    const first: Message[] = []
    for (const turn of turns) first.push(toMail(turn, first))
    const versions = first.flatMap((message, index): readonly Message[] => {
      const fate = turns[index]?.fate
      if (fate === "comes twice") return [message, message]
      if (fate === "is edited") return [message, { ...message, body: `${message.body}\nWhy is this needed?` }]
      return fate === "is deleted" ? [message, { ...message, body: "", isDeleted: true }] : [message]
    })
    const arrivals = versions.map((message, index) => ({ message, at: index * haste + Number(places.next().value) }))
    // An edit comes after what it edits, wherever that comes.
    for (const [index, { message, at }] of arrivals.entries()) {
      const before = arrivals[index - 1]
      if (before?.message.id === message.id) arrivals[index] = { message, at: Math.max(at, before.at) }
    }
    return { arrivals: arrivals.toSorted((a, b) => a.at - b.at).map(({ message }) => message), whole: lastOf(versions) }
  })

function lastOf(versions: readonly Message[]): readonly Message[] {
  return [...new Map(versions.map((message) => [message.id, message])).values()]
}

function toMail(
  { who, parent: back, quotes, said, copied, hour }: TurnOf<typeof aTurn>,
  before: readonly Message[],
): Message {
  const index = before.length
  const parent = before[Math.max(0, index - 1 - back)]
  const identity = (at: number): Message["author"] => ({ name: NAMES[at] ?? "", address: addressOf(NAMES[at] ?? "") })
  const quoted = (parent?.body ?? "").split("\n").map((line) => `> ${line}`)
  return aMessage({
    id: `m${index}@example.org`,
    author: identity(who),
    to: parent === undefined ? [] : [parent.author],
    cc: copied === undefined ? [] : [identity(copied)],
    subject: parent === undefined ? "[PATCH] one thing" : "Re: [PATCH] one thing",
    body: [
      ...(quotes && parent !== undefined ? [`${parent.author.name ?? ""} wrote:`, ...quoted, ""] : []),
      ...said,
    ].join("\n"),
    sentAt: new Date(Date.UTC(2026, 0, 1) + (index * 2 + hour) * 3_600_000).toISOString(),
    inReplyTo: parent?.id,
    references: parent === undefined ? [] : [parent.id],
  })
}

type TurnOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never

/** "D. Lind" and "Dora Lind" write from one address: whoever sees both knows that they are one. */
function addressOf(name: string): string {
  return `${name
    .toLowerCase()
    .replace("d. ", "dora ")
    .replaceAll(/[^a-z]+/g, ".")}@example.org`
}

describe("analysis", () => {
  it("says the same of a thread in any order of arrival, all at once or one by one", () => {
    fc.assert(
      fc.property(someMails, fc.infiniteStream(fc.nat()), (messages, stream) => {
        const shuffled = messages
          .map((message) => ({ message, at: Number(stream.next().value) }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ message }) => message)
        const analysis = createAnalysis(SOURCE)

        for (const message of shuffled) analysis.add(message)

        expect(JSON.stringify(analysis.summary())).toBe(JSON.stringify(summaryOf(messages)))
      }),
      { numRuns: 60 },
    )
  })

  it("says the same after mails came in any order, some twice, some edited, some deleted", () => {
    fc.assert(
      fc.property(aHistory, ({ arrivals, whole }) => {
        const analysis = createAnalysis(SOURCE)

        for (const message of arrivals) analysis.add(message)

        expect(JSON.stringify(analysis.summary())).toBe(JSON.stringify(summaryOf(whole)))
      }),
      { numRuns: 150 },
    )
  })

  it("says the same of a long thread grown mail by mail as of the whole", () => {
    const messages = aLongThread(80)
    const analysis = createAnalysis(SOURCE, messages.slice(0, 50))

    for (const message of messages.slice(50)) analysis.add(message)

    expect(JSON.stringify(analysis.summary())).toBe(JSON.stringify(summaryOf(messages)))
  })

  it("takes the words away of a message that is deleted, and says that one is", () => {
    const messages = aLongThread(6)
    const analysis = createAnalysis(SOURCE, messages)
    const gone = messages[3]
    if (gone === undefined) throw new Error("No message")

    const summary = analysis.add({ ...gone, body: "", isDeleted: true })

    expect(JSON.stringify([summary.participants, summary.questions, summary.decisions])).not.toContain(
      `"messageId":"${gone.id}"`,
    )
    expect(summary.coverage.complete).toBe(false)
    expect(summary.coverage.reasons).toContain("1 message was deleted")
  })
})

describe("summarise", () => {
  it("gives a summary that keeps to the contract for any thread", () => {
    fc.assert(
      fc.property(someMails, (messages) => {
        const summary: unknown = JSON.parse(JSON.stringify(summaryOf(messages)))

        expect(isSummary(summary), JSON.stringify(isSummary.errors)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it("shows nobody's words under another name, and no quoted ones", () => {
    fc.assert(
      fc.property(someMails, (messages) => {
        const summary = summaryOf(messages)
        const own = new Map(
          messages.map((message) => [
            message.id,
            readBody(message)
              .filter((line) => line.depth === 0)
              .map((line) => line.text)
              .join(" ")
              .replaceAll(/\s+/g, " "),
          ]),
        )

        for (const person of summary.participants)
          for (const stance of [person.stance, ...person.earlierStances])
            for (const excerpt of stance === undefined ? [] : [stance.statement, ...(stance.evidence ?? [])]) {
              expect(person.messageIds).toContain(excerpt.messageId)
              // What is known from quotes alone is nowhere anybody's own line.
              const isQuoted = summary.messages.some(
                ({ id, origin }) => id === excerpt.messageId && origin === "quoted",
              )
              expect(isQuoted ? excerpt.text : own.get(excerpt.messageId)).toContain(excerpt.text)
            }
      }),
      { numRuns: 60 },
    )
  })

  it("changes nobody's stance when a quote is appended", () => {
    fc.assert(
      fc.property(fc.constantFrom("Looks good to me.", "NAK.", "Please add a test.", "Why?"), (said) => {
        const [root, reply] = aLongThread(2)
        if (root === undefined || reply === undefined) throw new Error("No messages")
        const short = { ...reply, body: `${said}\n` }
        const quoting = {
          ...reply,
          body: `${said}\n\n> I don't like this at all.\n> NAK\n> Acked-by: ${reply.author.name ?? ""}\n`,
        }

        const stances = [short, quoting].map((message) =>
          summaryOf([root, message]).participants.map((person) => [person.id, person.stance?.position]),
        )

        expect(stances[1]).toEqual(stances[0])
      }),
    )
  })
})
