import type { ParticipantId, Question, Waiting } from "../../../model/summary.ts"

/** A question that waits, for whom, and when it was last asked. */
interface OpenQuestion {
  readonly question: Question
  readonly on: readonly ParticipantId[]
  readonly since: string | undefined
}

/** Whose turn it is: the people that open questions wait for, longest wait first. */
export function findWaiting(open: readonly OpenQuestion[]): readonly Waiting[] {
  const byPerson = new Map<ParticipantId, { since: string | undefined; readonly questionIds: string[] }>()
  for (const { question, on: people, since } of open)
    for (const on of people) {
      const known = byPerson.get(on)
      if (known === undefined) byPerson.set(on, { since, questionIds: [question.id] })
      else {
        known.since = earlier(known.since, since)
        known.questionIds.push(question.id)
      }
    }
  return [...byPerson]
    .map(([on, { since, questionIds }]) => ({ on, ...(since !== undefined && { since }), questionIds }))
    .toSorted((one, other) => compare(one.since, other.since))
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
