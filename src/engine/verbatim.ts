import type { Message } from "../model/message.ts"
import type { Excerpt, ParticipantId, Stance, Summary } from "../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "./facts.ts"

/**
 * The one gate that every claim passes.
 *
 * A claim whose excerpt does not stand word for word in what its person wrote themselves in that
 * message is dropped and counted. Excerpts get their message's permalink here, and nowhere else.
 */
export function keepVerbatim(thread: ThreadFacts, summary: Summary): Summary {
  const gate = createGate(thread)
  const participants = summary.participants.map(({ stance, ...person }) => {
    const kept = stance && gate.stance(stance, person.id)
    const earlierStances = person.earlierStances.flatMap((earlier) => gate.stance(earlier, person.id) ?? [])
    return { ...person, ...(kept && { stance: kept }), earlierStances }
  })
  const questions = summary.questions.flatMap((question) => {
    const statement = gate.excerpt(question.statement, question.askedBy)
    return statement === undefined ? [] : [{ ...question, statement, answers: gate.claims(question.answers) }]
  })
  const asked = new Set(questions.map((question) => question.id))
  const rest = {
    choices: keepChoices(summary, asked, gate),
    waiting: keepWaiting(summary, asked),
    decisions: gate.claims(summary.decisions),
    trailers: gate.claims(summary.trailers),
    commitments: gate.claims(summary.commitments).map(({ done, ...commitment }) => {
      const kept = done && gate.excerpt(done, commitment.by)
      return { ...commitment, ...(kept && { done: kept }) }
    }),
  }
  const dropped = gate.dropped()
  const coverage = { ...summary.coverage, ...(dropped > 0 && { dropped }) }
  return { ...summary, participants, questions, ...rest, coverage }
}

function keepChoices(summary: Summary, asked: ReadonlySet<string>, gate: Gate): Summary["choices"] {
  return summary.choices
    .filter((choice) => asked.has(choice.questionId))
    .map((choice) => {
      const favours = choice.favours.flatMap((favour) => {
        const statement = gate.excerpt(favour.statement, favour.participant)
        return statement === undefined ? [] : [{ ...favour, statement }]
      })
      return { ...choice, favours }
    })
}

function keepWaiting(summary: Summary, asked: ReadonlySet<string>): Summary["waiting"] {
  return summary.waiting
    .map((entry) => ({ ...entry, questionIds: entry.questionIds.filter((id) => asked.has(id)) }))
    .filter((entry) => entry.questionIds.length > 0)
}

interface Gate {
  readonly excerpt: (excerpt: Excerpt, by: ParticipantId) => Excerpt | undefined
  readonly stance: (stance: Stance, by: ParticipantId) => Stance | undefined
  readonly claims: <Claim extends { readonly by: ParticipantId; readonly statement: Excerpt }>(
    claims: readonly Claim[],
  ) => readonly Claim[]
  readonly dropped: () => number
}

function createGate({ factsById, people }: ThreadFacts): Gate {
  let dropped = 0
  function excerpt(claimed: Excerpt, by: ParticipantId): Excerpt | undefined {
    const facts = factsById.get(claimed.messageId)
    if (facts === undefined || people.find(facts.message.author)?.id !== by || !isOwnWording(facts, claimed.text)) {
      dropped++
      return undefined
    }
    return withPermalink(claimed, facts.message)
  }
  return {
    excerpt,
    stance: (stance, by) => {
      const statement = excerpt(stance.statement, by)
      const evidence = (stance.evidence ?? []).flatMap((entry) => excerpt(entry, by) ?? [])
      return statement && { ...stance, statement, ...(stance.evidence && { evidence }) }
    },
    claims: (claims) =>
      claims.flatMap((claim) => {
        const statement = excerpt(claim.statement, claim.by)
        return statement === undefined ? [] : [{ ...claim, statement }]
      }),
    dropped: () => dropped,
  }
}

/** Whether a text stands word for word in the author's own part of a message; white space may differ. */
export function isOwnWording(facts: Pick<MessageFacts, "ownText">, text: string): boolean {
  const wanted = foldSpace(text)
  return wanted !== "" && facts.ownText.includes(wanted)
}

function foldSpace(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim()
}

function withPermalink({ messageId, text }: Excerpt, { permalink }: Message): Excerpt {
  return { messageId, text, ...(permalink === undefined ? {} : { permalink }) }
}
