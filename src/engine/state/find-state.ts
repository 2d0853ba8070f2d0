import type { MessageId } from "../../model/message.ts"
import type { Commitment, Participant, ParticipantId, Question, ThreadState, Waiting } from "../../model/summary.ts"
import { isForVersion, isPatch } from "../commitments/commitment-facts.ts"
import type { ThreadFacts } from "../facts.ts"
import { languageName, isJudged } from "../language/detect-language.ts"
import { decided } from "./decided.ts"
import { lazyConsensus } from "./lazy-consensus.ts"
import type { ReactionVotes } from "./reaction-votes.ts"
import { NO_VOTES, reactionVotes } from "./reaction-votes.ts"
import { nameOf, on, dayOf } from "./state-words.ts"

/** What the state is told from: the other parts of the summary. */
export interface StateParts {
  readonly participants: readonly Participant[]
  readonly waiting: readonly Waiting[]
  readonly commitments: readonly Commitment[]
  readonly questions: readonly Question[]
  /** Everything was read and understood: only then may anybody say that people agree. */
  readonly isComplete: boolean
  /** Whose patch the thread is about; undefined where it is about something else. */
  readonly patchBy: ParticipantId | undefined
  readonly sentAt: (id: MessageId) => string | undefined
}

/** One line on where the thread is. */
export function findState(thread: ThreadFacts, given: Omit<StateParts, "patchBy" | "sentAt">): ThreadState {
  if (!isJudged(thread.language))
    return { kind: "unknown", text: `Not judged: the thread is in ${languageName(thread.language ?? "")}` }
  const patchBy = isPatch(thread.thread.subject) ? thread.authors[0]?.id : undefined
  const parts = { ...given, patchBy, sentAt: (id: MessageId) => thread.factsById.get(id)?.message.sentAt }
  const votes = reactionVotes(thread, parts.participants)
  return (
    decided(thread, parts) ??
    lazyConsensus(thread, parts) ??
    stalled(thread, parts) ??
    waitingFor(parts) ??
    promised(parts) ??
    answered(thread, parts) ??
    agreed(parts, votes) ??
    discussing(parts, votes)
  )
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
    ({ by, done, statement }) => done === undefined && by === parts.patchBy && isForVersion(statement.text),
  )
  if (last === undefined) return undefined
  const at = parts.sentAt(last.statement.messageId)
  const term = last.due === undefined ? at && ` (promised ${dayOf(at)})` : ` (promised for ${dayOf(last.due)})`
  const version = /\bv\d+\b/i.exec(last.statement.text)?.[0].toLowerCase() ?? "a new version"
  return { kind: "waiting", text: `Waiting for ${version} from ${nameOf(last.by, parts)}${term ?? ""}` }
}

function agreed(parts: StateParts, votes: ReactionVotes): ThreadState | undefined {
  const { no, open } = sidesOf(parts)
  // Agreement is said of people who said so: what was only read out of their words is no vote for it.
  const { yes } = sidesOf({ participants: parts.participants.filter(isExplicit) })
  if (!parts.isComplete || yes < 2 || no + open + votes.no.size > 0) return undefined
  const promised = parts.commitments.findLast((commitment) => commitment.done === undefined)
  const promise = promised === undefined ? "" : `; ${nameOf(promised.by, parts)} has promised the next step`
  const more = votes.yes.size > 0 ? ` and ${votes.yes.size} more by reaction` : ""
  return { kind: "agreed", text: `Agreed by ${yes} people${more}${promise}` }
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
  const { yes, no, open } = sidesOf(parts)
  const voted = votes.yes.size + votes.no.size
  if (yes + no + open + voted === 0) return { kind: "unknown", text: "Nobody has taken a side" }
  const undecided = open > 0 ? `, ${open} undecided` : ""
  const reacted = voted > 0 ? `; by reaction ${votes.yes.size} for, ${votes.no.size} against` : ""
  const partly = parts.isComplete ? "" : ", in what could be read"
  return { kind: "discussing", text: `Under discussion: ${yes} for, ${no} against${undecided}${reacted}${partly}` }
}

function isExplicit({ stance }: Participant): boolean {
  return stance?.basis === "explicit"
}

function sidesOf({ participants }: Pick<StateParts, "participants">): {
  readonly yes: number
  readonly no: number
  readonly open: number
} {
  const positions = participants.flatMap((person) => person.stance?.position ?? [])
  return {
    yes: positions.filter((position) => position === "supports" || position === "supports-with-changes").length,
    no: positions.filter((position) => position === "opposes" || position === "prefers-alternative").length,
    open: positions.filter((position) => position === "undecided").length,
  }
}
