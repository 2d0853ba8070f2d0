import type { MessageId } from "../../model/message.ts"
import type {
  Commitment,
  Participant,
  ParticipantId,
  Question,
  Stance,
  ThreadState,
  Waiting,
} from "../../model/summary.ts"
import { isForVersion, isPatch } from "../commitments/commitment-facts.ts"
import type { ThreadFacts } from "../facts.ts"
import { languageName, isJudged } from "../language/detect-language.ts"
import { decided } from "./decided.ts"
import { lazyConsensus } from "./lazy-consensus.ts"
import { shownName } from "../../model/summary.ts"
import type { ReactionVotes } from "./reaction-votes.ts"
import { NO_VOTES, reactionVotes } from "./reaction-votes.ts"
import { solved } from "./solved.ts"
import { nameOf, on, dayOf } from "./state-words.ts"
import type { Votes } from "./vote-tally.ts"
import { countVotes, voteTally } from "./vote-tally.ts"

/** What the state is told from: the other parts of the summary. */
export interface StateParts {
  readonly participants: readonly Participant[]
  readonly waiting: readonly Waiting[]
  readonly commitments: readonly Commitment[]
  readonly questions: readonly Question[]
  /** Everything was read and understood: only then may anybody say that people agree. */
  readonly isComplete: boolean
  /** Who began the thread: their own word for it is no vote. */
  readonly begunBy: ParticipantId | undefined
  /** Something is laid before the others: where help is asked for or people talk, nobody is for or against. */
  readonly isPutForward: boolean
  readonly isAboutPatch: boolean
  readonly sentAt: (id: MessageId) => string | undefined
}

type GivenParts = Pick<StateParts, "participants" | "waiting" | "commitments" | "questions" | "isComplete">

/** One line on where the thread is. */
export function findState(thread: ThreadFacts, given: GivenParts, counted: Votes): ThreadState {
  countVotes(thread, counted)
  if (!isJudged(thread.language))
    return { kind: "unknown", text: `Not judged: the thread is in ${languageName(thread.language ?? "")}` }
  const votes = reactionVotes(thread, given.participants)
  const parts = {
    ...given,
    begunBy: thread.authors[0]?.id,
    isPutForward: isPutForward(thread) || votes.yes.size + votes.no.size > 0,
    isAboutPatch: isPatch(thread.thread.subject),
    sentAt: (id: MessageId) => thread.factsById.get(id)?.message.sentAt,
  }
  return (
    saidSo(thread, parts, counted) ??
    solved(thread, parts) ??
    waitingFor(parts) ??
    promised(parts) ??
    answered(thread, parts) ??
    agreedUntilNow(thread, parts, votes) ??
    discussing(parts, votes)
  )
}

/** What messages themselves say of where it is. */
function saidSo(thread: ThreadFacts, parts: StateParts, counted: Votes): ThreadState | undefined {
  return decided(thread, parts) ?? lazyConsensus(thread, parts) ?? voteTally(counted, parts) ?? stalled(thread, parts)
}

function isPutForward({ facts }: ThreadFacts): boolean {
  const matter = facts[0]?.stance.matter.kind
  return matter === "patch" || matter === "proposal"
}

/** What the parts of a summary say by themselves, where no message and no reaction says more. */
export function stateOfParts(parts: StateParts): ThreadState {
  return waitingFor(parts) ?? promised(parts) ?? agreed(parts, NO_VOTES) ?? discussing(parts, NO_VOTES)
}

const PING =
  /^(?:gentle |friendly |a )*(?:ping|bump|reminder)\b|\bany (?:updates?|news|progress|comments?|feedback)\b.{0,40}\?/i

/** The last word is a ping that nobody answered. */
function stalled(thread: ThreadFacts, parts: StateParts): ThreadState | undefined {
  const last = thread.facts.at(-1)
  if (last === undefined || thread.facts.length < 2) return undefined
  if (!last.sentences.slice(0, 3).some((sentence) => PING.test(sentence.text))) return undefined
  const by = nameOf(thread.authors.at(-1)?.id, parts)
  return { kind: "stalled", text: `${by} asked again${on(last.message.sentAt)} and nobody has answered` }
}

function waitingFor(parts: StateParts): ThreadState | undefined {
  const longest = parts.waiting[0]
  if (longest === undefined) return undefined
  const others = parts.waiting.length - 1
  const more = others > 0 ? ` and ${others} more` : ""
  const since = longest.since === undefined ? "" : ` since ${dayOf(longest.since)}`
  return { kind: "waiting", text: `Waiting for ${nameOf(longest.on, parts)}${more}${since}` }
}

/** The author of a patch has promised a new version, and none has come since. */
function promised(parts: StateParts): ThreadState | undefined {
  const last = parts.commitments.findLast(
    ({ by, done, statement }) => done === undefined && by === parts.begunBy && isForVersion(statement.text),
  )
  const at = last && parts.sentAt(last.statement.messageId)
  if (last === undefined || !parts.isAboutPatch) return undefined
  const term = last.due === undefined ? at && ` (promised ${dayOf(at)})` : ` (promised for ${dayOf(last.due)})`
  const version = /\bv\d+\b/i.exec(last.statement.text)?.[0].toLowerCase() ?? "a new version"
  return { kind: "waiting", text: `Waiting for ${version} from ${nameOf(last.by, parts)}${term ?? ""}` }
}

