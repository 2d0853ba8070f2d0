import { cuesFor } from "./cues/all-cues.ts"
import type { Cue, CueKind } from "./cues/cue.ts"
import { isInMainClause, isNegatedBefore } from "./clauses.ts"

/** Nobody states a position in a sentence of more characters; what is longer is a log or a table. */
const MAX_SENTENCE = 600

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

export function judgeSentence(text: string): Judgement {
  const lower = text.slice(0, MAX_SENTENCE).toLowerCase().replaceAll(/[’`´]/g, "'")
  const words = wordsOf(lower)
  const isReported = REPORTED.test(text) && !/\bi (?:agree|concur|also|think|second)\b/.test(lower)
  const strengths: Partial<Record<CueKind, number>> = {}
  for (const cue of cuesFor(new Set(words))) {
    const hit = cue.pattern.exec(lower)
    if (hit === null) continue
    const { kind, strength } = weigh(cue, hit.index, lower)
    strengths[kind] = Math.max(strengths[kind] ?? 0, isReported ? 0 : strength)
  }
  return {
    strengths,
    isQuestion: /\?["')\]]*$/.test(lower),
    isReported,
    isConditional: CONDITION.test(lower),
    isHedged: HEDGE.test(lower),
    words,
  }
}

/** The words of a text in lower case, short forms whole ("don't"), with the signs that chat uses as words. */
export function wordsOf(lower: string): readonly string[] {
  return lower.match(/:?[+-]?[a-z0-9_^]+(?:'[a-z]+)?:?/g)?.map((word) => word.replace(/:$/, "")) ?? []
}

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
