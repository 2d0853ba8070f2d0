import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import type { Summary } from "../../src/index.ts"
import { summarise } from "../../src/index.ts"
import { addressOf, aThread } from "../support/threads/a-thread.ts"

const ROOT = "test/corpus/questions"

const Case = z.object({
  medium: z.enum(["mail", "chat"]),
  messages: z.array(
    z.object({
      by: z.string(),
      body: z.array(z.string()),
      replyTo: z.number().optional(),
      at: z.string().optional(),
      subject: z.string().optional(),
      reactions: z.array(z.object({ emoji: z.string(), by: z.array(z.string()) })).optional(),
    }),
  ),
})
/** Only what a case is about is named; the rest of a question may be anything. */
const Expected = z.object({
  questions: z.array(
    z.object({
      text: z.string(),
      status: z.enum(["open", "answered", "withdrawn", "overtaken"]),
      by: z.string().optional(),
      kind: z.string().optional(),
      options: z.array(z.string()).optional(),
      to: z.array(z.string()).optional(),
      answeredBy: z.array(z.string()).optional(),
      /** The words that are shown as the answer: the last of those found. */
      answer: z.string().optional(),
    }),
  ),
  /** No question that is shown as open may hold these words. */
  absent: z.array(z.string()),
  /** No question at all may hold these words, answered ones included. */
  untold: z.array(z.string()).optional(),
  waiting: z.array(z.object({ on: z.string(), since: z.string() })).optional(),
  choices: z
    .array(
      z.object({
        options: z.array(z.string()),
        favours: z.array(z.object({ by: z.string(), option: z.string(), movedFrom: z.string().optional() })),
        silent: z.array(z.string()),
      }),
    )
    .optional(),
})

describe("questions corpus", () => {
  const names = readdirSync(ROOT)

  it("holds cases", () => {
    expect(names.length).toBeGreaterThan(30)
  })

  it.each(names)("%s", (name) => {
    const { medium, messages } = Case.parse(read(name, "thread.json"))
    const expected = Expected.parse(read(name, "expected.json"))
    const turns = messages.map(({ at, replyTo, subject, reactions, ...turn }) => ({
      ...turn,
      ...(at !== undefined && { at }),
      ...(replyTo !== undefined && { replyTo }),
      ...(subject !== undefined && { subject }),
      ...(reactions !== undefined && { reactions }),
    }))

    const summary = summarise(aThread(turns, medium))

    const told = summary.questions.map((question) => toTold(question, summary))
    for (const question of expected.questions)
      expect(told, question.text).toContainEqual(expect.objectContaining(onlyGiven(question)))
    const open = told.filter((question) => question.status === "open").map((question) => question.text)
    for (const words of expected.absent) expect(open.filter((text) => text.includes(words))).toEqual([])
    for (const words of expected.untold ?? [])
      expect(told.map(({ text }) => text).filter((text) => text.includes(words))).toEqual([])
    if (expected.waiting !== undefined)
      expect(summary.waiting.map(({ on, since }) => ({ on, since }))).toEqual(
        expected.waiting.map(({ on, since }) => ({ on: addressOf(on), since })),
      )
    if (expected.choices !== undefined) expect(toGrid(summary)).toEqual(expected.choices)
  })
})

function read(name: string, file: string): unknown {
  return JSON.parse(readFileSync(join(ROOT, name, file), "utf8"))
}

function onlyGiven<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<Value>
}

function nameOf(id: string, { participants }: Summary): string {
  return participants.find((person) => person.id === id)?.name ?? id
}

function toTold(question: Summary["questions"][number], summary: Summary) {
  return {
    text: question.statement.text,
    status: question.status,
    by: nameOf(question.askedBy, summary),
    kind: question.kind,
    options: question.options,
    to: question.addressedTo.map((id) => nameOf(id, summary)),
    answeredBy: [...new Set(question.answers.map((answer) => nameOf(answer.by, summary)))],
    answer: question.answers.at(-1)?.statement.text,
  }
}

function toGrid(summary: Summary) {
  return summary.choices.map(({ options, favours, silent }) => ({
    options,
    favours: favours.map(({ participant, option, movedFrom }) => ({
      by: nameOf(participant, summary),
      option,
      ...(movedFrom !== undefined && { movedFrom }),
    })),
    silent: (silent ?? []).map((id) => nameOf(id, summary)),
  }))
}