function agreed(parts: StateParts, votes: ReactionVotes): ThreadState | undefined {
  const { no, open } = sidesOf(othersIn(parts))
  // Agreement is said of people who said so: what was only read out of their words is no vote for it.
  const { yes, withChanges } = sidesOf(othersIn(parts).filter(isExplicit))
  if (!parts.isPutForward || !parts.isComplete || yes < 2) return undefined
  if (no + open + withChanges + votes.no.size > 0) return undefined
  const promised = parts.commitments.findLast((commitment) => commitment.done === undefined)
  const promise = promised === undefined ? "" : `; ${nameOf(promised.by, parts)} has promised the next step`
  const more = votes.yes.size > 0 ? ` and ${votes.yes.size} more by reaction` : ""
  return { kind: "agreed", text: `Agreed by ${yes} people${more}${promise}` }
}

function agreedUntilNow(thread: ThreadFacts, parts: StateParts, votes: ReactionVotes): ThreadState | undefined {
  return isObjectedSince(thread, parts) ? undefined : agreed(parts, votes)
}

/** Somebody has spoken against it after the last who said that they are for it. */
function isObjectedSince({ facts, notable }: ThreadFacts, { participants }: StateParts): boolean {
  const said = new Set(participants.flatMap(({ stance }) => (isFor(stance) ? stance.statement.messageId : [])))
  const lastFor = facts.findLastIndex(({ message }) => said.has(message.id))
  return (notable.against.at(-1) ?? -1) > lastFor
}

/** Where help was asked for and everything asked has its answer, that is what there is to say. */
function answered({ facts }: ThreadFacts, { questions, isComplete }: StateParts): ThreadState | undefined {
  const isHelp = facts[0]?.stance.matter.kind === "help"
  if (!isHelp || !isComplete || questions.some(({ status }) => status === "open")) return undefined
  const answers = questions.filter(({ status }) => status === "answered").length
  if (answers === 0) return undefined
  return { kind: "discussing", text: answers === 1 ? "Answered" : `${answers} questions answered` }
}

function discussing(parts: StateParts, votes: ReactionVotes): ThreadState {
  const others = othersIn(parts)
  const { yes, withChanges, no, open } = sidesOf(others.filter(isExplicit))
  const voted = votes.yes.size + votes.no.size
  const asked = parts.questions.filter(({ status }) => status === "open").length
  if (!parts.isPutForward || yes + no + voted === 0) return withoutVotes(parts, asked)
  const changes = withChanges > 0 ? ` (${withChanges} with changes)` : ""
  const undecided = open > 0 ? `, ${open} undecided` : ""
  const reacted = voted > 0 ? `; by reaction ${votes.yes.size} for, ${votes.no.size} against` : ""
  const partly = parts.isComplete ? "" : ", in what could be read"
  const arguing = sidesOf(others.filter((person) => !isExplicit(person)))
  const more = arguing.yes + arguing.no > 0 ? `; ${arguing.yes + arguing.no} more by their arguments` : ""
  return {
    kind: "discussing",
    text: `Under discussion: ${yes} for${changes}, ${no} against${undecided}${beside(parts)}${more}${reacted}${partly}`,
  }
}

/** Whoever began it is listed with the others, but not counted. */
function beside({ participants, begunBy }: StateParts): string {
  const author = participants.find(({ id }) => id === begunBy)
  return author?.stance === undefined || author.stance.position === "informs" ? "" : `, besides ${shownName(author)}`
}

/** Where nobody has said for or against, or there is nothing to be for, no votes are counted. */
function withoutVotes({ participants }: StateParts, asked: number): ThreadState {
  if (asked > 0) return { kind: "discussing", text: asked === 1 ? "1 question open" : `${asked} questions open` }
  if (participants.some(({ stance }) => stance !== undefined && stance.position !== "informs"))
    return { kind: "discussing", text: "Under discussion" }
  return { kind: "unknown", text: "Nobody has taken a side" }
}

function othersIn({ participants, begunBy }: StateParts): readonly Participant[] {
  return participants.filter(({ id }) => id !== begunBy)
}

function isExplicit({ stance }: Participant): boolean {
  return stance?.basis === "explicit"
}

function isFor(stance: Stance | undefined): stance is Stance {
  return stance?.basis === "explicit" && (stance.position === "supports" || stance.position === "supports-with-changes")
}

interface Counted {
  readonly yes: number
  /** Of those for it. */
  readonly withChanges: number
  readonly no: number
  readonly open: number
}

function sidesOf(participants: readonly Participant[]): Counted {
  const positions = participants.flatMap((person) => person.stance?.position ?? [])
  const count = (...wanted: readonly string[]): number =>
    positions.filter((position) => wanted.includes(position)).length
  return {
    yes: count("supports", "supports-with-changes"),
    withChanges: count("supports-with-changes"),
    no: count("opposes", "prefers-alternative"),
    open: count("undecided"),
  }
}
