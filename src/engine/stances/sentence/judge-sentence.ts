import { withoutQuotedWords } from "../../words/quoted-words.ts"
import type { OwnSentence } from "../../read-message.ts"
import { plainSentence } from "../../words/sentence-words.ts"
import type { WordKinds } from "../../words/vocabulary.ts"
import { hasAny, wordKind } from "../../words/vocabulary.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import { CUES } from "../cues/all-cues.ts"
import type { Cue, CueKind } from "../cues/cue.ts"
import { isDoubtedBefore, isInMainClause, isLeftOpen, isNegatedBefore } from "./clauses.ts"

/** What one sentence says, taken by itself. */
export interface Judgement {
  /** Strength of every kind of cue that holds after negation, contrast and reported speech: 0 to 3. */
  readonly strengths: Strengths
  readonly isQuestion: boolean
  /** Nothing but a question: no statement stands before it. */
  readonly isPureQuestion: boolean
  /** Said of what would have to happen first: "if it breaks X, it is a NAK". */
  readonly isHypothetical: boolean
  /** Somebody else's position is told: it is never the author's. */
  readonly isReported: boolean
  readonly isConditional: boolean
  /** The author says that somebody changed their mind for them. */
  readonly isWonOver: boolean
  /** An author takes the proposal itself back; a version that another one follows is not meant. */
  readonly isWithdrawal: boolean
  /** The author takes back what they had against it. */
  readonly isRetraction: boolean
  /** What the author says next overrules it. */
  readonly isConceded?: boolean
  readonly kinds: WordKinds
}

export function judgeSentence({ text, words }: Pick<OwnSentence, "text" | "words">): Judgement {
  const { kinds } = words
  const plain = plainSentence(text, words)
  const lower = withoutQuotedWords(plain)
  const isSarcastic = plain.includes("/") && SARCASM.test(lower)
  const isReported = isTold(text, { kinds, lower })
  const isRetraction = shows(RETRACTION, { kinds, lower })
  const isQuestion = plain.includes("?") && /\?["')\]]*$/.test(plain)
  return {
    strengths: isReported || isSarcastic ? NO_STRENGTHS : taken(strengthsOf(lower, words.cues), isRetraction),
    isQuestion,
    isPureQuestion: isQuestion && PURE_QUESTION.test(lower),
    isHypothetical: shows(HYPOTHETICAL, { kinds, lower }),
    isReported,
    isConditional: shows(CONDITION, { kinds, lower }),
    isWithdrawal: shows(WITHDRAWAL, { kinds, lower }) && !FOLLOWED.test(lower),
    isRetraction,
    isWonOver: shows(WON_OVER, { kinds, lower }),
    kinds,
  }
}

function isTold(text: string, { kinds, lower }: { readonly kinds: WordKinds; readonly lower: string }): boolean {
  return (
    hasAny(kinds, SAYING) &&
    (REPORTED.test(text) || HEARSAY.test(text)) &&
    !/\bi (?:agree|concur|also|think|second)\b/.test(lower)
  )
}

/** A mark that says "not as it stands"; a rate ("MB/s") or a replacement ("s/old/new/") is none. */
const SARCASM = /(?:^|\s)\/s(?:arcasm)?[.!)]*$|<\/(?:s|sarcasm|irony)>|\[(?:\/s|sarcasm)\]/

/** A pattern with the words of which one must be there before it is tried. */
interface Marker {
  readonly words: WordKinds
  readonly pattern: RegExp
}

function shows(marker: Marker, { kinds, lower }: { readonly kinds: WordKinds; readonly lower: string }): boolean {
  return hasAny(kinds, marker.words) && marker.pattern.test(lower)
}

type Strengths = Readonly<Record<CueKind, number>>

/** Of a sentence without a cue, as most are. All kinds in one order: objects of one shape are read quickest. */
export const NO_STRENGTHS: Strengths = {
  support: 0,
  oppose: 0,
  prefer: 0,
  undecided: 0,
  change: 0,
  ask: 0,
  agree: 0,
  concede: 0,
  disagree: 0,
  promise: 0,
  opinion: 0,
}

function strengthsOf(lower: string, cues: readonly number[]): Strengths {
  let main: Record<CueKind, number> | undefined
  let side: Record<CueKind, number> | undefined
  for (const number of cues) {
    const cue = CUES[number]
    const hit = cue?.pattern.exec(lower)
    if (cue === undefined || hit === undefined || hit === null) continue
    const { kind, strength } = negate(cue, hit.index, lower)
    if (strength === 0) continue
    const clause = isInMainClause(lower, hit.index) ? (main ??= { ...NO_STRENGTHS }) : (side ??= { ...NO_STRENGTHS })
    clause[kind] = Math.max(clause[kind], strength)
  }
  return ofStatusQuo(withException(ofDetail(ofComplaint(joinClauses(main, side), lower), lower), lower), lower)
}

