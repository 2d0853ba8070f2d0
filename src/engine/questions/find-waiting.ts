import type { ParticipantId, Question, Waiting } from "../../model/summary.ts"
import type { QuestionMemory } from "./question-memory.ts"

/** Whose turn it is: the people that open questions are put to, longest wait first. A reminder dates the wait anew. */
export function findWaiting(questions: readonly Question[], memory: QuestionMemory): readonly Waiting[] {
  const byPerson = new Map<ParticipantId, Waiting>()
  for (const question of questions) {
    if (question.status !== "open") continue
    const asked = lastAsked(question, memory)
    for (const on of question.addressedTo) {
      const known = byPerson.get(on)
      const since = earlier(known?.since, asked)
      const questionIds = [...(known?.questionIds ?? []), question.id]
      byPerson.set(on, { on, ...(since !== undefined && { since }), questionIds })
    }
  }
  return [...byPerson.values()].toSorted((one, other) => compare(one.since, other.since))
}

function lastAsked(question: Question, memory: QuestionMemory): string | undefined {
  const pings = memory.trackById.get(question.id)?.deeds.filter(({ link }) => link.does === "pings") ?? []
  return pings.at(-1)?.by.message.sentAt ?? question.askedAt
}

function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one < other ? one : other
}

/** Waits without a date come last. */
function compare(one: string | undefined, other: string | undefined): number {
  if (one === other) return 0
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1
  return one < other ? -1 : 1
}
