import type { MessageFacts, ThreadFacts } from "../facts.ts"
import type { MadeDecision } from "./decision-facts.ts"

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
    if (made.kind === "done") return true
    if (made.isWithdrawal === true) return isSamePerson(thread, 0, index)
    const hasApplied = thread.notable.decisions.some((place) => place < index && isAppliedBy(thread, place, index))
    if (made.kind === "reversed") return made.isWhole === true || hasApplied
    return settles(entry, made, { hasApplied, isProposer: index > 0 && isSamePerson(thread, 0, index) })
  })
}

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