/** "Yes, that is not good" agrees with a complaint, which was about something else than the matter as often as not. */
function ofComplaint(strengths: Strengths, lower: string): Strengths {
  return strengths.oppose === 2 && COMPLAINT.test(lower) ? { ...strengths, oppose: 1 } : strengths
}

const COMPLAINT = /^(?:yes|yeah|yep|right|indeed|true|agreed),? (?:that|this|it)(?:'s| is| was|'re) /

/** Dislike of a name or a comment asks for a change in what it is part of. */
function ofDetail(strengths: Strengths, lower: string): Strengths {
  const { oppose, change } = strengths
  if (oppose === 0 || !DETAIL.test(lower) || REFUSAL.test(lower)) return strengths
  return { ...strengths, oppose: 0, change: Math.max(change, oppose) }
}

const DETAIL =
  /\b(?:the|this|that|its|your) (?:\w+ )?(?:names?|naming|wording|comments?|title|subject line|commit message|changelog|indentation|spelling|formatting|coding style|typos?)\b/

/** Whoever says this is against the whole, whatever they give as the reason. */
const REFUSAL = /\b(?:nac?k(?:ed)?|against|opposed|veto)\b|(?:^|\s)-1\b|\brather not\b/

/** "Looks good apart from the comments below" accepts it, with changes. */
function withException(strengths: Strengths, lower: string): Strengths {
  return strengths.support >= 2 && EXCEPTION.test(lower) ? { ...strengths, change: CHANGE_IN_ACCEPTED } : strengths
}

const EXCEPTION = quick(
  /\b(?:(?:other|apart|aside) (?:than|from)|besides|except (?:for|that)|modulo|(?:a few|a couple(?: of)?|some|one|two|just|minor|small)(?: minor| small| more| other| tiny)* (?:(?:comments?|remarks?|suggestions?|questions?|things?|points?|issues?)(?: inline| below|[.]?$)|nits?))\b/,
)

/** "The current default works fine": what is praised is what the proposal would do away with. */
function ofStatusQuo(strengths: Strengths, lower: string): Strengths {
  if (strengths.support === 0 || !STATUS_QUO.test(lower) || /\b(?:al)?though\b/.test(lower)) return strengths
  return { ...strengths, support: 0, oppose: Math.max(strengths.oppose, strengths.support) }
}

const STATUS_QUO = quick(
  /\b(?:the|our|your|this) (?:current|existing|present|old) (?:code|behaviou?r|defaults?|way|approach|solution|scheme|one|name|values?|settings?|design|interface|implementation)\b(?!.*\b(?:with (?:this|the|your)|could|should|broken|wrong))|\bstatus quo\b|\b(?:with|like) what we(?: already)? have\b|\b(?:works?|fine) (?:\w+ )?without (?:this|the) (?:patch|change)\b/,
)

const AGAINST: readonly CueKind[] = ["oppose", "prefer", "undecided", "disagree"]
const FOR: readonly CueKind[] = ["support", "agree", "concede"]

/**
 * The clause that decides counts in full.
 *
 * What stands beside it counts as little as nothing where the two contradict each other. "Fine, but
 * rename it" is no contradiction: it asks for a change in what it accepts; and "fine, but Robin
 * wants to look at it" is fine.
 */
function joinClauses(main: Strengths = NO_STRENGTHS, side?: Strengths): Strengths {
  if (side === undefined) return main
  const joined: Record<CueKind, number> = { ...main }
  const isYes = FOR.some((kind) => side[kind] >= 2)
  const contradicts = !isYes || AGAINST.some((kind) => main[kind] >= 2)
  for (const kind of ALL_KINDS) {
    const strength = side[kind] * (contradicts || !FOR.includes(kind) ? BESIDE : 1)
    if (strength > 0) joined[kind] = Math.max(joined[kind], strength)
  }
  if (!contradicts && main.ask >= 2) joined.change = Math.max(joined.change, CHANGE_IN_ACCEPTED)
  return joined
}

/** "I don't think that it should be a rule" asks for none, "whether it works" praises nothing. */
function isUnsaid({ kind, strength }: Cue, index: number, lower: string): boolean {
  if (kind === "ask") return isDoubtedBefore(lower, index)
  if (kind === "oppose") return strength < 3 && SUPPOSED.test(lower.slice(0, index))
  return FOR.includes(kind) && isLeftOpen(lower, index)
}

