import type { Participant, ParticipantId } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { Kept } from "../kept.ts"
import { isJudged } from "../language/detect-language.ts"
import type { Person } from "../people/people.ts"
import { findStance } from "./find-stances.ts"
import { isProposal } from "./matter/proposer.ts"

/** Everybody who wrote, in the order of their first message, with where they stand. Robots stand nowhere. */
export function findParticipants(thread: ThreadFacts, { participants }: Kept): readonly Participant[] {
  const { facts, authors, people, language, unchanged } = thread
  const judged = isJudged(language)
  const factsByPerson = unchanged > 0 ? addedTo(participants, thread) : byPerson(thread)
  if (unchanged === 0) participants.clear()
  const proposer = facts[0] !== undefined && isProposal(facts[0], facts) ? authors[0]?.id : undefined
  return people.authors.flatMap((person) => {
    const theirs = factsByPerson.get(person.id)
    const known = participants.get(person.id)
    if (theirs === undefined) return known === undefined ? [] : known.participant
    const participant = participantOf(person, theirs, { judged, isProposer: person.id === proposer })
    participants.set(person.id, { theirs, participant })
    return participant
  })
}

function byPerson({ facts, authors }: ThreadFacts): Map<ParticipantId, MessageFacts[]> {
  const factsByPerson = new Map<ParticipantId, MessageFacts[]>()
  for (const [index, entry] of facts.entries()) {
    const id = authors[index]?.id ?? ""
    const theirs = factsByPerson.get(id)
    if (theirs === undefined) factsByPerson.set(id, [entry])
    else theirs.push(entry)
  }
  return factsByPerson
}

/** Only those who wrote something since the run before, each with all that they wrote. */
function addedTo(
  participants: Kept["participants"],
  { facts, authors, unchanged }: ThreadFacts,
): Map<ParticipantId, MessageFacts[]> {
  const factsByPerson = new Map<ParticipantId, MessageFacts[]>()
  for (let index = unchanged; index < facts.length; index++) {
    const [entry, id] = [facts[index], authors[index]?.id ?? ""]
    const theirs = factsByPerson.get(id) ?? [...(participants.get(id)?.theirs ?? [])]
    if (entry !== undefined) factsByPerson.set(id, [...theirs, entry])
  }
  return factsByPerson
}

function participantOf(
  person: Person,
  theirs: readonly MessageFacts[],
  { judged, isProposer }: { readonly judged: boolean; readonly isProposer: boolean },
): Participant {
  const messageIds = theirs.map(({ message }) => message.id)
  const stances = person.isBot || !judged ? { earlierStances: [] } : findStance(theirs, isProposer)
  const { id, name, addresses, isBot } = person
  return { id, name, addresses, messageIds, isBot, ...stances }
}
