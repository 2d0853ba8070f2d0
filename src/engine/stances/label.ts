import type { Position } from "../../model/summary.ts"
import type { MessageFacts } from "../facts.ts"
import type { Ranked } from "./find-stances.ts"
import type { ThreadMatter } from "./matter.ts"

export interface LabelInput {
  readonly theirs: readonly MessageFacts[]
  readonly ranked: readonly Ranked[]
  readonly matter: ThreadMatter
  readonly isProposer: boolean
}

/** Below this nothing is said that takes a side. */
const MIN_STRENGTH = 0.8

/** The position that somebody's words come to; undefined where they said nothing. */
export function labelOf({ theirs, ranked, matter, isProposer }: LabelInput): Position | undefined {
  const given = positionGiven(theirs)
  if (given !== undefined) return given
  if (isProposer) return matter.kind === "help" || matter.kind === "talk" ? "informs" : "supports"
  const best = ranked[0]
  if (best === undefined) return undefined
  const [position, strength] = strongestSide(best)
  if (strength < MIN_STRENGTH) return "informs"
  return matter.kind === "help" && position === "prefers-alternative" ? "supports" : position
}

/** What the last trailer says, where one was given. */
function positionGiven(theirs: readonly MessageFacts[]): Position | undefined {
  const trailer = theirs.flatMap((facts) => facts.stance.trailers).findLast((entry) => entry.verdict !== "none")
  if (trailer === undefined) return undefined
  if (trailer.verdict === "opposes") return "opposes"
  return trailer.isConditional ? "supports-with-changes" : "supports"
}

function strongestSide({ candidate }: Ranked): readonly [Position, number] {
  const of = candidate.judgement.strengths
  const sides: readonly (readonly [Position, number])[] = [
    ["supports", max(of.support, of.agree, of.concede)],
    ["opposes", max(of.oppose)],
    ["prefers-alternative", max(of.prefer)],
    ["undecided", max(of.undecided)],
    ["supports-with-changes", max(of.change, of.promise) * 0.8],
  ]
  return sides.toSorted((a, b) => b[1] - a[1])[0] ?? ["informs", 0]
}

function max(...strengths: readonly (number | undefined)[]): number {
  return Math.max(0, ...strengths.map((strength) => strength ?? 0))
}
