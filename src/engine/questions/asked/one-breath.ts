import type { Question } from "../../../model/summary.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import type { Track } from "../track.ts"

/** An open question and what is known of it. */
export interface OpenTrack {
  readonly track: Track
  readonly question: Question
}

const OTHER_HALF = quick(/^\W*(?:and |but )?(?:or|if so|if not|otherwise|the one|the)\b|^\W*(?:and |but )?what, /i)
const LEANS = quick(
  /^\W*(?:and |but |so |then )?(?:(?:how|why) )?(?:is|are|was|were|does|do|did|can|could|would|should|will|has|have) (?:it|this|that|they|these|those|he|she|there)\b/i,
)
/** Longer than this two questions are more than one breath. */
const LONGEST = 220

/**
 * Two open questions of one paragraph of which the later says nothing without the one before ("Is it …?", "Or …?"), as
 * one; undefined where they are two. What is answered apart is told apart.
 */
export function inOneBreath(before: OpenTrack | undefined, { track, question }: OpenTrack): Question | undefined {
  if (before === undefined || !isNextTo(track, before.track)) return undefined
  const isItsOption = track.alternativeTo !== undefined && track.alternativeTo === before.track
  if (before.question.options.length > 1 && !isItsOption) return undefined
  if (!OTHER_HALF.test(track.asked.text) && !LEANS.test(track.asked.text)) return undefined
  const text = `${before.question.statement.text} ${question.statement.text}`
  if (text.length > LONGEST || before.question.addressedTo.join(" ") !== question.addressedTo.join(" "))
    return undefined
  const { kind, options } = question.options.length > 1 ? question : before.question
  return { ...before.question, kind, options, statement: { ...before.question.statement, text } }
}

function isNextTo({ asked, by }: Track, before: Track): boolean {
  return (
    by === before.by &&
    by.message.medium === "mail" &&
    asked.hasMark &&
    before.asked.hasMark &&
    asked.firstSentence === before.asked.lastSentence + 1 &&
    asked.firstLine <= before.asked.lastLine + 1
  )
}
