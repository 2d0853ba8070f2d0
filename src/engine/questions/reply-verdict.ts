/** What a run of sentences does to the question it stands under. */
export type ReplyVerdict = "answers" | "defers" | "asks-back" | "nothing"

const DEFERS =
  /\b(?:good (?:question|point to check)|no (?:idea|clue)|(?:I )?(?:honestly |really )?(?:don't|do not|dunno|wouldn't) know\b|dunno|hard to (?:say|tell)|not sure(?: yet| either)?\W*$|beats me|let me (?:check|look|see|think|ask|get back)|(?:I'll|I will|will|gonna|going to|need to|have to) (?:check|look into|think about|get back|ask around|have a look|take a look|find out|investigate)|I(?:'d| would) (?:also )?(?:like|love) to know|(?:same|that's my) question|wondering the same|I wonder(?:ed)? too|\+1 (?:on|to) (?:the|this|that) question)/i
const GOES_ON = /\b(?:but|however|though|anyway|still|I think|I guess|I believe|probably|AFAIK|IIRC|as far as)\b/i

/** A question that answers: it tells a solution, or a negated one tells the opposite. */
const TELLING_QUESTION =
  /^(?:\W*(?:so|well|but|hmm+|then|ok),? )?(?:shouldn't|isn't|aren't|doesn't|don't|wouldn't|couldn't|can't|won't|why not|how about|what about|have you (?:tried|looked|considered|seen)|did you (?:try|look|consider)|you mean like|maybe|perhaps)\b/i
const ASKS_TO_ACT = /\b(?:can|could|would) you\b|\bplease\b/i
const OFFER =
  /\b(?:can I|could I|may I|shall I|should I|anything (?:else )?I can|want me to|do you want|would you like|suggest a way|help)\b/i

const COURTESY_ONLY =
  /^(?:hi|hello|hey|dear|thanks?|thank you|thx|cheers|regards|best|sorry|greetings|yours|br|hth|\[\.\.\.\]|\[snip\]|snip|@?\p{Lu}[\p{L}-]+,?)\b[^.?!]{0,50}[.!,]*$/iu

/** Whether a sentence is more than a greeting or thanks. */
export function isSubstance(text: string): boolean {
  return /[\p{L}\p{N}+]/u.test(text) && !COURTESY_ONLY.test(text)
}

/** Judges sentences that stand where an answer would: text that goes on after "I don't know, but" answers. */
export function replyVerdict(sentences: readonly string[], question: string): ReplyVerdict {
  const spoken = sentences.filter(isSubstance)
  if (spoken.length === 0) return "nothing"
  const deferring = spoken.findIndex((text) => DEFERS.test(text) && !GOES_ON.test(text))
  const telling = spoken.filter((text) => !isAsking(text, question))
  if (telling.length === 0) return "asks-back"
  if (deferring === 0 && telling.length < 3 && !telling.slice(1).some((text) => GOES_ON.test(text))) return "defers"
  return "answers"
}

function isAsking(text: string, question: string): boolean {
  if (!/\?[\s)"']*$/.test(text)) return false
  if (TELLING_QUESTION.test(text)) return false
  return !(ASKS_TO_ACT.test(text) && OFFER.test(question))
}

const YES_NO =
  /^(?:\W*(?:ah|oh|well|hmm+|so|and|hi \S+|ok|okay),?\.? )?(?:yes|yeah|yep|yup|yea|ya|no|nope|nah|sure|right|correct|indeed|exactly|true|agreed|of course|certainly|absolutely|definitely|not (?:really|yet|quite|at all|exactly|necessarily|that I know)|it (?:is|does|was|did|should|would|can|will)\b|they (?:are|do|did)|I (?:do|did|don't|didn't|think so|guess|agree|am|have|haven't|see|'d|would)|you(?:'re| are) right|sounds (?:good|fine|reasonable)|good (?:point|catch|idea)|fair|deal|ok(?:ay)?\b|will do|done|fixed|never|sometimes|usually|works)/i
const EXPLAINS =
  /\b(?:because|since|due to|so that|the (?:reason|idea|point|problem|answer|purpose)|in order to|it turns out|that's why|for example|e\.g\.|basically)\b/i
const DOES =
  /\b(?:I'll|I will|we'll|will (?:do|fix|add|send|change|drop|update|post|remove)|done|fixed|added|dropped|removed|changed|updated|sent|posted|applied|in v\d|v\d will|next version|next revision|here (?:is|are|it is|you go)|attached|see (?:below|above|https?:)|https?:\/\/)/i
const ASKS_WHAT = /\b(?:how|where|which|what|when|who)\b/i
const TELLS_WHERE = /\b(?:see|in|at|from|using|with|use|try|via|by)\b|https?:\/\/|\d/i

/** How well the first words of a reply suit the kind of question, from 0 to 1. */
export function typeFit(reply: string, { kind, text }: { readonly kind: string; readonly text: string }): number {
  if (kind === "yes-no" && YES_NO.test(reply)) return 1
  if (kind === "request" && DOES.test(reply)) return 1
  if (/\bwhy\b/i.test(text) && EXPLAINS.test(reply)) return 1
  if (YES_NO.test(reply)) return 0.75
  return ASKS_WHAT.test(text) && TELLS_WHERE.test(reply) ? 0.6 : looseFit(reply)
}

function looseFit(reply: string): number {
  return DOES.test(reply) || EXPLAINS.test(reply) ? 0.5 : 0.2
}
