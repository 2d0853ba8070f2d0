import fc from "fast-check"
import { existsSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { createFileSource } from "../../../../adapters/mail/index.ts"
import { buildThreads, summarise } from "../../../../src/index.ts"
import { createKept } from "../../../../src/engine/kept.ts"
import type { Turn } from "../../../support/threads/a-thread.ts"
import { aThread } from "../../../support/threads/a-thread.ts"

const SEED = "../shared/seed/thread.txt"
const hasSeed = existsSync(SEED)
if (!hasSeed) console.log(`Not run: the seed page needs ${SEED}`)

const SENTENCES = [
  "Does the queue drain at night?",
  "Should we use tabs or spaces?",
  "Please add a test for that.",
  "Yes, it does.",
  "I do not know.",
  "Never mind.",
  "The queue is long.",
  "Thanks, that works.",
]
const turns = fc.array(
  fc.record({
    by: fc.constantFrom("Ada Quist", "Bea Lang", "Sam Okoro"),
    body: fc.constantFrom(...SENTENCES),
    replyTo: fc.nat(),
  }),
  { minLength: 1, maxLength: 12 },
)

describe("findQuestions", () => {
  it("keeps every question's id and words when messages are appended", () => {
    fc.assert(
      fc.property(turns, turns, (first, second) => {
        const whole = placed([...first, ...second])

        const before = summarise(aThread(whole.slice(0, first.length))).questions
        const after = summarise(aThread(whole)).questions

        const later = new Map(after.map((question) => [question.id, question.statement]))
        for (const { id, statement } of before) if (later.has(id)) expect(later.get(id)).toEqual(statement)
      }),
    )
  })

  it("never loses a question that it once told to be open", () => {
    fc.assert(
      fc.property(turns, turns, fc.constantFrom("mail" as const, "chat" as const), (first, second, medium) => {
        const whole = placed([...first, ...second])

        const before = summarise(aThread(whole.slice(0, first.length), medium)).questions
        const after = new Set(summarise(aThread(whole, medium)).questions.map(({ id }) => id))

        for (const { id, status } of before) if (status === "open") expect(after).toContain(id)
      }),
    )
  })

  it("says the same whether a thread comes at once or message by message", () => {
    fc.assert(
      fc.property(turns, fc.constantFrom("mail" as const, "chat" as const), (given, medium) => {
        const thread = aThread(placed(given), medium)
        const kept = createKept()

        for (let count = 1; count < thread.messages.length; count++)
          summarise({ ...thread, messages: thread.messages.slice(0, count) }, kept)

        expect(summarise(thread, kept)).toEqual(summarise(thread))
      }),
    )
  })

  it("asks nothing in what is only quoted", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SENTENCES), { minLength: 1 }), (sentences) => {
        const quoted = sentences.map((sentence) => `> ${sentence}`)

        const { questions } = summarise(aThread([{ by: "Ada Quist", body: [...quoted, "", "That is so."] }]))

        expect(questions).toEqual([])
      }),
    )
  })

  it.runIf(hasSeed)("reads the choice of the seed page, code lines and all, as put to its addressee", async () => {
    const reading = await createFileSource().read({ kind: "path", path: SEED })
    const [thread] = reading === undefined ? [] : buildThreads(reading)
    if (thread === undefined) throw new Error("No thread in the seed page")

    const { questions, participants } = summarise(thread)

    const choice = questions.find((question) => question.kind === "choice")
    expect(choice?.status).toBe("open")
    expect(choice?.options).toEqual(["BUG_ON(!domain)", "WARN_ON(!domain)"])
    const names = choice?.addressedTo.map((id) => participants.find((person) => person.id === id)?.name)
    expect(names).toEqual(["Lu Baolu"])
  })
})

/** Replies point to an earlier message. */
function placed(given: readonly Required<Pick<Turn, "by" | "body" | "replyTo">>[]): readonly Turn[] {
  return given.map(({ replyTo, ...turn }, at) => (at === 0 ? turn : { ...turn, replyTo: replyTo % at }))
}
