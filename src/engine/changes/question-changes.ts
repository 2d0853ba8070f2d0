import type { Change, Person, QuestionChange } from "../../model/change.ts"
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
  for (const was of known.values()) if (was.status === "open") changes.push(toChange("question-gone", was, people))
  return changes
}

/** A question is its sentence in its message: ids may be counted anew when a message comes in between. */
export function keyOf(question: Question): string {
  return JSON.stringify([question.statement.messageId, question.statement.text])
}

function kindOf(was: Question | undefined, is: Question): QuestionChange["kind"] | undefined {
  if (was?.status === is.status) return undefined
  if (is.status === "open") return was === undefined ? "question-opened" : "question-reopened"
  if (is.status === "answered") return "question-answered"
  if (was?.status !== "open") return undefined
  if (is.status === "overtaken") return "question-overtaken"
  return is.ruledBy === undefined ? "question-withdrawn" : "question-gone"
}

function toChange(kind: QuestionChange["kind"], question: Question, people: PeopleIndex): QuestionChange {
  const answer = kind === "question-answered" ? question.answers.at(-1) : undefined
  const asker = people.personOf(people.idNow(question.askedBy))
  return {
    kind,
    question,
    asker,
    asked: question.addressedTo.map((id) => people.personOf(people.idNow(id))),
    by: answer === undefined ? doerOf(kind, asker) : people.personOf(people.idNow(answer.by)),
    answer,
  }
}

/** Who did it where no answer says so: an answer without words is somebody's correction, and nobody's in the thread. */
function doerOf(kind: QuestionChange["kind"], asker: Person): Person | undefined {
  return kind === "question-opened" || kind === "question-reopened" || kind === "question-withdrawn" ? asker : undefined
}
