import type { Participant, ThreadState } from "../../model/summary.ts"
import { isVote } from "../decisions/vote-subject.ts"
import { quick } from "../patterns/quick-pattern.ts"
import type { MessageFacts, ThreadFacts } from "../facts.ts"

type Vote = "yes" | "no" | "neither"

/** Where a vote was called, how it stands: each person's last vote, the caller's too. */
export function voteTally(
  thread: ThreadFacts,
  { participants }: { readonly participants: readonly Participant[] },
): ThreadState | undefined {
  const root = thread.facts[0]
  if (root === undefined || !isVote(root)) return undefined
  const robots = new Set(participants.flatMap(({ isBot, id }) => (isBot ? [id] : [])))
  const votes = [...lastVotes(thread, root)].flatMap(([voter, vote]) => (robots.has(voter) ? [] : [vote]))
  if (votes.length === 0) return undefined
  const count = (wanted: Vote): number => votes.filter((vote) => vote === wanted).length
  const neither = count("neither") > 0 ? `, ${count("neither")} neither` : ""
  return { kind: "discussing", text: `Vote: ${count("yes")} for, ${count("no")} against${neither}` }
}

function lastVotes({ facts, authors }: ThreadFacts, root: MessageFacts): ReadonlyMap<string, Vote> {
  const votes = new Map<string, Vote>()
  const calls = new Set([root])
  for (const [at, entry] of facts.entries()) {
    if (at > 0 && isNewCandidate(entry, root)) {
      votes.clear()
      calls.add(entry)
    }
    const [voter, vote] = [authors[at]?.id, voteOf(entry)]
    if (voter === undefined || vote === undefined) continue
    if (votes.has(voter) || isOnTheVote(entry, calls)) votes.set(voter, vote)
  }
  return votes
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
