import type { Person } from "../../model/change.ts"
import type { ParticipantId, Summary } from "../../model/summary.ts"
import { shownName } from "../../model/summary.ts"

/** Finds the same person in two summaries, whose ids may differ once two addresses turn out to be one person's. */
export interface PeopleIndex {
  /** The id in the later summary. */
  readonly idNow: (id: ParticipantId) => ParticipantId
  readonly personOf: (id: ParticipantId) => Person
}

export function buildPeopleIndex(before: Summary, after: Summary): PeopleIndex {
  const nowByAddress = new Map<string, ParticipantId>()
  const nameById = new Map<ParticipantId, string>()
  for (const participant of after.participants) {
    nameById.set(participant.id, shownName(participant))
    for (const address of participant.addresses) nowByAddress.set(address, participant.id)
  }
  const nowById = new Map<ParticipantId, ParticipantId>()
  for (const participant of before.participants) {
    const same = participant.addresses.map((address) => nowByAddress.get(address)).find((id) => id !== undefined)
    nowById.set(participant.id, nameById.has(participant.id) ? participant.id : (same ?? participant.id))
    if (!nameById.has(participant.id)) nameById.set(participant.id, shownName(participant))
  }
  return {
    idNow: (id) => nowById.get(id) ?? id,
    personOf: (id) => ({ id, name: nameById.get(id) ?? id }),
  }
}
