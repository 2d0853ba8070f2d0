import type { Change } from "../../model/change.ts"
import type { Choice, Favour, Stance, Summary } from "../../model/summary.ts"
import type { PeopleIndex } from "./people.ts"

/**
 * Who took, changed or gave up a stance.
 *
 * Saying the same again, in other words or in another message, is no change.
 */
export function stanceChanges(before: Summary, after: Summary, people: PeopleIndex): readonly Change[] {
  const stanceBefore = new Map<string, Stance>()
  for (const participant of before.participants)
    if (participant.stance !== undefined) stanceBefore.set(people.idNow(participant.id), participant.stance)
  const changes: Change[] = []
  for (const participant of after.participants) {
    const by = people.personOf(participant.id)
    const was = stanceBefore.get(participant.id)
    const is = participant.stance
    stanceBefore.delete(participant.id)
    if (was === undefined && is !== undefined) changes.push({ kind: "stance-taken", by, after: is })
    else if (was !== undefined && is === undefined) changes.push({ kind: "stance-withdrawn", by, before: was })
    else if (was !== undefined && is !== undefined && !isSameStance(was, is))
      changes.push({ kind: "stance-changed", by, before: was, after: is })
  }
  for (const [id, was] of stanceBefore) changes.push({ kind: "stance-withdrawn", by: people.personOf(id), before: was })
  return changes
}

/** Who came out for an option of a choice, or went over to another one. */
export function favourChanges(before: Summary, after: Summary, people: PeopleIndex): readonly Change[] {
  return after.choices.flatMap((choice) => {
    const favourBefore = new Map(
      favoursOf(before, choice).map((favour) => [people.idNow(favour.participant), favour.option]),
    )
    return choice.favours.flatMap((favour): readonly Change[] => {
      const was = favourBefore.get(favour.participant)
      if (was === favour.option) return []
      const { option, statement } = favour
      const by = people.personOf(favour.participant)
      return [{ kind: was === undefined ? "favour-taken" : "favour-moved", by, before: was, option, statement }]
    })
  })
}

function isSameStance(left: Stance, right: Stance): boolean {
  return left.position === right.position && left.on === right.on
}

function favoursOf(summary: Summary, choice: Choice): readonly Favour[] {
  return summary.choices.find((candidate) => candidate.questionId === choice.questionId)?.favours ?? []
}
