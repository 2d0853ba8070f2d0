import type { Commitment, Participant, ThreadState, Waiting } from "../../model/summary.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"
import { languageName, isJudged } from "../language/detect-language.ts"

/** What the state is told from: the other parts of the summary. */
export interface StateParts {
  readonly participants: readonly Participant[]
  readonly waiting: readonly Waiting[]
  readonly commitments: readonly Commitment[]
}

/** One line on where the thread is. */
export function findState(thread: ThreadFacts, parts: StateParts): ThreadState {
  if (!isJudged(thread.language))
    return { kind: "unknown", text: `Not judged: the thread is in ${languageName(thread.language ?? "")}` }
  return (
    decided(thread, parts) ??
    lazyConsensus(thread, parts) ??
    stalled(thread, parts) ??
    waitingFor(parts) ??
    agreed(parts) ??
    discussing(parts)
  )
}

function nameOf(id: string | undefined, { participants }: StateParts): string {
  return participants.find((person) => person.id === id)?.name ?? "somebody"
}

function decided(thread: ThreadFacts, parts: StateParts): ThreadState | undefined {
  const at = thread.facts.findLastIndex(
    ({ decisions }, index) => decisions.length > 0 && thread.authors[index]?.person?.isBot === false,
  )
  const last = thread.facts[at]
  const kind = last?.decisions.at(-1)?.kind
  if (last === undefined || kind === undefined) return undefined
  const word = { done: "Applied", settled: "Decided", reversed: "Reversed" }[kind]
  return { kind: "decided", text: `${word} by ${nameOf(thread.authors[at]?.id, parts)}${on(last.message.sentAt)}` }
}

/** "Unless anybody objects by Friday": in force until somebody takes a stance against it later. */
function lazyConsensus(thread: ThreadFacts, parts: StateParts): ThreadState | undefined {
  const at = thread.facts.findLastIndex((facts) => facts.commitment.lazyConsensus !== undefined)
  const consensus = thread.facts[at]?.commitment.lazyConsensus
  if (consensus === undefined) return undefined
  const since = thread.facts.slice(at + 1)
  if (since.some((facts) => facts.stance.position === "opposes" && facts.stance.strength >= 2)) return undefined
  const { deadline } = consensus
  const silent = parts.participants.filter((person) => !person.isBot && !since.some(spokeFor(person))).length - 1
  const rest = silent > 0 ? `; ${silent} of ${parts.participants.length} have said nothing since` : ""
  const text = `${nameOf(thread.authors[at]?.id, parts)} goes ahead unless somebody objects${deadline === undefined ? "" : ` by ${dayOf(deadline)}`}${rest}`
  return { kind: "waiting", text, ...(deadline !== undefined && { deadline }) }
}

function spokeFor(person: Participant): (facts: MessageFacts) => boolean {
  const ids = new Set(person.messageIds)
  return ({ message }) => ids.has(message.id)
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

function agreed(parts: StateParts): ThreadState | undefined {
  const { yes, no, open } = sidesOf(parts)
  if (yes < 2 || no > 0 || open > 0) return undefined
  const promised = parts.commitments.findLast((commitment) => commitment.done === undefined)
  const promise = promised === undefined ? "" : `; ${nameOf(promised.by, parts)} has promised the next step`
  return { kind: "agreed", text: `Agreed by ${yes} people${promise}` }
}

function discussing(parts: StateParts): ThreadState {
  const { yes, no, open } = sidesOf(parts)
  if (yes + no + open === 0) return { kind: "unknown", text: "Nobody has taken a side" }
  const undecided = open > 0 ? `, ${open} undecided` : ""
  return { kind: "discussing", text: `Under discussion: ${yes} for, ${no} against${undecided}` }
}

function sidesOf({ participants }: StateParts): { readonly yes: number; readonly no: number; readonly open: number } {
  const positions = participants.flatMap((person) => person.stance?.position ?? [])
  return {
    yes: positions.filter((position) => position === "supports" || position === "supports-with-changes").length,
    no: positions.filter((position) => position === "opposes" || position === "prefers-alternative").length,
    open: positions.filter((position) => position === "undecided").length,
  }
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

function on(at: string | undefined): string {
  return at === undefined ? "" : ` on ${dayOf(at)}`
}

/** "11 Oct", as the contract shows it; the year is the thread's own. */
function dayOf(at: string): string {
  const date = new Date(at)
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""}`
}
