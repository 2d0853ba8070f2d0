import { quick } from "../../patterns/quick-pattern.ts"
import type { OwnSentence } from "../../read-message.ts"
import type { CueKind } from "../cues/cue.ts"
import type { Judgement } from "./judge-sentence.ts"
import { lessened, NO_STRENGTHS } from "./judge-sentence.ts"

/** "You are right." with a "But" behind it gives in no more than in one sentence; so does praise that grants something. */
const TURNS =
  /^(?:but|however|yet|still|nevertheless|(?:all )?that (?:being )?said|having said (?:all )?(?:that|this)|on the other hand|otoh|then again|the (?:main |real |only )?problems?(?: here)? (?:is|are|with))\b/i
/** Opens what decides, be it a paragraph of its own; all that was said just before is what it concedes. */
/** "Fair enough, you know the river, but the boat is mine.": gives in with one hand. */
const BUT_WITHIN = quick(
  /^\W*(?:fair (?:enough|point)|(?:good|valid) point|point taken|you(?:'re| are) right)\b[^;]{3,200}, but (?!also\b)/i,
)
const SUMS_UP = quick(
  /^(?:(?:but|and|still|now),? )?(?:(?:all )?that (?:being |having been )?said|having said (?:all )?(?:that|this)|be that as it may)\b/i,
)
const GRANTS = quick(
  /^(?:technically|in (?:principle|theory)|to be (?:sure|fair)|granted|admittedly|of course|sure|certainly|it(?:'s| is) true)\b|\bin (?:principle|theory)\b|\bno (?:problem|objection)s? (?:with|to) the idea\b/i,
)

/** What sentences say once it is known what turns them: "A. That said, B." says B. */
export function withTurns(said: readonly OwnSentence[], judgements: readonly Judgement[]): readonly Judgement[] {
  const turned = judgements.map((judgement, at) => withNext(judgement, said, at))
  for (const [at, { text }] of said.entries()) {
    const judgement = judgements[at]
    if (judgement === undefined || judgement.strengths === NO_STRENGTHS || !SUMS_UP.test(text)) continue
    const overruled = overruledBy(judgement)
    if (overruled === undefined) continue
    for (let before = at - 1; isConceded(said, before, at); before--)
      turned[before] = lessen(turned[before] ?? judgement, overruled)
  }
  return turned
}

function withNext(judgement: Judgement, said: readonly OwnSentence[], at: number): Judgement {
  const sentence = said[at]
  if (sentence === undefined || judgement.strengths === NO_STRENGTHS) return judgement
  const turned = turnedKinds(judgement.strengths, sentence, said[at + 1])
  return turned === undefined ? judgement : { ...judgement, strengths: lessened(judgement.strengths, turned) }
}

/** The kinds of its cues that a sentence takes back itself, or the next one does; undefined where it stands. */
function turnedKinds(
  { support, agree, concede }: Judgement["strengths"],
  { text, paragraph }: OwnSentence,
  next: OwnSentence | undefined,
): readonly CueKind[] | undefined {
  if (concede >= 2 && BUT_WITHIN.test(text)) return GIVING_IN
  if (next === undefined || !TURNS.test(next.text)) return undefined
  if (support > 0 && GRANTS.test(text)) return FOR
  return next.paragraph === paragraph && (agree >= 2 || concede >= 2) ? GIVING_IN : undefined
}

const GIVING_IN: readonly CueKind[] = ["agree", "concede"]
const FOR: readonly CueKind[] = [...GIVING_IN, "support"]
const AGAINST: readonly CueKind[] = ["oppose", "prefer", "undecided", "disagree"]

/**
 * The kinds of cues that a sentence overrules before it; undefined where it takes no side, or both. A remark that something
 * is unclear, or ugly, leaves a yes what it was.
 */
function overruledBy({ strengths, isPureQuestion, isHypothetical }: Judgement): readonly CueKind[] | undefined {
  const isFor = FOR.some((kind) => strengths[kind] >= 2)
  const isAgainst = REFUSING.some((kind) => strengths[kind] >= 3)
  if (isFor === isAgainst || isPureQuestion || isHypothetical) return undefined
  return isFor ? AGAINST : FOR
}

const REFUSING: readonly CueKind[] = ["oppose", "prefer", "change"]

/** Said right before, in the same paragraph or in the one before, and below the same quote. */
function isConceded(said: readonly OwnSentence[], before: number, turn: number): boolean {
  const [sentence, after, turning] = [said[before], said[before + 1], said[turn]]
  if (sentence === undefined || after === undefined || turning === undefined || after.isHead) return false
  const opensParagraph = said[turn - 1]?.paragraph !== turning.paragraph
  return opensParagraph ? sentence.paragraph === said[turn - 1]?.paragraph : sentence.paragraph === turning.paragraph
}

function lessen(judgement: Judgement, kinds: readonly CueKind[]): Judgement {
  if (judgement.strengths === NO_STRENGTHS) return judgement
  return { ...judgement, strengths: lessened(judgement.strengths, kinds), isConceded: true }
}
