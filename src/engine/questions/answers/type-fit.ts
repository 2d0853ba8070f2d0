import type { QuickPattern } from "../../patterns/quick-pattern.ts"
import { quick } from "../../patterns/quick-pattern.ts"
import { remembering } from "../../patterns/remember.ts"

const LEAD = "(?:\\W*(?:ah|oh|well|hmm+|so|and|hi \\S+|ok|okay),?\\.? )?"
const YES_NO = new RegExp(
  `^${LEAD}(?:yes|yeah|yep|yup|yea|ya|no(?! (?:word|news|signs?|trace|mention|entry|information|info|matter|wonder|doubt|response|reply|answer|luck)\\b)|nope|nah|sure|right|correct|indeed|exactly|of course|certainly|absolutely|definitely|not (?:really|yet|quite|at all|exactly|necessarily|that I know)|it (?:(?:does|did|should|would|can|will)\\b|(?:is|was)(?=\\W*$|n't|[,.;!]| (?:not|indeed|already)\\b))|they (?:are|do|did)|I (?:do|did|don't|didn't|think so|guess|am|have|haven't|see|'d|would)|never|sometimes|usually|works|done|fixed|\\(y\\))`,
  "i",
)
const AGREES = new RegExp(
  `^${LEAD}(?:agreed|true\\b|I (?:dis)?agree|you(?:'re| are) right|sounds (?:good|fine|reasonable)|good (?:point|catch|idea)|fair|deal|noted\\b|point taken|ok(?:ay)?\\b|will do|\\+1|:\\+1:|👍)`,
  "iu",
)
const EXPLAINS = quick(
  /\b(?:because|since|due to|so that|the (?:reason|idea|point|problem|answer|purpose)|in order to|it turns out|that's why|for example|e\.g\.|basically)\b/i,
)
const DOES = quick(
  /\b(?:I'll|I will|we'll|will (?:do|fix|add|send|change|drop|update|post|remove)|done|fixed|added|dropped|removed|changed|updated|sent|posted|applied|in v\d|v\d will|next version|next revision|here (?:is|are|it is|you go)|attached|see (?:below|above|https?:))\b|\bhttps?:\/\//i,
)

interface Fit {
  readonly asks: QuickPattern
  readonly tells: Pick<QuickPattern, "test">
}

/** What a question wants to be told, and what tells it. */
const FITS: readonly Fit[] = [
  { asks: quick(/\bwhy\b|\bwhat(?:'s| is) the (?:reason|purpose|point)\b|\bwhat for\b/i), tells: EXPLAINS },
  {
    asks: quick(/\bhow (?:many|much|long|big|often|large)\b/i),
    tells: /\d|\b(?:one|two|three|few|several|many|none|all|both|once|twice|every|hundreds?|thousands?)\b/i,
  },
  {
    asks: quick(/\bwhen\b/i),
    tells:
      /\d|\b(?:today|tomorrow|yesterday|soon|week|month|year|day|after|before|once|later|now|mon|tues|wednes|thurs|fri|satur|sun|next|last|already)\w*/i,
  },
  {
    asks: quick(/\bwho(?:se|m)?\b/i),
    tells: /\b(?:I(?:'ll| will| do| can| am)|me|we (?:do|will|can)|nobody|everybody|he|she|they)\b|@\S|\S [A-Z][a-z]+/,
  },
  {
    asks: quick(/\b(?:which|where)\b/i),
    tells:
      /https?:\/\/|[\w.-]+@|`|\/\w+|\d|\b(?:in|at|on|from|under) (?:the|our|your|my|this) \S+|\bthe (?:\S+ )?(?:one|list|version|branch|file|first|second|former|latter|old|new|other)\b/i,
  },
  {
    asks: quick(/\bhow\b/i),
    tells: /\b(?:by|using|with|via|use|try|run|set|just|you (?:can|could|need)|first|then)\b|https?:\/\/|\(\)/i,
  },
]
const PROGRESS = quick(/\bany (?:progress|news|updates?|chance|plans?)\b|\bstatus (?:of|here|on)\b|\bthe status\b/i)

/** "Could you …?" is told yes or no as well. */
const PUT_AS_QUESTION = quick(/\b(?:can|could|would|will) you\b/i)

/** How well the words of a reply suit what a question wants to know, from 0 to 1. */
export function typeFit(reply: string, { kind, text }: { readonly kind: string; readonly text: string }): number {
  const said = shapeOf(reply)
  const { wanted, isForProgress } = wishOf(text)
  if (kind === "yes-no" && said.isYesOrNo) return 1
  if ((kind === "request" || isForProgress) && said.does) return 1
  if (kind === "request" && said.isYesOrNo && PUT_AS_QUESTION.test(text)) return 1
  if (kind === "open" && wanted !== undefined) return wanted.tells.test(reply) ? 0.8 : 0.1
  return looseFit(said, kind)
}

/** What a reply is, whatever it answers: it is compared with every question that it may answer. */
const shapeOf = remembering((reply) => ({
  isYesOrNo: YES_NO.test(reply),
  agrees: AGREES.test(reply),
  does: DOES.test(reply),
  explains: EXPLAINS.test(reply),
}))

/** What a question wants to be told, whoever tells it. */
const wishOf = remembering((question) => ({
  wanted: FITS.find(({ asks }) => asks.test(question)),
  isForProgress: PROGRESS.test(question),
}))

function looseFit({ isYesOrNo, agrees, does, explains }: ReturnType<typeof shapeOf>, kind: string): number {
  if (isYesOrNo) return 0.75
  if (agrees) return kind === "request" ? 0.75 : 0.4
  return does || explains ? 0.5 : 0.25
}

/** Whether it wants to be told how things stand. */
export function asksForProgress(question: string): boolean {
  return PROGRESS.test(question)
}

/** Whether somebody takes a suggestion up, or turns it down. */
export function isReaction(reply: string): boolean {
  const { isYesOrNo, agrees, does } = shapeOf(reply)
  return isYesOrNo || agrees || does
}
