import type { Position } from "../../../model/summary.ts"
import type { CueKind } from "../cues/cue.ts"
import type { Judgement } from "../sentence/judge-sentence.ts"
import { CHANGE_IN_ACCEPTED } from "../sentence/judge-sentence.ts"
import type { MatterKind } from "./matter.ts"
import { hasAny, wordKind } from "../../words/vocabulary.ts"

/** How much a sentence or a message says for each position, 0 to 3. */
export type Sides = Readonly<Record<Position, number>>

/** What a sentence stands in: it tells where "I agree" and "you should" point. */
export interface SideContext {
  readonly matter: MatterKind
  /** The message that the thread starts with: where help is asked for, it tells the trouble. */
  readonly isAsking: boolean
  /** Who made the proposal or asked the question: their promise is a change in what they proposed. */
  readonly isProposer: boolean
  /** The position of what is answered: that of the quoted author where known, else of the parent. */
  readonly answered: Position | undefined
  /** Agrees with somebody who said it elsewhere: nobody here can know what they stand for. */
  readonly isAgreeingElsewhere: boolean
  /** Where help is asked for: answers another's recommendation, not the one who asked. */
  readonly isCompeting: boolean
  /** Stands right under a quoted line of a patch: it is said of that line. */
  readonly isUnderPatch: boolean
}

/** The positions that a sentence speaks for, once its context is known. */
export function sidesOf(judgement: Judgement, context: SideContext): Sides {
  const of = (kind: CueKind): number =>
    judgement.strengths[kind] * shareInQuestion(judgement, kind) * (isSymptom(kind, context) ? OCCASION : 1)
  // "I'd suggest not to" asks for nothing.
  const wanted = of("oppose") >= PLAIN ? 0 : of("ask") * askShare(judgement, context)
  const asked = context.matter === "help" && !isAdvice(judgement, context.isProposer) ? 0 : wanted
  const sides = plainSides(of, { asked, wanted }, judgement, context)
  const joined = joinedBy(context.answered)
  const agreed = of("agree") * Number(!context.isAgreeingElsewhere)
  sides[joined] = Math.max(sides[joined], agreed, of("concede") * (of("concede") > 1 ? 0.8 : NOD))
  const opposed = opposedTo(context.answered)
  // Where help is asked for nothing is proposed that contradicting somebody could speak for.
  const isForNothing = context.matter === "help" && opposed === "supports"
  sides[opposed] = Math.max(sides[opposed], isForNothing ? 0 : of("disagree") * 0.9)
  speakForOwn(sides, of("prefer"), context)
  if (context.isCompeting && asked >= of("support") && isRecommending(judgement)) competeWith(sides)
  if (isAcceptedWithChange(judgement))
    sides["supports-with-changes"] = Math.max(sides["supports-with-changes"], sides.supports + 0.1)
  return sides
}

/** The sides that it speaks for by itself, whomever it answers. */
function plainSides(
  of: (kind: CueKind) => number,
  { asked, wanted }: { readonly asked: number; readonly wanted: number },
  judgement: Judgement,
  context: SideContext,
): Record<Position, number> {
  const isPatch = context.matter === "patch"
  const ofLine = isPatch && context.isUnderPatch && !isOfTheWhole(judgement)
  const blocked = judgement.isHypothetical || ofLine ? of("oppose") * blockedShare(context) : 0
  const sides: Record<Position, number> = {
    supports: Math.max(of("support"), isPatch ? 0 : asked),
    "supports-with-changes": Math.max(
      of("change") * 0.7,
      context.isProposer ? of("promise") * 0.6 : 0,
      isPatch ? asked : 0,
      blocked,
    ),
    opposes: blocked > 0 ? 0 : discounted(of("oppose"), judgement, context),
    "prefers-alternative": discounted(of("prefer"), judgement, context),
    undecided: discounted(of("undecided"), judgement, context),
    informs: 0,
  }
  // "Just use X instead" says what ought to be done in another way.
  if (of("prefer") >= PREFERS) sides["prefers-alternative"] = Math.max(sides["prefers-alternative"], wanted + 0.1)
  bind(sides, context.matter === "help" ? of("support") : sides.supports, judgement)
  if (ofLine) askForChange(sides)
  return sides
}

/** What would have to change first counts, but not among the troubles of one who asks for help. */
function blockedShare({ matter, isAsking }: SideContext): number {
  return matter === "help" && isAsking ? OCCASION : 0.7
}

/** What a sentence without a cue says for any of them. */
export const NO_SIDES: Sides = {
  supports: 0,
  "supports-with-changes": 0,
  opposes: 0,
  "prefers-alternative": 0,
  undecided: 0,
  informs: 0,
}

/** What a proposer would rather have is the proposal. */
function speakForOwn(sides: Record<Position, number>, preferred: number, { isProposer, matter }: SideContext): void {
  if (isProposer && matter === "proposal") sides.supports = Math.max(sides.supports, preferred * 0.65)
}

