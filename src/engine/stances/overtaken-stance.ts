import type { Position, Stance } from "../../model/summary.ts"
import type { MessageFacts } from "../facts.ts"
import { findWord, hashOf } from "../words/vocabulary.ts"
import { wordsOf } from "../words/words.ts"
import type { Candidate } from "./stance-facts.ts"

export const FOR: ReadonlySet<Position> = new Set(["supports", "supports-with-changes"])
export const AGAINST: ReadonlySet<Position> = new Set(["opposes", "prefers-alternative"])

/** A later stance of the same person. */
interface Turned {
  readonly stance: Stance
  /** The message with which it begins. */
  readonly turn: MessageFacts
  /** The stance that is shown next. */
  readonly shown: Stance
}

/**
 * Two readings that differ are mostly of two topics. Who changed their mind takes back what they said, gives in, or
 * says of the same thing the opposite as plainly.
 */
export function isOvertaken(before: Stance, { stance, turn, shown }: Turned): boolean {
  if (turn.stance.candidates.some(isTakingBack)) return true
  if (!isOpposite(before, shown)) return false
  if (isGivingIn(turn)) return true
  if (before.basis !== "explicit" || stance.basis !== "explicit") return false
  return isTrailer(before) || sharesWord(before.statement.text, stance.statement.text)
}

function isTakingBack({ judgement }: Candidate): boolean {
  return !judgement.isQuestion && (judgement.isWonOver || judgement.isWithdrawal || judgement.isRetraction)
}

/** An act, a word that gives in, or in a chat a yes and nothing else. */
function isGivingIn({ message, stance, decisions, sentences }: MessageFacts): boolean {
  const { candidates, trailers } = stance
  if (trailers.some(({ verdict }) => verdict !== "none") || decisions.some(({ kind }) => TURNING.has(kind))) return true
  if (message.medium === "chat" && sentences.length === 1 && isAccepting(stance)) return true
  return candidates.some(({ judgement }) => !judgement.isQuestion && judgement.strengths.concede >= PLAIN)
}

const TURNING: ReadonlySet<string> = new Set(["done", "reversed"])
const PLAIN = 3

function isOpposite(one: Stance, other: Stance): boolean {
  return FOR.has(one.position) ? AGAINST.has(other.position) : AGAINST.has(one.position) && FOR.has(other.position)
}

function isTrailer({ statement }: Stance): boolean {
  return TRAILER.test(statement.text)
}

const TRAILER = /^[\w-]{3,30}-by ?:/i

/** Whether two sentences have a word in common that no rule knows: what they are about. */
function sharesWord(one: string, other: string): boolean {
  const words = new Set(wordsOf(one).filter(isOfTopic))
  return wordsOf(other).some((word) => words.has(word))
}

function isOfTopic(word: string): boolean {
  return word.length > 3 && findWord(hashOf(word)) === undefined
}

/** Whether a message says yes plainly. */
export function isAccepting({ candidates, trailers }: MessageFacts["stance"]): boolean {
  if (trailers.some(({ verdict }) => verdict === "supports")) return true
  return candidates.some(({ judgement: { strengths } }) => ACCEPTING.some(([kind, least]) => strengths[kind] >= least))
}

const ACCEPTING = [
  ["support", 3],
  ["agree", 2],
  ["concede", 2],
  ["change", 2],
] as const
