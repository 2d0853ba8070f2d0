import type { Position } from "../../model/summary.ts"
import type { MessageFacts } from "../message-facts.ts"
import type { Candidate } from "./stance-facts.ts"

/** What tells a plain yes from a yes with changes: counts over the messages in which somebody is for something. */
export type ChangeFeatures = ReturnType<typeof changeFeatures>

/** What the messages of a spell are taken for before their author's wishes are weighed. */
export interface SpellSoFar {
  readonly position: Position
  readonly messages: readonly MessageFacts[]
  readonly isProposer: boolean
}

/** Every name says what it is; how much each counts is learned (weights.ts). */
export function changeFeatures({ position, messages, isProposer }: SpellSoFar) {
  const kind = messages[0]?.stance.matter.kind
  const isPatch = kind === "patch"
  const candidates = messages.flatMap((facts) => facts.stance.candidates)
  const plain = (of: "change" | "ask" | "prefer" | "oppose" | "promise"): number => amountOf(candidates, of)
  const questions = candidates.reduce((count, { judgement }) => count + Number(judgement.isQuestion), 0)
  return {
    isPatch: Number(isPatch),
    isProposing: Number(isProposer && (isPatch || kind === "proposal")),
    soundsSo: Number(position === "supports-with-changes"),
    asksForChange: plain("change"),
    asksInPatch: isPatch && !isProposer ? plain("change") + plain("ask") : 0,
    prefersOther: plain("prefer"),
    objects: plain("oppose"),
    promises: plain("promise"),
    asksOnly: questions / Math.max(1, candidates.length),
  }
}

/** Less than this is a hint. */
const PLAIN = 2
const STRONGEST = 3

/** Ten requests say little more than five. */
function amountOf(candidates: readonly Candidate[], kind: keyof Candidate["judgement"]["strengths"]): number {
  let amount = 0
  for (const { judgement } of candidates) {
    const strength = judgement.strengths[kind] ?? 0
    if (strength >= PLAIN) amount += strength / STRONGEST
  }
  return Math.log(1 + amount)
}
