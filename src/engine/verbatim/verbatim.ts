import type { Commitment, Excerpt, Participant, ParticipantId, Question, Stance, Summary } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import { shownText } from "./shown-text.ts"
import { foldSpace } from "../body/sentences/fold-space.ts"
import type { CheckedList } from "./checked-list.ts"
import { checkAll } from "./checked-list.ts"
import type { Kept } from "../kept.ts"

/** What the gate said of one excerpt, for whom and against which reading of its message. */
export interface CheckedExcerpt {
  readonly by: ParticipantId
  readonly facts: MessageFacts | undefined
  readonly excerpt: Excerpt | undefined
}

/**
 * The one gate that every claim passes.
 *
 * A claim whose excerpt does not stand word for word in what its person wrote themselves in that
 * message is dropped and counted. Excerpts get their message's permalink here, and nowhere else, and lose what stands about
 * their words and is none of them.
 */
export function keepVerbatim(thread: ThreadFacts, summary: Summary, kept: Kept): Summary {
  const gate = createGate(thread, kept.excerptsChecked)
  const participants = gate.all(kept.participantsChecked, summary.participants, keepParticipant)
  const questions = gate.all(kept.questionsChecked, summary.questions, keepQuestion)
  const isAsked = whichOf(questions, summary.questions)
  const rest = {
    choices: keepChoices(summary, isAsked, gate),
    waiting: keepWaiting(summary, isAsked),
    decisions: gate.all(kept.decisionsChecked, summary.decisions, keepClaim),
    trailers: gate.all(kept.trailersChecked, summary.trailers, keepClaim),
    commitments: gate.all(kept.commitmentsChecked, summary.commitments, keepCommitment),
  }
  const dropped = gate.dropped()
  const coverage = { ...summary.coverage, ...(dropped > 0 && { dropped }) }
  return { ...summary, participants, questions, ...rest, coverage }
}

/** Whether a text stands word for word in the author's own part of a message; white space may differ. */
export function isOwnWording({ ownText }: Pick<MessageFacts, "ownText">, text: string): boolean {
  if (text !== "" && ownText.includes(text)) return true
  const wanted = foldSpace(text)
  return wanted !== "" && ownText.includes(wanted)
}

function keepParticipant({ stance, ...person }: Participant, gate: Gate): Participant {
  const kept = stance && keepStance(stance, person.id, gate)
  const earlierStances = person.earlierStances.flatMap((earlier) => keepStance(earlier, person.id, gate) ?? [])
  return { ...person, ...(kept && { stance: kept }), earlierStances }
}

function keepStance(stance: Stance, by: ParticipantId, gate: Gate): Stance | undefined {
  const statement = gate.excerpt(stance.statement, by)
  const evidence = (stance.evidence ?? []).flatMap((entry) => gate.excerpt(entry, by) ?? [])
  return statement && { ...stance, statement, ...(stance.evidence && { evidence }) }
}

function keepQuestion(question: Question, gate: Gate): Question | undefined {
  const statement = gate.excerpt(question.statement, question.askedBy)
  return statement && { ...question, statement, answers: gate.claims(question.answers) }
}

function keepClaim<Claim extends ClaimBy>(claim: Claim, gate: Gate): Claim | undefined {
  return gate.claims([claim])[0]
}

function keepCommitment(claim: Commitment, gate: Gate): Commitment | undefined {
  const { done, ...commitment } = claim
  const statement = gate.excerpt(commitment.statement, commitment.by)
  const still = done && gate.excerpt(done, commitment.by)
  return statement && { ...commitment, statement, ...(still && { done: still }) }
}

/** Tells by its id whether a question was let through; as a rule all were. */
function whichOf(kept: readonly Question[], claimed: readonly Question[]): (id: string) => boolean {
  if (kept.length === claimed.length) return () => true
  const ids = new Set(kept.map((question) => question.id))
  return (id) => ids.has(id)
}

function keepChoices(summary: Summary, isAsked: (id: string) => boolean, gate: Gate): Summary["choices"] {
  return summary.choices
    .filter((choice) => isAsked(choice.questionId))
    .map((choice) => {
      const favours = choice.favours.flatMap((favour) => {
        const statement = gate.excerpt(favour.statement, favour.participant)
        return statement === undefined ? [] : [{ ...favour, statement }]
      })
      return { ...choice, favours }
    })
}

function keepWaiting(summary: Summary, isAsked: (id: string) => boolean): Summary["waiting"] {
  return summary.waiting
    .map((entry) => ({ ...entry, questionIds: entry.questionIds.filter(isAsked) }))
    .filter((entry) => entry.questionIds.length > 0)
}

interface ClaimBy {
  readonly by: ParticipantId
  readonly statement: Excerpt
}

interface Gate {
  readonly excerpt: (excerpt: Excerpt, by: ParticipantId) => Excerpt | undefined
  readonly claims: <Claim extends ClaimBy>(claims: readonly Claim[]) => readonly Claim[]
  /** Checks claims, and says again what it said of the same object in an earlier run: its messages are the same too. */
  readonly all: <Claim extends object>(
    list: CheckedList<Claim>,
    claims: readonly Claim[],
    check: (claim: Claim, gate: Gate) => Claim | undefined,
  ) => readonly Claim[]
  readonly dropped: () => number
}

function createGate({ factsById, people }: ThreadFacts, known: Kept["excerptsChecked"]): Gate {
  let dropped = 0
  function check(
    { messageId, text }: Excerpt,
    by: ParticipantId,
    facts: MessageFacts | undefined,
  ): Excerpt | undefined {
    if (facts === undefined || people.find(facts.message.author)?.id !== by || !isOwnWording(facts, text))
      return undefined
    const { permalink } = facts.message
    return { messageId, text: shownText(text), ...(permalink === undefined ? {} : { permalink }) }
  }
  const gate: Gate = {
    excerpt: (claimed, by) => {
      const facts = factsById.get(claimed.messageId)
      let checked = known.get(claimed)
      if (checked === undefined || checked.by !== by || checked.facts !== facts) {
        checked = { by, facts, excerpt: check(claimed, by, facts) }
        known.set(claimed, checked)
      }
      if (checked.excerpt === undefined) dropped++
      return checked.excerpt
    },
    claims: (claims) =>
      claims.flatMap((claim) => {
        const statement = gate.excerpt(claim.statement, claim.by)
        return statement === undefined ? [] : [{ ...claim, statement }]
      }),
    all: (list, claims, check) => {
      const excerpts = dropped
      const checked = checkAll(list, claims, (claim) => {
        const before = dropped
        return { claim: check(claim, gate), dropped: dropped - before }
      })
      dropped = excerpts + checked.dropped
      return checked.passed
    },
    dropped: () => dropped,
  }
  return gate
}
