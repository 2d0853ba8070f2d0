import type { Excerpt, Position, Stance } from "../../model/summary.ts"
import { POSITIONS } from "../../model/summary.ts"
import type { MessageFacts } from "../facts.ts"
import { isCode, isFragment } from "./sentence/fragment.ts"
import { isOvertaken } from "./overtaken-stance.ts"
import {
  UNFIT_WEIGHT,
  OVERTAKEN_WEIGHT,
  FITTING_WEIGHT,
  FRAGMENT_WEIGHT,
  RECENCY_WEIGHT,
  OUTCOME_WEIGHT,
} from "./rank.ts"
import { quick } from "../patterns/quick-pattern.ts"
import type { Candidate } from "./stance-facts.ts"
import { EXPLICIT_STRENGTH } from "./stance-facts.ts"
import { withoutTails } from "./sentence/repeated-tails.ts"
import type { Spell } from "./spells.ts"
import { findSpells, isSameSide, isWithdrawal } from "./spells.ts"
import { isSuccess } from "./success.ts"

/** Where one person stands, with what was overtaken. */
export interface PersonStance {
  readonly stance?: Stance
  readonly earlierStances: readonly Stance[]
}

/** How many further sentences are shown as evidence. */
const MAX_EVIDENCE = 3

/** Where one person stands after all their messages, which come in the thread's order. */
export function findStance(theirs: readonly MessageFacts[], isProposer: boolean): PersonStance {
  const spells = findSpells(withoutTails(theirs), isProposer)
  const stances = spells.flatMap((spell) => {
    const stance = stanceOf(spell)
    return stance === undefined ? [] : { stance, spell }
  })
  const last = stances.at(-1)
  if (last === undefined) return { earlierStances: [] }
  const earlierStances: Stance[] = []
  for (const [at, { stance }] of [...stances.entries()].toReversed()) {
    const next = stances[at + 1]
    const [turn] = next?.spell.messages ?? []
    if (turn === undefined || next === undefined) continue
    const shown = earlierStances[0] ?? last.stance
    if (isOvertaken(stance, { stance: next.stance, turn, shown })) earlierStances.unshift(stance)
  }
  return { stance: last.stance, earlierStances }
}

/** One sentence of one person's, with how well it states where they stand after the last message of the spell. */
interface Ranked {
  readonly facts: MessageFacts
  readonly candidate: Candidate
  readonly score: number
}

function stanceOf(spell: Spell): Stance | undefined {
  const { position, messages } = spell
  const ranked = rank(spell)
  const given = lastTrailer(messages)
  const best = showable(ranked[0], position)
  const shown = given ?? (best && { facts: best.facts, text: best.candidate.sentence.text, scope: undefined })
  if (shown === undefined) return undefined
  const { sentAt, id } = shown.facts.message
  const evidence = ranked
    .filter((entry, index) => (index > 0 || given !== undefined) && fits(entry, position))
    .slice(0, MAX_EVIDENCE)
    .map(excerptOf)
  const isSaid = given !== undefined || (best?.candidate.sides[position] ?? 0) >= EXPLICIT_STRENGTH
  return {
    position: given === undefined ? told(spell, isSaid) : position,
    statement: { messageId: id, text: shown.text },
    ...(evidence.length > 0 && { evidence }),
    basis: isSaid ? "explicit" : "inferred",
    ...(shown.scope !== undefined && { on: shown.scope }),
    ...(sentAt !== undefined && { sentAt }),
  }
}

/** Who is for a patch and speaks plainly for something else in it as well is for it with that. */
function wantsMore({ position, messages, isProposer }: Spell): boolean {
  if (position !== "supports" || isProposer === true || messages[0]?.stance.matter.kind !== "patch") return false
  return messages.some(({ stance: { candidates } }) =>
    candidates.some(({ sides }) => BESIDES.some((side) => sides[side] >= PLAINLY)),
  )
}

const BESIDES = ["supports-with-changes", "opposes", "prefers-alternative"] as const
const PLAINLY = 1.9

/** Whoever does not say that they are undecided has not told. */
function told(spell: Spell, isSaid: boolean): Position {
  if (wantsMore(spell)) return "supports-with-changes"
  return spell.position === "undecided" && !isSaid ? "informs" : spell.position
}

/** Who takes no side and wrote nothing but code says nothing that could be shown. */
function showable(best: Ranked | undefined, position: Position): Ranked | undefined {
  return position === "informs" && best !== undefined && isCode(best.candidate) ? undefined : best
}

/** Whether a sentence says anything for where somebody stands; who only informs says it with every sentence. */
function fits({ candidate: { sides } }: Ranked, position: Position): boolean {
  return position === "informs" || POSITIONS.some((side) => sides[side] > 0 && isSameSide(side, position))
}

interface Shown {
  readonly facts: MessageFacts
  readonly text: string
  readonly scope: string | undefined
}

function lastTrailer(messages: readonly MessageFacts[]): Shown | undefined {
  for (const facts of messages.toReversed()) {
    const trailer = facts.stance.trailers.findLast((entry) => entry.verdict !== "none")
    if (trailer !== undefined) return { facts, text: trailer.text, scope: trailer.scope }
  }
  return undefined
}

/** What a thread came to for somebody: the help did help, or the proposal is taken back. */
function isOutcome(candidate: Candidate, { position, isSolved }: Spell): boolean {
  return isSolved === true ? isSuccess(candidate) : position === "opposes" && isWithdrawal(candidate)
}

/** What somebody said before they gave in is said no longer. */
function givesIn({ stance: { candidates } }: MessageFacts): boolean {
  return candidates.some(({ judgement, sentence }) => !judgement.isQuestion && GIVES_IN.test(sentence.text))
}

const GIVES_IN = quick(
  /\byou(?:'re| are) (?:absolutely |quite |of course |totally )?right[.,!]|\bmy (?:bad|mistake)\b|\bi (?:did |had |have |was )?(?:misunderst(?:ood|and)|misread|mistaken|wrong)\b|\bi stand corrected\b/i,
)

function rank(spell: Spell): readonly Ranked[] {
  const { position, messages } = spell
  const last = Math.max(1, messages.length - 1)
  const gave = messages.findLastIndex(givesIn)
  return messages
    .flatMap((facts, index) =>
      facts.stance.candidates.map((candidate) => ({
        facts,
        candidate,
        score:
          candidate.score +
          (messages.length === 1 ? 1 : index / last) * RECENCY_WEIGHT +
          (candidate.sides[position] / 3) * FITTING_WEIGHT +
          (index < gave ? OVERTAKEN_WEIGHT : 0) +
          (spell.isProposer !== true && position !== "informs" && candidate.sides[position] <= 0 ? UNFIT_WEIGHT : 0) +
          (isFragment(candidate, position) ? FRAGMENT_WEIGHT : 0) +
          (isOutcome(candidate, spell) ? OUTCOME_WEIGHT : 0),
      })),
    )
    .toSorted((a, b) => b.score - a.score)
}

function excerptOf({ facts, candidate }: Ranked): Excerpt {
  return { messageId: facts.message.id, text: candidate.sentence.text }
}
