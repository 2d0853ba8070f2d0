import type { Position } from "../../model/summary.ts"
import type { MessageFacts } from "../facts.ts"
import { isProposing } from "./matter/matter.ts"
import { AGAINST, FOR, isAccepting } from "./overtaken-stance.ts"
import type { Candidate } from "./stance-facts.ts"
import { reportsSuccess } from "./success.ts"

/** A run of messages in which one person keeps to one side. */
export interface Spell {
  position: Position
  strength: number
  readonly messages: MessageFacts[]
  /** Begins with a report that the help was one. */
  readonly isSolved?: boolean
  /** Stands for it by having proposed it, whatever they say. */
  readonly isProposer?: boolean
}

/** What one person said in all their messages, which come in the thread's order. */
export function findSpells(theirs: readonly MessageFacts[], isProposer: boolean): readonly Spell[] {
  return isProposer && !isAgainst(theirs[0]) ? proposerSpells(theirs) : spellsOf(theirs)
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

export function isWithdrawal({ judgement }: Candidate): boolean {
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
    if (current === undefined || votesAnew(facts, current))
      spells.push({ position: taken, strength, messages: [facts] })
    else if (FOR.has(position) && AGAINST.has(current.position) && isYielding(facts))
      spells.push({ position, strength: MIN_STRENGTH, messages: [facts] })
    else if (isTurn({ facts, taken, strength }, current)) spells.push({ position: taken, strength, messages: [facts] })
    else goOn(current, taken, facts)
  }
  return spells
}

/** Whoever votes for another option than before is no longer for that one. */
function votesAnew({ stance: { votesFor } }: MessageFacts, { messages }: Spell): boolean {
  if (votesFor === undefined) return false
  return messages.some(({ stance }) => stance.votesFor !== undefined && stance.votesFor !== votesFor)
}

interface Said {
  readonly facts: MessageFacts
  readonly taken: Position
  readonly strength: number
}

/** Who was against it is for it only once they say so: what they find good in passing, or ask for, turns nothing. */
function isTurn({ facts: { stance }, taken, strength }: Said, current: Spell): boolean {
  if (!isOtherSide(taken, current) || strength < current.strength * CLEARLY) return false
  return !FOR.has(taken) || !AGAINST.has(current.position) || isAccepting(stance)
}

function isOtherSide(taken: Position, { position }: Spell): boolean {
  return taken !== "informs" && position !== "informs" && !isSameSide(taken, position)
}

/** What is said less plainly than what was said before changes nothing. */
const CLEARLY = 0.7

function goOn(spell: Spell, taken: Position, facts: MessageFacts): void {
  spell.messages.push(facts)
  const isFirst = spell.position === "informs"
  if (isFirst) spell.position = taken
  if (
    taken === "informs" ||
    (!isFirst && isOtherSide(taken, spell)) ||
    facts.stance.strength < spell.strength * CLEARLY
  )
    return
  spell.position = taken
  spell.strength = Math.max(spell.strength, facts.stance.strength)
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

export function isSameSide(one: Position, other: Position): boolean {
  return one === other || (FOR.has(one) && FOR.has(other)) || (AGAINST.has(one) && AGAINST.has(other))
}
