import { hasAny, wordKind } from "../vocabulary.ts"
import type { OwnSentence } from "../read-message.ts"
import { quick } from "../patterns/quick-pattern.ts"

const OBJECTION = String.raw`(?:objects?|objections?|disagrees?|complain(?:s|ts?)?|protests?|veto(?:es)?|speaks? up|shouts?|scream(?:s|ing)?|says? otherwise|against)`
/** What is no objection yet: it has to be wanting ("unless there are further comments", "if there is no feedback"). */
const REMARK = String.raw`(?:concerns?|comments?|feedback|reviews?|remarks?|issues?|problems?)`
const LAZY = quick(
  new RegExp(
    `\\b(?:unless|if)(?: there(?: are|'s| is)| (?:i|we) (?:hear|see|get|receive)| any(?:body|one)| some(?:body|one)| no ?(?:body|one)| you| others?| people| \\w+ (?:has|have)| \\w+(?= objects\\b))\\b.{0,60}\\b${OBJECTION}\\b|\\bunless (?:i|we) hear (?:otherwise|differently)\\b|\\b(?:barring|absent)(?: any| further| other| more)* (?:objections?|complaints?)\\b|\\b(?:lazy consensus|silence (?:means|is) (?:consent|agreement))\\b`,
    "i",
  ),
)
const UNREMARKED = quick(
  new RegExp(
    `\\b(?:unless (?:there|i|we|any(?:body|one)|some(?:body|one)|people|others)|if (?:there(?: are|'s| is)|i hear|we hear|i see|i get) (?:no|nothing)|if (?:nobody|no one)|barring|absent)\\b.{0,40}\\b${REMARK}\\b`,
    "i",
  ),
)
/** "I'll wait until Friday for more reviews, then apply." */
const WAITING = quick(
  /\b(?:i(?:'ll| will)|let me|let's) (?:wait|give (?:it|this|people|others|everyone|everybody))\b.{0,20}\b(?:until|till|days?|weeks?|\w+day)\b.{0,60}\b(?:then|before|and|i'll|i will)\b.{0,20}\b(?:apply|applying|merge|merging|push|pushing|commit|queue|pick|land)\b/i,
)
const CALL = quick(
  /^(?:any (?:other |more |further )?(?:objections?|concerns?|complaints?)|does (?:anybody|anyone|somebody|someone) object|last call|speak now)\b/i,
)
const GOING_AHEAD =
  /\b(?:i(?:'ll| will| plan to| intend to|'m going to| am going to)|we(?:'ll| will)|(?:will|going to|intend to|plan to) (?:apply|merge|push|commit|queue|pick|land|send)|(?:it|this) (?:goes in|will go in))\b/i
const OTHERWISE = /^(?:otherwise|if not|else|or else)\b/i

const OBJECTING = wordKind(
  "objects object objections objection disagrees disagree disagreement complains complain complaints complaint protests protest veto vetoes speaks speak shouts shout screams scream screaming says say otherwise differently against lazy concern concerns comment comments feedback review reviews remark remarks issue issues problem problems barring absent silence wait give call",
)

/** The sentence by which its author goes ahead unless somebody objects, and the one that names the term. */
export function lazyIn(
  sentences: readonly OwnSentence[],
): { readonly sentence: OwnSentence; readonly term: OwnSentence } | undefined {
  for (const [at, sentence] of sentences.entries()) {
    if (!hasAny(sentence.words.kinds, OBJECTING)) continue
    const text = sentence.text.slice(0, 300)
    if (!text.endsWith("?") && isLazy(text)) return { sentence, term: sentence }
    if (!CALL.test(text)) continue
    const next = sentences[at + 1]
    if (next !== undefined && OTHERWISE.test(next.text) && GOING_AHEAD.test(next.text))
      return { sentence: next, term: next }
    if (!text.endsWith("?") && GOING_AHEAD.test(text)) return { sentence, term: sentence }
  }
  return undefined
}

function isLazy(text: string): boolean {
  return LAZY.test(text) || WAITING.test(text) || (UNREMARKED.test(text) && GOING_AHEAD.test(text))
}
