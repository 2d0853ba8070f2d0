import type { Change, Person, QuestionChange } from "../../model/change.ts"
import type { OutlineLine, Span } from "../../model/outline.ts"
import type { Excerpt, Stance } from "../../model/summary.ts"
import { positionWord } from "../../render/words/position-words.ts"

/** A change as people read it: what was, an arrow, what is; under it the words that did it, linked. */
export function changeLines(change: Change): readonly OutlineLine[] {
  if ("question" in change) return questionLines(change)
  if ("decision" in change) return lines([name(change.by), say(" decided")], change.decision.statement)
  if ("trailer" in change)
    return lines([name(change.by), say(` gave ${change.trailer.token}`)], change.trailer.statement)
  if ("commitment" in change) {
    const { statement, done } = change.commitment
    if (change.kind === "commitment-kept")
      return lines([name(change.by), say(" did what they promised")], statement, done)
    return lines([name(change.by), say(" will do something")], statement)
  }
  if ("option" in change) {
    const from = change.before === undefined ? [] : [label(change.before), say(" → ")]
    return lines([name(change.by), say(": "), ...from, label(change.option)], change.statement)
  }
  if ("deadline" in change) return deadlineLines(change)
  if (change.kind === "silence-broken") return silenceLines(change)
  return stanceLines(change)
}

function stanceLines({
  by,
  before,
  after,
}: {
  readonly by: Person
  readonly before?: Stance | undefined
  readonly after?: Stance | undefined
}): readonly OutlineLine[] {
  const was = before === undefined ? [] : [label(positionWord(before)), say(" → ")]
  const is = after === undefined ? say("no stance any more") : label(positionWord(after))
  const excerpts = [before?.statement, after?.statement].filter((excerpt) => excerpt !== undefined)
  const head: OutlineLine = { spans: [name(by), say(": "), ...was, is], indent: 0, about: { participant: by.id } }
  const overtaken = excerpts.length > 1
  return [head, ...excerpts.map((excerpt, index) => excerptLine(excerpt, overtaken && index === 0))]
}

function questionLines(change: QuestionChange): readonly OutlineLine[] {
  const { kind, asker, asked, question, answer } = change
  const by = change.by ?? asker
  const of =
    asked.length === 0
      ? []
      : [say(" "), ...asked.flatMap((person, index) => [...(index === 0 ? [] : [say(", ")]), name(person)])]
  const heads: Readonly<Record<typeof kind, readonly Span[]>> = {
    "question-opened": [name(by), say(" asks"), ...of],
    "question-answered": answer === undefined ? ruled("Answered", change) : [say("Answered by "), name(by)],
    "question-reopened": [say("Open again, asked by "), name(by)],
    "question-withdrawn": [say("No longer asked by "), name(by)],
    "question-overtaken": [say("Overtaken by later messages, asked by "), name(asker)],
    "question-gone": ruled("No longer a question", change),
  }
  const isOver = kind !== "question-opened" && kind !== "question-reopened"
  return [
    { spans: heads[kind], indent: 0, about: { questionId: question.id } },
    excerptLine(question.statement, isOver),
    ...(answer === undefined ? [] : [excerptLine(answer.statement, false)]),
  ]
}

function ruled(what: string, { asker, question }: QuestionChange): readonly Span[] {
  const { ruledBy } = question
  const whose = ruledBy === undefined ? [] : [say(", as "), name({ id: ruledBy, name: ruledBy }), say(" says")]
  return [say(what), ...whose, say("; asked by "), name(asker)]
}

function deadlineLines({
  kind,
  deadline,
  text,
  silent,
}: Extract<Change, { readonly deadline: string }>): readonly OutlineLine[] {
  const head = kind === "deadline-near" ? "Due soon: " : "Now past: "
  const quiet = silent.length === 0 ? [] : [{ spans: [say("Not heard from: "), ...names(silent)], indent: 1 } as const]
  return [
    { spans: [say(head), { kind: "time", at: deadline, relative: true }, say(` — ${text}`)], indent: 0 },
    ...quiet,
  ]
}

function silenceLines({
  by,
  days,
  permalink,
}: Extract<Change, { readonly kind: "silence-broken" }>): readonly OutlineLine[] {
  const reference: Span = { kind: "reference", text: "[new]", ...(permalink === undefined ? {} : { permalink }) }
  return [{ spans: [name(by), say(` wrote after ${days} days of silence `), reference], indent: 0 }]
}

function lines(head: readonly Span[], ...excerpts: readonly (Excerpt | undefined)[]): readonly OutlineLine[] {
  const said = excerpts.filter((excerpt) => excerpt !== undefined)
  return [{ spans: head, indent: 0 }, ...said.map((excerpt) => excerptLine(excerpt, false))]
}

function excerptLine(excerpt: Excerpt, isOvertaken: boolean): OutlineLine {
  if (excerpt.text === "") return { spans: [say("(words taken back by their author)")], indent: 1 }
  const link = excerpt.permalink === undefined ? {} : { permalink: excerpt.permalink }
  return { spans: [{ kind: "excerpt", text: excerpt.text, isOvertaken, ...link }], indent: 1 }
}

function names(people: readonly Person[]): readonly Span[] {
  return people.flatMap((person, index) => [...(index === 0 ? [] : [say(", ")]), name(person)])
}

function name(person: Person): Span {
  return { kind: "name", text: person.name }
}

function label(text: string): Span {
  return { kind: "label", text }
}

function say(text: string): Span {
  return { kind: "text", text }
}