/** A yes with a condition is a yes with changes. */
function bind(sides: Record<Position, number>, bound: number, { isConditional }: Judgement): void {
  if (!isConditional || bound < BOUND) return
  sides["supports-with-changes"] = Math.max(sides["supports-with-changes"], bound)
  sides.supports *= 0.9
}

/** What a plain recommendation comes to; less than that binds nothing. */
const BOUND = 1.6
/** "Ah, I see" gives in where there was an objection, and is no side by itself. */
const NOD = 0.5
/** A plain word for something else. */
const PREFERS = 2

const WHOLE = wordKind("nak nack naked nacked patch series approach idea change whole concept veto")

function isOfTheWhole({ kinds }: Judgement): boolean {
  return hasAny(kinds, WHOLE)
}

/** What is wrong with a line, or better done in another way there, is a change in what holds it. */
function askForChange(sides: Record<Position, number>): void {
  sides["supports-with-changes"] = Math.max(sides["supports-with-changes"], sides["prefers-alternative"])
  sides["prefers-alternative"] = 0
}

/** What is recommended beside another's recommendation stands against it. */
function competeWith(sides: Record<Position, number>): void {
  sides["prefers-alternative"] = Math.max(sides["prefers-alternative"], sides.supports)
  sides.supports = 0
}

const RECOMMENDING = wordKind(
  "use using try look think consider recommend suggest switch alternative instead another other different",
)

function isRecommending({ kinds }: Judgement): boolean {
  return hasAny(kinds, RECOMMENDING)
}

/** A question takes no side by itself: "does that make sense?" is no yes, "why is it needed?" no refusal. */
function shareInQuestion({ isPureQuestion }: Judgement, kind: CueKind): number {
  if (!isPureQuestion) return 1
  if (kind === "support" || kind === "agree" || kind === "concede") return 0
  return kind === "oppose" ? 0.5 : 1
}

/** "Can you rename it?" asks for a change in a patch; where help is asked for, a question is back to the asker; where nothing is proposed, advice is for nothing. */
function askShare(judgement: Judgement, { matter }: SideContext): number {
  if (judgement.isQuestion) return matter === "patch" ? 0.5 : 0
  return matter === "talk" ? 0.35 : 0.8
}

/** Where help is asked for, who asks advises nobody, unless with what they would do themselves; and "it should" is no advice. */
function isAdvice({ kinds }: Judgement, isAsker: boolean): boolean {
  return hasAny(kinds, isAsker ? WOULD : ADVISING)
}

const WOULD = wordKind("i'd would")
const ADVISING = wordKind(
  "you your you'd you'll u use try look suggest recommend advise consider best better easiest simplest easier simpler",
)

function isAcceptedWithChange({ strengths }: Judgement): boolean {
  return strengths.change >= CHANGE_IN_ACCEPTED
}

/**
 * Technical mail is full of what is wrong, broken or better, and most of it is not said of the matter.
 *
 * So only a plain word against it counts nearly in full; where help is asked for, things that do not
 * work are the occasion, not a position, unless somebody speaks of what they do themselves.
 */
function discounted(strength: number, { kinds }: Judgement, { matter, isAsking, isProposer }: SideContext): number {
  const share = strength >= PLAIN ? 0.9 : 0.65
  if (matter !== "help") return strength * share
  if (isAsking || isProposer) return strength * OCCASION
  return strength * share * (hasAny(kinds, SELF) ? 0.8 : 0.55)
}

/** Of one who asks for help what works, or does not, is part of the trouble. */
function isSymptom(kind: CueKind, { matter, isAsking }: SideContext): boolean {
  return matter === "help" && isAsking && (kind === "support" || kind === "change")
}

/** What the occasion of a question says for a side. */
const OCCASION = 0.15

const SELF = wordKind("i my me i'm i'd i've i'll we our")

const PLAIN = 3

/** Whoever agrees stands where the one stands whom they answer; with no side known there, for the matter itself. */
function joinedBy(answered: Position | undefined): Position {
  return answered === "opposes" || answered === "prefers-alternative" ? answered : "supports"
}

/** Whoever contradicts an opponent is for it. */
function opposedTo(answered: Position | undefined): Position {
  return joinedBy(answered) === "supports" ? "opposes" : "supports"
}

/** The position that speaks loudest, and how loud. */
export function loudest(sides: Sides): { readonly position: Position; readonly strength: number } {
  let best: Position = "informs"
  for (const position of SPOKEN) if (sides[position] > sides[best]) best = position
  return { position: best, strength: sides[best] }
}

/** Where two are as loud, the earlier one holds: people who write to a thread are for it more often than not. */
const SPOKEN = ["supports", "supports-with-changes", "prefers-alternative", "opposes", "undecided"] as const
