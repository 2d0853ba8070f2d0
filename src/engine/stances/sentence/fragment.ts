import type { Position } from "../../../model/summary.ts"
import { goesOn, isHalf } from "../../verbatim/shown-text.ts"
import type { Candidate } from "../stance-facts.ts"

/** Starts like a mark for what follows, a comment in code, an assignment or a matrix. */
const CODE = /^(?:==?>|#{1,3} |\.\. |\[\[|["'\w.,[\] %*]{1,60}(?:<-|=) ?[\w.]+\()/

export function isCode({ sentence: { text } }: Candidate): boolean {
  return CODE.test(text)
}

/** Plain words are said, even in a sentence that leads up to something: "I would vote for the following:". */
const SAID_PLAINLY = 1.8

/** The first half of a sentence: words that nothing can end with, and a comma. */
const FIRST_HALF = /(?:\b(?:and|or|the|an?|of|to|with|by|that|my|your|our|than|from)|,)$/i
/** An aside: all of it in brackets. */
const ASIDE = /^\([^()]*(?:\([^()]*\)[^()]*)*\)[.!?]?$/

/** Whether a sentence cannot stand by itself for a position: code, half a sentence, an aside, and what leads up to a list or to code. */
export function isFragment(candidate: Candidate, position: Position): boolean {
  const { text } = candidate.sentence
  if (isCode(candidate) || FIRST_HALF.test(text) || ASIDE.test(text) || isHalf(text) || goesOn(text)) return true
  return text.endsWith(":") && candidate.sides[position] < SAID_PLAINLY
}
