import {
  AGAINST_BEFORE,
  AGAINST_BEHIND,
  BETTER_BEHIND,
  CONCLUDES,
  EARLIER,
  FILLER,
  GOOD_BEFORE,
  GOOD_BEHIND,
  isSetBack,
  NO_OBJECTION,
  PREFERS_BEFORE,
  PREFERS_BEHIND,
  RANK,
  REPORTED,
  TAIL,
  TELLS_BEFORE,
  TELLS_BEHIND,
  UNSURE,
} from "./preference-words.ts"

/** What a clause says for or against an option. */
export interface Leaning {
  readonly option: number
  readonly isFor: boolean
  readonly rank: number
  /** Set back for something else: where that is no option, the speaker is for none. */
  readonly isSetBack: boolean
}

/** What one clause says of each option that stands in it as "§0". */
export function leaningOf(clause: string): readonly Leaning[] {
  if (EARLIER.test(clause) || REPORTED.test(clause) || UNSURE.test(clause)) return []
  const marks = [...clause.matchAll(/§(\d)/g)]
  const options = new Set(marks.map(([, option]) => option))
  if (options.size > 2) return []
  const leanings = marks.flatMap((mark, at) => {
    const before = clause.slice(0, mark.index)
    const behind = clause.slice(mark.index + mark[0].length, marks[at + 1]?.index)
    return leanOf({ option: Number(mark[1]), before, behind, isAfterOther: at > 0 }) ?? []
  })
  return options.size === 1 ? leanings.slice(0, 1) : compared(leanings)
}

interface Place {
  readonly option: number
  readonly before: string
  readonly behind: string
  /** Another option stands before it in the clause. */
  readonly isAfterOther: boolean
}

/** Where two options stand in one clause, one of them has to be set back for the other. */
function compared(leanings: readonly Leaning[]): readonly Leaning[] {
  const back = leanings.find(({ isFor }) => !isFor)
  const kept = leanings.find(({ isFor, option }) => isFor && option !== back?.option)
  if (back === undefined) return []
  const rank = Math.max(RANK.comparison, kept?.rank ?? back.rank)
  return [{ ...back, rank }, ...(kept === undefined ? [] : [{ ...kept, rank }])]
}

function leanOf({ option, before, behind, isAfterOther }: Place): Leaning | undefined {
  if (isBehind(before)) return { option, isFor: false, rank: RANK.preference, isSetBack: true }
  const rank = rankAgainst(before, behind)
  if (rank !== undefined) return { option, isFor: false, rank, isSetBack: false }
  // What stands before the other option says nothing of this one.
  const near = isAfterOther ? before.slice(before.lastIndexOf("§") + 2) : before
  const own = rankFor(near, behind)
  return own === undefined ? undefined : { option, isFor: true, rank: own, isSetBack: false }
}

/** "Rather than …", unless the sentence only says no to it. */
function isBehind(before: string): boolean {
  if (PREFERRED_TO.test(before)) return true
  return isSetBack(before) && (before.includes("§") || !AGAINST_BEFORE.some((pattern) => pattern.test(before)))
}

/** "I prefer the one to the other." */
const PREFERRED_TO = /\b(?:prefer|favou?r|like)\b[^§]{0,30}§\d(?: (?:more|better|much))? (?:to|over) (?:\w+ )?$/

function rankAgainst(before: string, behind: string): number | undefined {
  if (NO_OBJECTION.test(before + behind)) return undefined
  const last = before.slice(before.lastIndexOf("§") < 0 ? 0 : before.lastIndexOf("§") + 2)
  if (AGAINST_BEFORE.some((pattern) => pattern.test(last))) return RANK.preference
  if (WORSE.test(behind)) return RANK.comparison
  return AGAINST_BEHIND.some((pattern) => pattern.test(behind)) ? RANK.comparison : undefined
}

const WORSE = /^\W*(?:is|are|would be|looks) (?:\w+ )?(?:worse|uglier|harder|slower|messier|less \w+) than\b/

function rankFor(before: string, behind: string): number | undefined {
  if (NO_OBJECTION.test(before) || NO_OBJECTION.test(behind)) return RANK.consent
  if (prefers(before, behind)) return RANK.preference
  if (isBare(before, behind)) return RANK.bare
  if (BETTER_BEHIND.test(behind)) return RANK.comparison
  if (GOOD_BEHIND.test(behind) || GOOD_BEFORE.test(before)) return RANK.consent
  return TELLS_BEFORE.test(before) || TELLS_BEHIND.test(behind) ? RANK.fact : undefined
}

function prefers(before: string, behind: string): boolean {
  if (PREFERS_BEHIND.test(behind) || PREFERS_BEFORE.some((pattern) => pattern.test(before))) return true
  return CONCLUDES.test(before) && addsNothing(behind)
}

function isBare(before: string, behind: string): boolean {
  return !/\w/.test(before.replaceAll(FILLER, "")) && addsNothing(behind)
}

function addsNothing(behind: string): boolean {
  return TAIL.test(behind) || !/\w/.test(behind.replaceAll(FILLER, ""))
}
