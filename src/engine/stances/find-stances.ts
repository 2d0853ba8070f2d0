import type { Excerpt, Stance } from "../../model/summary.ts"
import type { MessageFacts } from "../facts.ts"
import { labelOf } from "./label.ts"
import { RECENCY_WEIGHT } from "./rank.ts"
import type { Candidate } from "./stance-facts.ts"
import type { ThreadMatter } from "./matter.ts"

/** Where one person stands, with what was overtaken. */
export interface PersonStance {
  readonly stance?: Stance
  readonly earlierStances: readonly Stance[]
}

/** One sentence of one person's, with how well it states where they stand after their last message. */
export interface Ranked {
  readonly facts: MessageFacts
  readonly candidate: Candidate
  readonly score: number
}

/** How many further sentences are shown as evidence. */
const MAX_EVIDENCE = 3

/** Where one person stands after all their messages, which come in the thread's order. */
export function findStance(theirs: readonly MessageFacts[], matter: ThreadMatter, isProposer: boolean): PersonStance {
  const ranked = rank(theirs)
  const best = ranked[0]
  const given = theirs.flatMap((facts) => facts.stance.trailers.map((trailer) => ({ facts, trailer })))
  const trailer = given.findLast((entry) => entry.trailer.verdict !== "none")
  const position = labelOf({ theirs, ranked, matter, isProposer })
  const statement = trailer
    ? { messageId: trailer.facts.message.id, text: trailer.trailer.text }
    : best && excerptOf(best)
  if (statement === undefined || position === undefined) return { earlierStances: [] }
  const sentAt = (trailer ?? best)?.facts.message.sentAt
  const evidence = ranked.slice(trailer ? 0 : 1, MAX_EVIDENCE + 1).map(excerptOf)
  return {
    stance: {
      position,
      statement,
      ...(evidence.length > 0 && { evidence }),
      basis: trailer ? "explicit" : "inferred",
      ...(sentAt !== undefined && { sentAt }),
    },
    earlierStances: [],
  }
}

function rank(theirs: readonly MessageFacts[]): readonly Ranked[] {
  const last = Math.max(1, theirs.length - 1)
  return theirs
    .flatMap((facts, index) =>
      facts.stance.candidates.map((candidate) => ({
        facts,
        candidate,
        score: candidate.score + (theirs.length === 1 ? 1 : index / last) * RECENCY_WEIGHT,
      })),
    )
    .toSorted((a, b) => b.score - a.score)
}

function excerptOf({ facts, candidate }: Ranked): Excerpt {
  return { messageId: facts.message.id, text: candidate.sentence.text }
}
