import { hasAny, wordKind } from "../words/vocabulary.ts"
import type { OwnSentence } from "../read-message.ts"
import { quick } from "../patterns/quick-pattern.ts"

const OBJECTION = String.raw`(?:objections?|complaints?|counter-?arguments?|veto(?:es)?|(?:anything|something) against)`
/** "Three loose objects" are no objection: who does it stands before it. */
const OBJECTS = String.raw`(?:objects?|disagrees?|complains?|protests?|veto(?:es)?|(?:speak|shout|scream|say)s? (?:up|otherwise|now|no)|shouts?|screams?|(?:is|are) against|(?:has|have|sees?|raises?|finds?)\b.{0,30}\b${OBJECTION})`
const SOMEBODY = String.raw`(?:any(?:body|one)|some(?:body|one)|others?|people|folks|you|\w+(?= objects\b))`
/** What is no objection yet: it has to be wanting ("unless there are further comments", "if there is no feedback"). */
const REMARK = String.raw`(?:concerns?|comments?|feedback|reviews?|remarks?|issues?|problems?|${OBJECTION})`
const LAZY = quick(
  new RegExp(
    `\\bunless ${SOMEBODY}\\b.{0,40}\\b${OBJECTS}\\b|\\b(?:unless (?:there|i|we|${SOMEBODY})|if (?:there(?: are|'s| is)|i hear|we hear|i see|i get) (?:no|nothing)|if (?:i|we|you|people|others) (?:do not|don't) (?:hear|see|get|have)|barring|absent)\\b.{0,40}\\b${REMARK}\\b|\\bif (?:no ?(?:body|one)|none of you)\\b.{0,40}\\b(?:${OBJECTS}|${REMARK})\\b|\\bunless (?:i|we) hear (?:otherwise|differently)\\b`,
    "i",
  ),
)
/** It says by itself that something goes ahead. */
const BY_NAME = quick(/\b(?:lazy consensus|silence (?:means|is) (?:consent|agreement))\b/i)
/** "I'll wait until Friday for more reviews, then apply." */
const WAITING = quick(
  /\b(?:i(?:'ll| will)|let me|let's) (?:wait|give (?:it|this|people|others|everyone|everybody))\b.{0,20}\b(?:until|till|days?|weeks?|\w+day)\b.{0,60}\b(?:then|before|and|i'll|i will)\b.{0,20}\b(?:apply|applying|merge|merging|push|pushing|commit|queue|pick|land)\b/i,
)
const CALL = quick(
  /^(?:any (?:other |more |further )?(?:objections?|concerns?|complaints?)|does (?:anybody|anyone|somebody|someone) object|if (?:anybody|anyone|somebody|someone|you) objects?\b|last call|speak now)\b/i,
)
/** In the sentence beside it; "we will" is said of much. */
const PLANS = /\b(?:i(?:'ll| will| plan to| intend to|'m going to| am going to)|i(?:'m| am) \w+ing)\b/i
const GOING_AHEAD =
  /\b(?:i(?:'ll| will| plan to| intend to| propose|'m going to| am going to)|i(?:'m| am) (?:apply|merg|push|committ|queu|pick|land|send)ing|we(?:'ll| will)|let's|(?:will|going to|intend to|plan to) (?:be \w+|apply|merge|push|commit|queue|pick|land|send)|(?:it|this) (?:goes in|will go in)|consider (?:it|this))\b/i
const OTHERWISE = /^(?:otherwise|if not|else|or else)\b/i

const OBJECTING = wordKind(
  "objects object counterargument counter-argument counterarguments counter-arguments objections objection disagrees disagree disagreement complains complain complaints complaint protests protest veto vetoes speaks speak shouts shout screams scream screaming says say otherwise differently against lazy concern concerns comment comments feedback review reviews remark remarks issue issues problem problems barring absent silence wait give call",
)

interface LazyCall {
  readonly sentence: OwnSentence
  /** The words that may name the term. */
  readonly term: string
}

/** The sentence by which its author goes ahead unless somebody objects. */
export function lazyIn(sentences: readonly OwnSentence[]): LazyCall | undefined {
  for (const [at, sentence] of sentences.entries()) {
    const call = hasAny(sentence.words.kinds, OBJECTING)
      ? (callIn(sentence, sentences) ?? callBefore(sentences, at))
      : undefined
    if (call !== undefined) return call
  }
  return undefined
}

function callIn(sentence: OwnSentence, sentences: readonly OwnSentence[]): LazyCall | undefined {
  const text = sentence.text.slice(0, 300)
  if (text.endsWith("?")) return undefined
  if (isComplete(text)) return { sentence, term: text }
  if (!LAZY.test(text)) return undefined
  const beside = [sentences[sentence.index - 1], sentences[sentence.index + 1]]
  const going = beside.find((one) => one !== undefined && PLANS.test(one.text))
  return going && { sentence, term: `${text} ${going.text}` }
}

/** "Any objections? Otherwise I'll push it." */
function callBefore(sentences: readonly OwnSentence[], at: number): LazyCall | undefined {
  const next = sentences[at + 1]
  if (next === undefined || !CALL.test(sentences[at]?.text ?? "")) return undefined
  return OTHERWISE.test(next.text) && GOING_AHEAD.test(next.text) ? { sentence: next, term: next.text } : undefined
}

function isComplete(text: string): boolean {
  return BY_NAME.test(text) || WAITING.test(text) || ((LAZY.test(text) || CALL.test(text)) && GOING_AHEAD.test(text))
}
