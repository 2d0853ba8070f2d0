import type { Participant, ParticipantId } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import { isJudged } from "../language/detect-language.ts"
import { findStance } from "./find-stances.ts"

/** Everybody who wrote, in the order of their first message, with where they stand. Robots stand nowhere. */
export function findParticipants({ facts, people, language }: ThreadFacts): readonly Participant[] {
  const factsByPerson = new Map<ParticipantId, MessageFacts[]>()
  for (const entry of facts) {
    const id = people.find(entry.message.author)?.id ?? entry.message.author.address
    const theirs = factsByPerson.get(id)
    if (theirs === undefined) factsByPerson.set(id, [entry])
    else theirs.push(entry)
  }
  const proposer = facts[0] && people.find(facts[0].message.author)?.id
  return people.authors.map((person) => {
    const theirs = factsByPerson.get(person.id) ?? []
    const messageIds = theirs.map(({ message }) => message.id)
    const stances =
      person.isBot || !isJudged(language) ? { earlierStances: [] } : findStance(theirs, person.id === proposer)
    return { ...person, messageIds, ...stances }
  })
}
