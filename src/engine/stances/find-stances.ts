import type { Excerpt, Position, Stance } from "../../model/summary.ts"
import { POSITIONS } from "../../model/summary.ts"
import type { MessageFacts } from "../facts.ts"
import { isCode, isFragment } from "./sentence/fragment.ts"
import { isProposing } from "./matter/matter.ts"
import { AGAINST, FOR, isAccepting, isOvertaken } from "./overtaken-stance.ts"
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
import { isSuccess, reportsSuccess } from "./success.ts"

/** Where one person stands, with what was overtaken. */
export interface PersonStance {
  readonly stance?: Stance
  readonly earlierStances: readonly Stance[]
}

/** How many further sentences are shown as evidence. */
const MAX_EVIDENCE = 3

/** A run of messages in which one person keeps to one side. */
interface Spell {
  position: Position
  strength: number
  readonly messages: MessageFacts[]
  /** Begins with a report that the help was one. */
  readonly isSolved?: boolean
  /** Stands for it by having proposed it, whatever they say. */
  readonly isProposer?: boolean
}

/** Where one person stands after all their messages, which come in the thread's order. */
export function findStance(theirs: readonly MessageFacts[], isProposer: boolean): PersonStance {
  const spells = isProposer && !isAgainst(theirs[0]) ? proposerSpells(theirs) : spellsOf(theirs)
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

/** Below this a message says nothing that takes a side. */
const MIN_STRENGTH = 0.8

/** Known from a quote alone, and against what it speaks of: the proposal itself is lost. */
function isAgainst(first: MessageFacts | undefined): boolean {
  if (first?.message.isRebuilt !== true) return false
  const { position, strength } = first.stance
  return AGAINST.has(position) && strength >= MIN_STRENGTH && !first.sentences.some(({ text }) => isProposing(text))
}

/** Who proposes something is for it, and defends it; a promised new version says so with the changes asked for. */
function proposerSpells(theirs: readonly MessageFacts[]): readonly Spell[] {
  const kind = theirs[0]?.stance.matter.kind
  if (kind === "help") return askerSpells(theirs)
  if (kind === "talk") return spellsOf(theirs)
  const promises = theirs.slice(1).some((facts) => facts.stance.candidates.some(isPromise))
  const position = promises ? "supports-with-changes" : "supports"
  const back = theirs.findLastIndex(
    (facts, index) => index > 0 && (facts.stance.candidates.some(isWithdrawal) || isSorryForIt(facts)),
  )
  if (back > 0) return twoSpells(theirs, { turn: back, position: "opposes" })
  const turn = theirs.findLastIndex((facts, index) => index > 0 && facts.stance.candidates.some(isChangeOfMind))
  return turn === -1
    ? [{ position, strength: 2, messages: [...theirs], isProposer: true }]
    : twoSpells(theirs, { turn, position })
}

/** Who asked for help and has it now stands by that, whatever went wrong before. */
function askerSpells(theirs: readonly MessageFacts[]): readonly Spell[] {
  const solved = theirs.findLastIndex((facts, index) => index > 0 && reportsSuccess(facts))
  if (solved === -1) return spellsOf(theirs)
  const after: Spell = { position: "supports", strength: 2, messages: theirs.slice(solved), isSolved: true }
  return [...spellsOf(theirs.slice(0, solved)), after]
}

function twoSpells(
  theirs: readonly MessageFacts[],
  { turn, position }: { readonly turn: number; readonly position: Position },
): readonly Spell[] {
  return [
    { position: "supports", strength: 2, messages: theirs.slice(0, turn), isProposer: true },
    { position, strength: 2, messages: theirs.slice(turn), isProposer: true },
  ]
}

function isWithdrawal({ judgement }: Candidate): boolean {
  return judgement.isWithdrawal && !judgement.isQuestion && !judgement.isConditional
}

/** Who finds a fault in their own proposal and is sorry for the noise makes it no longer. */
function isSorryForIt({ stance }: MessageFacts): boolean {
  const isSorry = stance.candidates.some(({ sentence }) => NOISE.test(sentence.text))
  return isSorry && stance.candidates.some(({ judgement: { strengths } }) => strengths.oppose >= 2)
}

const NOISE = /^(?:(?:so|ok|anyway|thanks),? )?(?:i'm |i am )?sorry (?:for|about) the noise[.!,]?/i

/** A proposer who says that they were won over stands by what they say from then on, no longer by what they defended. */
function isChangeOfMind({ judgement }: Candidate): boolean {
  return judgement.isWonOver && !judgement.isQuestion && !judgement.isConditional
}

function isPromise({ judgement }: Candidate): boolean {
  return (judgement.strengths.promise ?? 0) >= 2
}

function spellsOf(theirs: readonly MessageFacts[]): readonly Spell[] {
  const spells: Spell[] = []
  for (const facts of theirs) {
    const { position, strength } = saidIn(facts, theirs)
    const current = spells.at(-1)
    const taken = strength >= MIN_STRENGTH ? position : "informs"
    if (current === undefined) spells.push({ position: taken, strength, messages: [facts] })
    else if (FOR.has(position) && AGAINST.has(current.position) && isYielding(facts))
      spells.push({ position, strength: MIN_STRENGTH, messages: [facts] })
    else if (taken === "informs" || isSameSide(taken, current.position)) extend(current, taken, facts)
    else if (current.position === "informs") {
      current.position = taken
      extend(current, taken, facts)
    } else if (strength >= current.strength * 0.7 && isTurn(facts, taken, current))
      spells.push({ position: taken, strength, messages: [facts] })
    else current.messages.push(facts)
  }
  return spells
}

/** Who applies a patch is for it, whatever else they would rather see beside it; who takes it out again no longer is. */
function saidIn(
  facts: MessageFacts,
  theirs: readonly MessageFacts[],
): Pick<MessageFacts["stance"], "position" | "strength"> {
  const { stance } = facts
  if (stance.matter.kind !== "patch") return stance
  if (decides(facts, "done")) return AGAINST.has(stance.position) ? APPLIED : stance
  const takesOut =
    decides(facts, "reversed") && theirs.slice(0, theirs.indexOf(facts)).some((one) => decides(one, "done"))
  if (!takesOut) return stance
  return AGAINST.has(stance.position) ? { ...TAKEN_OUT, position: stance.position } : TAKEN_OUT
}

function decides({ decisions }: MessageFacts, wanted: "done" | "reversed"): boolean {
  return decisions.some(({ kind }) => kind === wanted)
}

const APPLIED = { position: "supports", strength: 3 } as const
const TAKEN_OUT = { position: "opposes", strength: 3 } as const

/** Who was against it is for it only once they say so: what they find good in passing, or ask for, turns nothing. */
function isTurn({ stance }: MessageFacts, taken: Position, current: Spell): boolean {
  return !FOR.has(taken) || !AGAINST.has(current.position) || isAccepting(stance)
}

/** What an answer is met with by whom it has won over: a word that gives in, and no "but" behind it. A plain one is quieter than any objection. */
function isYielding({ stance: { candidates } }: MessageFacts): boolean {
  if (candidates.some(({ judgement }) => judgement.isRetraction && !judgement.isQuestion)) return true
  const isHolding = candidates.some(
    ({ judgement: { strengths, isQuestion }, sentence }) =>
      isQuestion ||
      strengths.oppose >= 2 ||
      strengths.prefer >= 2 ||
      strengths.undecided >= 2 ||
      /\bbut\b/i.test(sentence.text),
  )
  const first = candidates[0]?.judgement.strengths
  return !isHolding && first !== undefined && (first.concede > 0 || first.agree >= 2)
}

function extend(spell: Spell, position: Position, facts: MessageFacts): void {
  spell.messages.push(facts)
  if (position === "informs" || facts.stance.strength < spell.strength * 0.7) return
  spell.position = position
  spell.strength = Math.max(spell.strength, facts.stance.strength)
}

function isSameSide(one: Position, other: Position): boolean {
  return one === other || (FOR.has(one) && FOR.has(other)) || (AGAINST.has(one) && AGAINST.has(other))
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
    position: isSaid ? position : told(position),
    statement: { messageId: id, text: shown.text },
    ...(evidence.length > 0 && { evidence }),
    basis: isSaid ? "explicit" : "inferred",
    ...(shown.scope !== undefined && { on: shown.scope }),
    ...(sentAt !== undefined && { sentAt }),
  }
}

/** Whoever does not say that they are undecided has not told. */
function told(position: Position): Position {
  return position === "undecided" ? "informs" : position
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

/** A sentence that speaks this plainly says it; anything less is read from what they argue. */
const EXPLICIT_STRENGTH = 2.4

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
