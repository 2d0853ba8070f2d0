import { handsOn } from "./handed-on.ts"

/** What a run of sentences does to the question it stands under. */
export type ReplyVerdict = "answers" | "defers" | "asks-back" | "nothing"

const DEFERS =
  /\b(?:good question|no (?:idea|clue)|(?:I )?(?:honestly |really )?(?:don't|do not|wouldn't) know\b|dunno|hard to (?:say|tell)|not sure(?: yet| either)?\W*$|beats me|ask (?:me )?(?:again|later|tomorrow|next)\b|(?:I'm|I am|am) (?:a bit |rather |really |also |still )?(?:confused|lost)\b|(?:don't|do not) (?:quite |really )?follow\b|open to (?:discussion|suggestions|ideas|other)|(?:haven't|have not|hasn't|has not) (?:yet )?(?:decided|checked|looked|tested|tried|thought|measured)\b|(?:not|to be) (?:yet )?(?:decided|determined)|let me (?:check|look|see|think|ask|get back)|(?:I'll|I will|will|gonna|going to|need to|have to) (?:check|look into|think about|get back|ask around|have a look|take a look|find out|investigate)|I(?:'d| would) (?:also )?(?:like|love) to know|(?:same|that's my) question|wondering the same|I wonder(?:ed)? too|\+1 (?:on|to) (?:the|this|that) question)/i
/** An open door: it tells nothing, unless leave was asked for. */
const OPEN_DOOR =
  /\b(?:feel free|(?:don't|do not) hesitate|let (?:me|us) know (?:if|when|should|in case) (?:you|there|anything|something))\b/i
const ASKS_LEAVE =
  /^(?!.*\b(?:which|what|where|who|how|when|why)\b).*\b(?:can|could|may|might|should|shall|ok|okay|fine|all right|alright|mind) (?:if )?(?:I|we)\b/i
/** Asks something in return, mark or not. */
const ASKS_IN_RETURN =
  /^(?:\W*(?:and|but|also|so|then|ok|okay),? )?(?:(?:do|would) you mind\b|(?:could|can|would) you\b|care to\b)/i
const GOES_ON = /\b(?:but|however|though|anyway|still|I think|I guess|I believe|probably|AFAIK|IIRC|as far as)\b/i

/** A question that answers: it tells a solution, or a negated one tells the opposite. */
const TELLING_QUESTION =
  /^(?:\W*(?:so|well|but|hmm+|then|ok),? )?(?:shouldn't|isn't|aren't|doesn't|don't|wouldn't|couldn't|can't|won't|why not|how about|what about|have you (?:tried|looked|considered|seen)|did you (?:try|look|consider)|you mean like|maybe|perhaps|I (?:think|guess|believe|thought))\b/i
const ASKS_TO_ACT = /\b(?:can|could|would) you\b|\bplease\b/i
const OFFER =
  /\b(?:can I|could I|may I|shall I|should I|anything (?:else )?I can|want me to|do you want|would you like|suggest a way|help)\b/i

const COURTESY_ONLY =
  /^(?:hi|hello|hey|dear|thanks?|thank you|thx|cheers|regards|best|sorry|greetings|yours|br|hth|snip|@?\p{Lu}[\p{L}-]+,)\b[^.?!]{0,50}[.!,]*$/iu
const LEFT_BY_PROGRAMS =
  /^\[\[.{3,60}\]\]$|^\W{2,}\w+( \w+)?\W{2,}|\battachment was scrubbed\b|^[\W_]*$|^\[(?:snip|\.\.\.|…)\]?$|^(?:\S+ ){1,3}(?:wrote|writes|said|schrieb):$|^quoth .{1,40}:$|^(?:URL|Name|Type|Size|Desc): \S+$/i
const VOTE = /^(?:\+1|-1|:?\+1:|👍|👎|\^+)\W*$/u

/** Whether a sentence is more than a greeting, thanks, or what a mail program left behind. */
export function isSubstance(text: string): boolean {
  return VOTE.test(text) || !(COURTESY_ONLY.test(text) || LEFT_BY_PROGRAMS.test(text))
}

/** "name: …" and "@name …" say to whom a turn is, not what. */
export function withoutAddress(text: string): string {
  return text.replace(/^(?:@[\p{L}\p{N}_.-]+(?: \p{Lu}\p{L}+)?[:,]?|[\p{L}\p{N}_.-]{2,30}:) +/u, "")
}

/** Judges sentences that stand where an answer would: text that goes on after "I don't know, but" answers. */
export function replyVerdict(sentences: readonly string[], question: string): ReplyVerdict {
  const spoken = sentences.map(withoutAddress).filter(isSubstance)
  if (spoken.length === 0) return "nothing"
  const deferring = spoken.findIndex((text) => DEFERS.test(text) && !GOES_ON.test(text))
  const telling = spoken.filter((text) => !isAsking(text, question))
  if (telling.length === 0) return "asks-back"
  if (telling.length < 3 && telling.some((text) => handsOn(text))) return "defers"
  if (deferring === 0 && telling.length < 3 && !telling.slice(1).some((text) => GOES_ON.test(text))) return "defers"
  return "answers"
}

/** Whether a sentence asks something back or opens a door: where others stand, the answer is one of those. */
export function isReturn(text: string): boolean {
  return /\?\W*$/.test(text) || ASKS_IN_RETURN.test(text) || OPEN_DOOR.test(text)
}

function isAsking(text: string, question: string): boolean {
  if (OPEN_DOOR.test(text) && !ASKS_LEAVE.test(question)) return true
  if (!/\?[\s)"']*$/.test(text) && !ASKS_IN_RETURN.test(text)) return false
  if (TELLING_QUESTION.test(text)) return false
  return !(ASKS_TO_ACT.test(text) && OFFER.test(question))
}
