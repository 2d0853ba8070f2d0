import type { Change, QuestionChange } from "../../model/change.ts"
import type { Question, Summary } from "../../model/summary.ts"
import type { PeopleIndex } from "./people.ts"

/** Questions opened, answered, opened again, or withdrawn. One that came already answered is an answer, no question. */
export function questionChanges(before: Summary, after: Summary, people: PeopleIndex): readonly Change[] {
  const known = new Map(before.questions.map((question) => [keyOf(question), question]))
  const changes: Change[] = []
  for (const question of after.questions) {
    const was = known.get(keyOf(question))
    known.delete(keyOf(question))
    const kind = kindOf(was, question)
    if (kind !== undefined) changes.push(toChange(kind, question, people))
  }
  // Gone altogether: the message was deleted or edited, or somebody said that it is no question.
  for (const was of known.values()) if (was.status === "open") changes.push(toChange("question-withdrawn", was, people))
  return changes
}

/** A question is its sentence in its message: ids may be counted anew when a message comes in between. */
export function keyOf(question: Question): string {
  return JSON.stringify([question.statement.messageId, question.statement.text])
}

function kindOf(was: Question | undefined, is: Question): QuestionChange["kind"] | undefined {
  if (was?.status === is.status) return undefined
  switch (is.status) {
    case "open":
      return was === undefined ? "question-opened" : "question-reopened"
    case "answered":
      return "question-answered"
    case "withdrawn":
    case "overtaken":
      return was?.status === "open" ? "question-withdrawn" : undefined
  }
}

function toChange(kind: QuestionChange["kind"], question: Question, people: PeopleIndex): QuestionChange {
  const answer = kind === "question-answered" ? question.answers.at(-1) : undefined
  const asker = people.personOf(people.idNow(question.askedBy))
  return {
    kind,
    question,
    asker,
    asked: question.addressedTo.map((id) => people.personOf(people.idNow(id))),
    by: answer === undefined ? asker : people.personOf(people.idNow(answer.by)),
    answer,
  }
}
