import type { Participant, ParticipantId, ThreadState } from "../../model/summary.ts"
import { isVote } from "../decisions/vote-subject.ts"
import { quick } from "../patterns/quick-pattern.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"

type Vote = "yes" | "no" | "neither"

/** The votes of a thread so far, for the next message to go on from. */
export interface Votes {
  /** So many facts have been looked at. */
  upTo: number
  /** Each person's last vote. */
  readonly byVoter: Map<ParticipantId, Vote>
  /** The messages that called a vote on what still stands. */
  readonly calls: Set<MessageFacts>
}

export function createVotes(): Votes {
  return { upTo: 0, byVoter: new Map(), calls: new Set() }
}

/** Brings the votes up to date; to be called in every run, be they asked for or not. */
export function countVotes({ facts, authors, unchanged }: ThreadFacts, votes: Votes): void {
  const [root] = facts
  if (votes.upTo > unchanged) {
    votes.upTo = 0
    votes.byVoter.clear()
    votes.calls.clear()
  }
  if (root === undefined || !isVote(root)) return
  votes.calls.add(root)
  for (; votes.upTo < facts.length; votes.upTo++) {
    const entry = facts[votes.upTo]
    if (entry !== undefined) countVote(entry, { votes, voter: authors[votes.upTo]?.id, root })
  }
}

interface Ballot {
  readonly votes: Votes
  readonly voter: ParticipantId | undefined
  readonly root: MessageFacts
}

function countVote(entry: MessageFacts, { votes: { byVoter, calls }, voter, root }: Ballot): void {
  if (entry !== root && isNewCandidate(entry, root)) {
    byVoter.clear()
    calls.add(entry)
  }
  const vote = voteOf(entry)
  if (voter === undefined || vote === undefined) return
  if (byVoter.has(voter) || isOnTheVote(entry, calls)) byVoter.set(voter, vote)
}

/** Where a vote was called, how it stands: each person's last vote, the caller's too. */
export function voteTally(
  { byVoter }: Votes,
  { participants }: { readonly participants: readonly Participant[] },
): ThreadState | undefined {
  if (byVoter.size === 0) return undefined
  const robots = new Set(participants.flatMap(({ isBot, id }) => (isBot ? [id] : [])))
  const votes = [...byVoter].flatMap(([voter, vote]) => (robots.has(voter) ? [] : [vote]))
  if (votes.length === 0) return undefined
  const count = (wanted: Vote): number => votes.filter((vote) => vote === wanted).length
  const neither = count("neither") > 0 ? `, ${count("neither")} neither` : ""
  return { kind: "discussing", text: `Vote: ${count("yes")} for, ${count("no")} against${neither}` }
}

/** What was voted on so far is replaced. */
function isNewCandidate({ message, sentences }: MessageFacts, root: MessageFacts): boolean {
  if (message.author.address !== root.message.author.address) return false
  return NEW_VOTE.test(message.subject) || sentences.some(({ text }) => NEW_CANDIDATE.test(text))
}

const NEW_VOTE = /^\W*(?!re\b)(?:\w+ )?\[vote\]/i
const NEW_CANDIDATE = quick(
  /\b(?:new|second|third|next|another|updated) (?:release )?(?:candidate|rc)\b.{0,40}\b(?:is|are|has been|was) (?:now )?(?:up|out|ready|available|uploaded|staged|built|cut)\b/i,
)

/** A "+1" to what somebody says in between is none: a vote answers the call, or stands under another vote. */
function isOnTheVote({ parent }: MessageFacts, calls: ReadonlySet<MessageFacts | undefined>): boolean {
  return parent === undefined || calls.has(parent) || voteOf(parent) !== undefined
}

function voteOf({ sentences }: Pick<MessageFacts, "sentences">): Vote | undefined {
  for (const { text } of sentences) {
    const sign = VOTES.exec(text)?.groups?.["sign"]
    if (sign === "+1") return "yes"
    if (sign !== undefined) return sign === "-1" ? "no" : "neither"
  }
  return undefined
}

/** At the head of a sentence: "[ ] +1 release it" is the form that is handed out. */
const VOTES =
  /^(?:(?:my vote(?: is)?|here is my|here's my|so|ok|okay|big|strong|hi all|thanks)[\s,:;!.]+){0,2}(?:\[x\] ?)?(?<sign>[+-][01])(?![\d.:\w])/i