/** "I'll cancel if it is not needed." */
const SUPPOSED = /\b(?:if|unless) (?:(?:it|this|that|they)(?:'s| is| are| was)? ?)?$/

/** "It is by design, though I agree that it is ugly." */
const GRANTING = /\b(?:al)?though (?:\w+ )?$/

/** Too little to take a side by. */
const TURNED = 0.25

/** What is left of the cues of some kinds that the next words turn. */
export function lessened(strengths: Strengths, kinds: readonly CueKind[]): Strengths {
  const left: Record<CueKind, number> = { ...strengths }
  for (const kind of kinds) left[kind] *= TURNED
  return left
}

const ALL_KINDS: readonly CueKind[] = [...FOR, ...AGAINST, "change", "ask", "promise", "opinion"]
/** Share of its strength that a cue keeps in a clause that another one overrules. */
const BESIDE = 0.4
/** Stands out above every cue's strength: "fine, but rename it" is the plainest way of supporting with changes. */
export const CHANGE_IN_ACCEPTED = 4.5

const SAYING = wordKind(
  "said says thinks thought wants wanted suggested suggests mentioned mentions argued argues claims claimed believes believed told asked wrote proposed proposes prefers preferred pointed would liked likes objected nacked naked disagreed agreed agrees seen heard read general usual common standard say think want",
)
const CONDITION_WORDS = wordKind(
  "if once unless provided long assuming condition before first only rest fixed changed addressed tweaked done removed added resolved",
)

const WON_OVER_WORDS = wordKind("convinced persuaded sold mind corrected")
const WON_OVER: Marker = {
  words: WON_OVER_WORDS,
  pattern:
    /\b(?:you|that|this|it)(?:'ve| have| has)? (?:now )?(?:convinced|persuaded|sold) me\b|\bi(?:'m| am| stand) (?:now )?(?:convinced|persuaded|corrected|sold)\b|\bi(?:'ve| have)? (?:just )?changed my mind\b/,
}

const ALL_OF_IT =
  "(?:(?:this|the|my|that) (?:patch(?:es)?|series|one|proposal|idea|change|pull request)|(?:it|this|that)(?= then\\b| altogether\\b|[.!]?$))"
const WITHDRAWAL_WORDS = wordKind(
  "drop droping dropping dropped ignore disregard scrap scraping scrapping forget withdraw withdrawing withdrawn abandon abandoning self needed necessary required pursue pursuing",
)
const WITHDRAWAL: Marker = {
  words: WITHDRAWAL_WORDS,
  pattern: new RegExp(
    `^(?:(?:so|ok|okay|then|hence|right|sorry|fine|alright|let's|please|just)[,.]? )*(?:drop|ignore|disregard|scrap|forget|withdraw) (?:about )?${ALL_OF_IT}|\\bi(?:'ll| will| hereby| am going to|'m going to|'m| am)? (?:just )?(?:withdraw|drop|scrap|abandon)(?:p?ing)? ${ALL_OF_IT}|\\bself[- ]nac?k\\b|\\bi(?:'m| am| will|'ll| have| do)? (?:not|no longer|n't)(?: going to| want to| intend to| plan to)? pursu(?:e|ing) (?:it|this|that)(?: idea| patch| any ?(?:more|further)| further)*(?=[.,;!]|$)|\\bi won't pursue (?:it|this|that)\\b|\\bplease (?:drop|ignore|disregard) ${ALL_OF_IT}|\\b(?:this|the|my) (?:patch|series|change) (?:is not|isn't|is no longer) (?:needed|necessary|required)(?: (?:after all|any ?more|then))?[.!]?$|\\bconsider (?:this|it|my) (?:\\w+ )?(?:withdrawn|dropped)\\b`,
  ),
}
const RETRACTION_WORDS = wordKind("my longer withdrawn retracted lifted dropped")
const RETRACTION: Marker = {
  words: RETRACTION_WORDS,
  pattern:
    /(?:^|\b(?:i|i'm|i'll|i've|am|will|hereby|have|then|ok|okay|please|can)\b[, ]+)(?:withdraw(?:ing|n)?|retract(?:ing|ed)?|take|took|taking|drop(?:ping|ped)?|lift(?:ing|ed)?|scratch|forget|ignore|disregard)(?: back)? my (?:\w+ )?(?:nac?k|objections?|concerns?|veto|reservations?)\b|^(?:my )?(?:\w+ )?(?:nac?k|objections?|veto) (?:is |are )?(?:withdrawn|retracted|lifted|dropped)\b|\b(?:i'm|i am|am)? ?no longer (?:opposed|against|object(?:ing)?|oppose|have (?:any )?(?:objections?|concerns?))\b|\b(?:addresses|addressed|resolves|resolved|answers|answered|covers|removes) (?:all )?(?:of )?my (?:\w+ )?(?:concerns?|objections?|worry|worries|questions?)\b/,
}
const FOLLOWED = /\b(?:v\d|new version|next version|resend|re-send|resent|respin|repost|again|instead)\b/

/** What is heard here and there is nobody's own. */
const HEARSAY =
  /^(?:[Ww]hat I(?:'ve| have)? (?:seen|heard|read)\b|[Tt]he (?:general|usual|common|standard) (?:sentiment|advice|recommendation|opinion|wisdom) (?:has been|is|was|seems)\b|(?:[Mm]ost|[Ss]ome) of them (?:say|think|want)\b)/
const REPORTED =
  /^(?:As |And |But |So |Because |Since |Apparently,? )?(?!(?:What|That|Which|Having)\b)(?:@?[A-Z][\w.]+(?: [A-Z][\w.]+)?|[Hh]e|[Ss]he|[Tt]hey|[Ss]omeone|[Ss]omebody|(?:[Ss]ome )?[Pp]eople|[Oo]thers) (?:also |has |have |had |once |already |just |even |explicitly )*(?:said|says|thinks|thought|wants|wanted|suggested|suggests|mentioned|mentions|argued|argues|claims|claimed|believes|believed|told|asked|wrote|proposed|proposes|prefers|preferred|pointed out|would like|would prefer|liked|likes|objected|nacked|NAKed|disagreed|agreed|agrees)\b/

/** A question that starts with its verb or its question word. */
const PURE_QUESTION =
  /^(?:(?:so|and|but|also|or|then|hmm|well|ok|okay|btw|also|just curious|@?[\w.-]+[,:]),? ){0,3}(?:is|are|was|were|do|does|did|can|could|would|will|should|shall|may|might|has|have|had|isn't|aren't|don't|doesn't|didn't|can't|couldn't|wouldn't|shouldn't|won't|any|anybody|anyone|what|what's|why|who|where|when|which|how|whether)\b/

/** Words against it that are taken back are none. */
function taken(strengths: Strengths, isBack: boolean): Strengths {
  if (!isBack) return strengths
  return { ...strengths, oppose: 0, undecided: 0, prefer: 0, concede: Math.max(strengths.concede, 3) }
}

const HYPOTHETICAL_WORDS = wordKind("if when should")
const HYPOTHETICAL: Marker = {
  words: HYPOTHETICAL_WORDS,
  pattern:
    /(?:^|[:;,] |\b(?:so|and|but) )(?:if|when|should) (?!you (?:really |still )?(?:ask|want|need)|anybody|anyone|(?:this|that) is (?:your|the) (?:\w+ )?(?:rationale|reason|reasoning|argument|motivation|justification|goal|idea|plan|only)\b)[^,]{4,120}(?:, (?:then )?|(?: then)? )(?:it's|it is|that's|that is|it'd be|that would be|this is|then)\b/,
}

/** What binds a yes to something: also of the sentence that leads up to a trailer. */
export const CONDITION: Marker = {
  words: CONDITION_WORDS,
  pattern:
    /\bthe rest (?:of \w+(?: \w+){0,2} )?(?:looks?|seems?|is|are)\b|(?<!\b(?:that|as|see|sees|know|sure|wonder|wondered|wondering|check|even|what|when|tell|ask|asked|test) )\bif\b(?! (?:only\b|i (?:have|may|can|remember|recall|understand|read|am|get)|that (?:matters|helps|is what|'s what)|any(?:body|one|thing)?\b|no ?(?:body|one|objections?)\b|there (?:are|is) no\b|needed|necessary|possible|relevant|appropriate|applicable|desired|so\b|not\b|nothing else|you (?:like|want|wish|don't mind|prefer|ask)))|\b(?:once (?!more|again|upon|in a)|unless (?!you (?:want|prefer|like|object|mind)|any(?:body|one))|provided|as long as|so long as|assuming|on condition|only when|(?:check|test|fix|verify|measure|make sure)\b.{0,80}\b(?:before|first)\b|with (?:that|this|the|those|these|my|your|\w+'s)(?: \S+){0,4} (?:fixed|changed|addressed|tweaked|done|removed|added|resolved))\b/,
}

function negate(cue: Cue, index: number, lower: string): { readonly kind: CueKind; readonly strength: number } {
  const { kind, strength } = cue
  const isNegated = isNegatedBefore(lower, index)
  const isFor = kind === "support" || kind === "agree"
  if (isUnsaid(cue, index, lower)) return { kind, strength: 0 }
  if (kind === "agree" && GRANTING.test(lower.slice(0, index))) return { kind, strength: strength * TURNED }
  if (!isNegated && !(isFor && isDoubtedBefore(lower, index))) return { kind, strength }
  if (isFor) return { kind: "oppose", strength: Math.min(strength, 2) }
  if (kind === "oppose") return { kind: "support", strength: Math.min(strength, 1) }
  return { kind, strength: strength * 0.5 }
}
