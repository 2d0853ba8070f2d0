import type { Position } from "../../model/summary.ts"
import type { Candidate } from "./stance-facts.ts"

/** Starts like a mark for what follows, a comment in code, an assignment or a matrix. */
const CODE = /^(?:==?>|#{1,3} |\.\. |\[\[|["'\w.,[\] %*]{1,60}(?:<-|=) ?[\w.]+\()/

export function isCode({ sentence: { text } }: Candidate): boolean {
  return CODE.test(text)
}

/** Plain words are said, even in a sentence that leads up to something: "I would vote for the following:". */
const SAID_PLAINLY = 1.8

/** Whether a sentence cannot stand by itself for a position: code, and what leads up to a list or to code. */
export function isFragment(candidate: Candidate, position: Position): boolean {
  return isCode(candidate) || (candidate.sentence.text.endsWith(":") && candidate.sides[position] < SAID_PLAINLY)
}
