import { quick } from "../../patterns/quick-pattern.ts"

const LATER_WINS = /[,;.:)-] ?(?:but|however|yet|nevertheless|still|that said|it(?:'s| is) just that)\b|\bbut\b/g
const CONCESSIVE = /\b(?:although|though|even though|even if|while|whereas|despite)\b/g

// Each clause is told by one of these words, and most sentences have none.
const MAY_TURN = quick(/\b(?:but|however|yet|nevertheless|still|said|just)\b/)
const MAY_CONCEDE = quick(/\b(?:although|though|if|while|whereas|despite)\b/)

/**
 * Whether a place in a sentence belongs to the clause that decides.
 *
 * "A, but B" and "although A, B" say B; "B although A" says B too.
 */
export function isInMainClause(lower: string, index: number): boolean {
  if (VOTES.test(lower)) return true
  const but = MAY_TURN.test(lower) ? lastIndex(LATER_WINS, lower) : -1
  if (but > 0) return index >= but
  const concessive = MAY_CONCEDE.test(lower) ? lastIndex(CONCESSIVE, lower) : -1
  if (concessive < 0) return true
  if (concessive > 15) return index < concessive
  const comma = lower.indexOf(",", concessive)
  return comma < 0 || index >= comma
}

/** "My vote is to drop the roof, but keep the walls": all of it is voted for. */
const VOTES = quick(/^(?:so |and |well,? )*my vote (?:is|would be|goes)\b[^]*\bbut (?:keep|leave|retain)\b/)

const NEGATION =
  /(?:\bnot|n't|\bnever|\bhardly|\bneither|\bnor|\bcannot|\bisn't|\bwithout)(?:(?: |'s |'re |'d )(?:really|that|it|a|an|the|so|very|quite|be|being|call|consider|i'm|i am|that i'm|look|looks|like|seem|seems|sound|sounds|feel|feels|read|think|say|all|this|is|are|to|sure|entirely|even|necessarily|always|often|usually|mean|particularly)){0,4}(?: |'s |'re |'d )?$/

/** What is doubted is doubted to the end of its clause: "I don't think that raising it for everybody is a good idea". */
const DOUBT =
  /\b(?:(?:don't|do not|didn't|can't|cannot|can not|doesn't|wouldn't) (?:really |quite |actually |even |personally |yet )?(?:think|believe|see (?:how|why|that)|feel|find)|doubt|fail to see|(?:not|isn't) (?:really |at all |yet )?(?:clear|obvious|convinced|certain)(?: to me)?|nobody (?:thinks|believes|has (?:shown|said))|no longer)\b/g

/** Whether a negation reaches a place from the left: "not" and the like right before it. */
export function isNegatedBefore(lower: string, index: number): boolean {
  return NEGATION.test(lower.slice(Math.max(0, index - 40), index))
}

/** Whether what stands at a place is doubted from the left, further away in its clause. */
export function isDoubtedBefore(lower: string, index: number): boolean {
  if (!MAY_DOUBT.test(lower)) return false
  const doubt = lastIndex(DOUBT, lower.slice(0, index))
  return doubt >= 0 && !ENDS_CLAUSE.test(lower.slice(doubt, index))
}

const MAY_DOUBT = quick(/\b(?:think|believe|see|feel|find|doubt|fail|clear|obvious|convinced|certain|nobody|longer)\b/)
const ENDS_CLAUSE = /[,;:.!?()]|\b(?:but|because|although|though|while|so|and)\b/

/** What is asked about with "whether" or "if", or only supposed to be there, is no yes. */
export function isLeftOpen(lower: string, index: number): boolean {
  return MAY_LEAVE_OPEN.test(lower) && LEFT_OPEN.test(lower.slice(0, index))
}

const MAY_LEAVE_OPEN = quick(/\b(?:whether|if there|see if|know if|sure if|check if|wonder if)\b/)
const LEFT_OPEN = /\b(?:whether|if there|(?:see|know|sure|check|wonder|wondering|tell|test) if)\b[^,;:.()]*$/

function lastIndex(pattern: RegExp, text: string): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}
