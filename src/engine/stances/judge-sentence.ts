import type { OwnSentence } from "../read-message.ts"
import { hasAny, plainText } from "../words.ts"
import { cuesFor } from "./cues/all-cues.ts"
import type { Cue, CueKind } from "./cues/cue.ts"
import { isInMainClause, isNegatedBefore } from "./clauses.ts"

/** What one sentence says, taken by itself. */
export interface Judgement {
  /** Strength of every kind of cue that holds after negation, contrast and reported speech: 0 to 3. */
  readonly strengths: Readonly<Partial<Record<CueKind, number>>>
  readonly isQuestion: boolean
  /** Somebody else's position is told: it is never the author's. */
  readonly isReported: boolean
  readonly isConditional: boolean
  readonly isHedged: boolean
  readonly words: readonly string[]
}

export function judgeSentence({ text, words }: Pick<OwnSentence, "text" | "words">): Judgement {
  const lower = plainText(text)
  const isReported =
    hasAny(words, SAYING) && REPORTED.test(text) && !/\bi (?:agree|concur|also|think|second)\b/.test(lower)
  const strengths: Partial<Record<CueKind, number>> = {}
  for (const cue of cuesFor(words)) {
    const hit = cue.pattern.exec(lower)
    if (hit === null) continue
    const { kind, strength } = weigh(cue, hit.index, lower)
    strengths[kind] = Math.max(strengths[kind] ?? 0, isReported ? 0 : strength)
  }
  return {
    strengths,
    isQuestion: lower.includes("?") && /\?["')\]]*$/.test(lower),
    isReported,
    isConditional: hasAny(words, CONDITION_WORDS) && CONDITION.test(lower),
    isHedged: hasAny(words, HEDGE_WORDS) && HEDGE.test(lower),
    words,
  }
}

const SAYING = new Set(
  "said says thinks thought wants wanted suggested suggests mentioned mentions argued argues claims claimed believes believed told asked wrote proposed proposes prefers preferred pointed would liked likes objected nacked naked disagreed agreed agrees".split(
    " ",
  ),
)
const CONDITION_WORDS = new Set("if once unless provided long assuming condition until only with".split(" "))
const HEDGE_WORDS = new Set(
  "maybe perhaps might possibly probably somewhat bit kind sort sure guess tempted".split(" "),
)

const REPORTED =
  /^(?:As |And |But |So |Because |Since |Apparently,? )?(?:@?[A-Z][\w.]+(?: [A-Z][\w.]+)?|[Hh]e|[Ss]he|[Tt]hey|[Ss]omeone|[Ss]omebody|(?:[Ss]ome )?[Pp]eople|[Oo]thers) (?:also |has |have |had |once |already |just |even |explicitly )*(?:said|says|thinks|thought|wants|wanted|suggested|suggests|mentioned|mentions|argued|argues|claims|claimed|believes|believed|told|asked|wrote|proposed|proposes|prefers|preferred|pointed out|would like|would prefer|liked|likes|objected|nacked|NAKed|disagreed|agreed|agrees)\b/

const CONDITION =
  /\b(?:if|once|unless|provided|as long as|so long as|assuming|on condition|until|only when|with (?:that|this|the|those)(?: \w+){0,4} (?:fixed|changed|addressed|tweaked|done|removed|added|resolved))\b/

const HEDGE = /\b(?:maybe|perhaps|might|possibly|probably|somewhat|a bit|kind of|sort of|not sure|i guess|tempted)\b/

function weigh(cue: Cue, index: number, lower: string): { readonly kind: CueKind; readonly strength: number } {
  const weight = isInMainClause(lower, index) ? cue.strength : cue.strength * 0.4
  if (!isNegatedBefore(lower, index)) return { kind: cue.kind, strength: weight }
  if (cue.kind === "support" || cue.kind === "agree") return { kind: "oppose", strength: Math.min(weight, 2) }
  if (cue.kind === "oppose") return { kind: "support", strength: Math.min(weight, 1) }
  return { kind: cue.kind, strength: weight * 0.5 }
}
