import type { Commitment, Participant, Question, ThreadState, Waiting } from "../../model/summary.ts"
import type { ThreadFacts } from "../facts.ts"
import { languageName, isJudged } from "../language/detect-language.ts"
import { lazyConsensus } from "./lazy-consensus.ts"
import type { ReactionVotes } from "./reaction-votes.ts"
import { NO_VOTES, reactionVotes } from "./reaction-votes.ts"
import { dayOf, nameOf } from "./state-words.ts"

/** What the state is told from: the other parts of the summary. */
export interface StateParts {
  readonly participants: readonly Participant[]
  readonly waiting: readonly Waiting[]
  readonly commitments: readonly Commitment[]
  readonly questions: readonly Question[]
  /** Everything was read and understood: only then may anybody say that people agree. */
  readonly isComplete: boolean
}

/** One line on where the thread is. */
export function findState(thread: ThreadFacts, parts: StateParts): ThreadState {
  if (!isJudged(thread.language))
    return { kind: "unknown", text: `Not judged: the thread is in ${languageName(thread.language ?? "")}` }
  const votes = reactionVotes(thread, parts.participants)
  return (
    decided(thread, parts) ??
    lazyConsensus(thread, parts) ??
    stalled(thread, parts) ??
    waitingFor(parts) ??
    answered(thread, parts) ??
    agreed(parts, votes) ??
    discussing(parts, votes)
  )
}

/** What the parts of a summary say by themselves, where no message and no reaction says more. */
export function stateOfParts(parts: StateParts): ThreadState {
  return waitingFor(parts) ?? agreed(parts, NO_VOTES) ?? discussing(parts, NO_VOTES)
}

function decided(thread: ThreadFacts, parts: StateParts): ThreadState | undefined {
  const at = thread.notable.decisions.findLast((index) => decides(thread, index)) ?? -1
  const last = thread.facts[at]
  const kind = last?.decisions.at(-1)?.kind
  if (last === undefined || kind === undefined) return undefined
  if (kind === "settled" && (thread.notable.against.at(-1) ?? -1) > at) return undefined
  const word = { done: "Applied", settled: "Decided", reversed: "Reversed" }[kind]
  return { kind: "decided", text: `${word} by ${nameOf(thread.authors[at]?.id, parts)}${on(last.message.sentAt)}` }
}

/** "Let's use the list" of whoever comes by is a wish; it settles something from the proposer, or where it closes what was said. */
function decides({ facts, authors }: ThreadFacts, index: number): boolean {
  const [entry, author] = [facts[index], authors[index]]
  const made = entry?.decisions.at(-1)
  if (made === undefined || author?.person?.isBot !== false) return false
  const isClosing = index > 0 && author.id === authors[0]?.id
  return made.kind !== "settled" || isClosing || CLOSING.test(made.sentence.text)
}

const CLOSING =
  /^(?:ok(?:ay)?|alright|all right|right|so|then|fine|great|good|agreed|decided|decision|resolved|yes|thanks|for the (?:log|record))\b|\b(?:decided|settled|agreed|it is)\b/i

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

function on(at: string | undefined): string {
  return at === undefined ? "" : ` on ${dayOf(at)}`
}
