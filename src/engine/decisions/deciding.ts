import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { MadeDecision } from "./decision-facts.ts"
import { isVote } from "./vote-subject.ts"

/**
 * What a message decides for the thread, of all that it says is done or settled.
 *
 * "Let's use the list" of whoever comes by is a wish; it settles something from the proposer, from who applies
 * patches, or where it closes what was said. "Dropped" takes out what its author had put in, or what it names.
 */
export function decidedAt(thread: ThreadFacts, index: number): readonly MadeDecision[] {
  const entry = thread.facts[index]
  if (entry === undefined || entry.decisions.length === 0) return []
  return entry.decisions.filter((made) => {
    if (made.kind === "done") return canBeApplied(thread, made)
    if (made.isWithdrawal === true) return isSamePerson(thread, 0, index)
    const hasApplied = thread.notable.decisions.some((place) => place < index && isAppliedBy(thread, place, index))
    if (made.kind === "reversed") return made.isWhole === true || hasApplied
    return settles(entry, made, { hasApplied, isProposer: index > 0 && isSamePerson(thread, 0, index) })
  })
}

/** In a vote nothing is applied, nor where nothing was put forward: there somebody tells of what they did, unless it is code. */
function canBeApplied({ facts }: ThreadFacts, { sentence }: MadeDecision): boolean {
  const root = facts[0]
  if (root === undefined || isVote(root)) return false
  const { kind } = root.stance.matter
  return kind === "patch" || kind === "proposal" || root.message.medium === "chat" || OF_CODE.test(sentence.text)
}

const OF_CODE =
  /^\W*(?:(?:ok|okay|now|thanks|applied|queued|pushed|merged|committed|fixed|done|and|it|it's|this|has|have|been|is|was|just|i|i've|they|are)\b[\s,.;:!]*)+(?:$|thank)|\b(?:patch(?:es)?|fix(?:es|ed)?|commit|changes?|diff|pull requests?|series|branch|master|main|trunk|mainline|tree|git|svn|cvs|repo(?:sitory)?|next|stable|r\d+|[0-9a-f]{7,})\b|(?:^|\s)(?:PR\b|#\d)/i

function isAppliedBy(thread: ThreadFacts, place: number, index: number): boolean {
  return (
    (thread.facts[place]?.decisions ?? []).some(({ kind }) => kind === "done") && isSamePerson(thread, place, index)
  )
}

function isSamePerson({ authors }: ThreadFacts, one: number, other: number): boolean {
  return authors[one] !== undefined && authors[one].id === authors[other]?.id
}

function settles(
  entry: MessageFacts,
  { sentence }: MadeDecision,
  { hasApplied, isProposer }: { readonly hasApplied: boolean; readonly isProposer: boolean },
): boolean {
  if (isProposer || (hasApplied && CLOSING.test(sentence.text))) return true
  if (!CLOSING.test(sentence.text)) return false
  return entry.stance.matter.kind !== "patch" || !(WE_ONCE.test(sentence.text) || wantsSomething(entry))
}

/** Told of as a reason, in a review. */
const WE_ONCE = /\bwe (?:had |have )?(?:agreed|decided)\b/i

/** A review that says how it has to be ("ok, let's keep it simple") asks for that; it settles nothing. */
function wantsSomething({ stance, question }: MessageFacts): boolean {
  if (question.asked.length > 0 || AGAINST.has(stance.position)) return true
  return stance.candidates.some(({ judgement: { strengths } }) => ASKING.some((kind) => strengths[kind] >= 2))
}

const AGAINST: ReadonlySet<string> = new Set(["opposes", "prefers-alternative", "supports-with-changes"])
const ASKING = ["ask", "change", "prefer", "oppose"] as const

const CLOSING =
  /^(?:ok(?:ay)?|alright|all right|right|so|then|fine|great|good|agreed|decided|decision|resolved|yes|thanks|for the (?:log|record))\b|\b(?:decided|settled|agreed|it is)\b/i
